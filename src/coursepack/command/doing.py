"""What the commands do, and what is said of it."""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import replace
from errno import EDQUOT, ENOSPC
from functools import partial
from importlib import import_module
from tempfile import gettempdir
from threading import Thread
from time import process_time, sleep
from typing import TYPE_CHECKING

from coursepack.command import asked, destination
from coursepack.command.report import count, described, warnings
from coursepack.load import gate
from coursepack.outputs import imposing, pagenumbers
from coursepack.outputs.output import Later
from coursepack.outputs.registry import OUTPUTS
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.run import again, budget, fault, store
from coursepack.run.again import Done
from coursepack.run.delivery import DeliveryError, scratch, together
from coursepack.run.hands import hired
from coursepack.run.jobs import crew

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from coursepack import pack
    from coursepack.build import Ready
    from coursepack.judge import verdict
    from coursepack.outputs.output import Made, Output
    from coursepack.pack import Copy, PackPart
    from coursepack.validate import schemas
else:
    pack, verdict = Later("coursepack.pack"), Later("coursepack.judge.verdict")
    schemas = Later("coursepack.validate.schemas")

# What a system says that has no room, or none for this user.
_FULL = (ENOSPC, EDQUOT)
# Seconds between two looks at a course that is watched.
_PAUSE = 0.2


def run(options: Namespace) -> int:
    """Do what was asked for; return 0 if all went well, 1 if the course has mistakes, 2 after a fault of ours."""
    started = process_time()
    # A build makes millions of objects that live until its end: looking for garbage costs a tenth of its time.
    gc.disable()
    try:
        asked.check(options)
        with scratch():
            if options.command == "watch":
                # Who watches waits: there is no end to it, but to each thing that is made.
                _watch(options)
            else:
                _once(options, started)
        # Where what was said finds no room, it is told; at the end Python itself would.
        print(end="", flush=True)
    except ContentError as error:
        return _report(error.problems, writes=options.writes)
    except budget.TOO_MUCH as error:
        named = options.course if "course" in options else options.file
        return _report([budget.exceeded(error, named)], writes=options.writes)
    except DeliveryError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 the last resort: whatever it is, an author gets one line
        return _full(error) if getattr(error, "errno", None) in _FULL else _fault(error, options)
    finally:
        # What is left goes with the process: Python need not look through all of it at its end.
        gc.freeze()
        gc.enable()
    return 0


@contextmanager
def _limited(options: Namespace, started: float) -> Iterator[None]:
    """Keep what is made to its budget, and what may be needed again; `started` is how many seconds starting took."""
    size = budget.size(options.course) if "course" in options else 0
    size += sum(budget.listed(getattr(options, name)) for name in ("roster", "file") if name in options)
    with store.within(destination.kept(options)), budget.kept(started, size):
        yield


def _fault(error: Exception, options: Namespace) -> int:
    """Say in one line what is no mistake of the author's, and keep the traceback."""
    course = getattr(options, "course", None)
    where = fault.place(error) or (course.as_posix() if course else options.command)
    kept = fault.keep(error, course.resolve().name if course else "", private=hasattr(options, "roster"))
    said = f"this is a fault of coursepack's own, met while working on {where}; the traceback is in {kept.as_posix()}"
    print(f"fault[{type(error).__name__}]: {said}", file=sys.stderr)
    return 2


def _full(error: Exception) -> int:
    """Say that there is no room for what libraries write meanwhile, or for what is said."""
    said = f"{os.strerror(getattr(error, 'errno', ENOSPC)).lower()}: free some"
    print(f"error: {said}, for temporary files too, which go to {gettempdir()}", file=sys.stderr)
    return 1


def _verdict(root: Path, copy: Copy, known: bytes | None = None, paper: str = "a4") -> Ready:
    return verdict.verdict(root, copy, partial(pagenumbers.read, known or b""), paper)


def _once(options: Namespace, started: float) -> None:
    """Run a command, unless it was run before, and all that it came of and wrote is as it was."""
    with _limited(options, started):
        state = _state(options)
        before = again.found(state[1], destination.folder(options)) if state else None
        if before:
            print("Nothing has changed.", file=sys.stderr)
            _tell(before)
            return
    more = _loaded()
    with _limited(options, started + more):
        done = _RUNS[options.command](options)
        # What was changed meanwhile may be in it, or not.
        if done and state and state == _state(options):
            again.keep(state[1], done, destination.folder(options))


def _state(options: Namespace) -> tuple[str, str] | None:
    """Return numbers for what a run comes of, its times and all of it, if what it does is kept."""
    if not destination.kept(options):
        return None
    return again.times(options.course), again.name(options.course, repr(sorted(vars(options).items())))


def _loaded() -> float:
    """Load what reads and judges a course; return the seconds that it took."""
    started = process_time()
    import_module("coursepack.judge.verdict")
    return process_time() - started


def _make(options: Namespace) -> Done:
    output = OUTPUTS[options.command]
    with hired(output.shared) if output.shared else nullcontext():
        return _made(output, options)


def _made(output: Output, options: Namespace) -> Done:
    known = None if options.unit else destination.pages(output, options, None)
    with _judged(output, pack.Copy(getattr(options, "edition", "student")), options, known) as course:
        unit = course.unit(options.unit) if options.unit else None
        known = destination.pages(output, options, unit.part.stem) if unit else known
        made = _output(output, course, unit, options, known)
    return _tell(destination.written(output, course, unit, options, made, known=known))


def _judged(
    output: Output, copy: Copy, options: Namespace, known: bytes | None = None
) -> AbstractContextManager[Ready]:
    """Give a course that is sound at the end of the block: while pages are laid out, it can be judged."""
    paper = output.paper(options.paper)
    if not output.shared:
        return nullcontext(_verdict(options.course, copy, known, paper))
    return verdict.meanwhile(options.course, copy, paper)


def _build(options: Namespace) -> Done:
    pdf, slides = OUTPUTS["pdf"], OUTPUTS["slides"]
    with hired(pdf.shared):
        with _judged(pdf, pack.Copy(), options) as course:
            unit = course.unit(options.unit) if options.unit else None
            made = _output(pdf, course, unit, options)
        pages = _tell(destination.written(pdf, course, unit, options, made))
    teachers = replace(course, pack=course.copy(options.edition), notices=())
    known, taught = made.beside[pagenumbers.SUFFIX], teachers.unit(options.unit) if unit else None
    deck = _output(slides, teachers, taught, options, known)
    return pages.then(_tell(destination.written(slides, teachers, taught, options, deck, known=known)))


def _output(
    output: Output, course: Ready, unit: PackPart | None, options: Namespace, known: bytes | None = None
) -> Made:
    """Make an output; `known` is what says where the handout's anchors stand."""
    print(output.doing, file=sys.stderr)
    made: Made = output.make(course, unit, options.paper, **output.own(vars(options) | {"pages": known}))
    return made


def _packs(options: Namespace) -> None:
    # Stamps are made by the thousand, and few live long.
    gc.enable()
    output, packing = OUTPUTS[options.command], import_module("coursepack.outputs.packing")
    wish = packing.Wish(
        options.course, options.roster, tuple(options.unit), options.variants, options.paper, options.each
    )
    main_file = destination.place(output, options, None)
    # Workers that are split off have it, too.
    import_module(output.shared)
    with crew(options.scheduler) as run:
        print(output.doing, file=sys.stderr)
        made = packing.make(wish, run, main_file.name)
        # Only now: what is wrong with a roster leaves no folder behind.
        with together(main_file.parent) as bundle:
            paths = {bundle.put(parts, main_file.parent / name) for name, parts in made.files}
            # Who is no longer on the roster has no file.
            each = {path.parent for path in paths if path.parent.name == "each"}
            for old in {file for folder in each for file in folder.glob("[0-9]*.pdf")} - paths:
                bundle.drop(old)
    _print(made.notices, hide=Severity.NOTE)
    print(f"{main_file.parent}: {made.size}, {warnings(made.notices)}")


def _check(options: Namespace) -> Done:
    output = OUTPUTS.get(options.pages)
    paper = output.paper(options.paper) if output else options.paper
    # Pages that are printed to be looked at are shared out as those of their own command are.
    with hired(output.shared) if output and output.shared else nullcontext():
        course = _verdict(options.course, pack.Copy("teacher"), paper=paper)
        check = import_module("coursepack.outputs.check")
        made: Made = check.make(course, None, options.paper, pages=output)
    done = _tell(Done(described(made.notices), f"{options.course}: no errors, {count(len(made.notices), 'notice')}"))
    return replace(done, read=destination.read(options), loaded=destination.faces(course))


def _watch(options: Namespace) -> None:
    desks, servers = import_module("coursepack.watch.desk"), import_module("coursepack.watch.server")
    desk = desks.Desk(options.course, options.editor, partial(_limited, options, process_time()))
    with servers.Server(desk, options.port) as server, suppress(KeyboardInterrupt):
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"{options.course}: {server.address} (Ctrl+C ends it)", flush=True)
        while True:
            desk.look()
            sleep(_PAUSE)


def _schema(options: Namespace) -> None:
    with together(options.folder) as bundle:
        for name, schema in schemas.schemas().items():
            written = json.dumps(schema, indent=1, ensure_ascii=False).encode()
            bundle.put(written, options.folder / f"{name}.schema.json")
    print(f"{options.folder}: {count(len(schemas.schemas()), 'schema')}")


def _impose(options: Namespace) -> None:
    file: Path = options.file
    wish, at = imposing.wish(vars(options)), Span(file.as_posix())
    if not file.exists():
        raise ContentError([Problem(at, "missing-file", "there is no such file", "Name a PDF")])
    try:
        data = gate.read(file)
    except gate.GateError as error:
        raise ContentError([Problem(at, error.code, f"this {error.said}", error.advice)]) from error
    made = import_module("coursepack.press.impose").impose(data, wish, at)
    path: Path = options.output or file.with_name(f"{file.stem}-{wish.scheme}.pdf")
    with together(path.parent) as bundle:
        bundle.put(made.data, path)
    print(f"{path}: {made.size}")


def _report(problems: Sequence[Problem], *, writes: bool) -> int:
    _print(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    print(f"{count(errors, 'error')}{': nothing was written' if writes else ''}", file=sys.stderr)
    return 1


def _print(problems: Sequence[Problem], hide: Severity | None = None) -> None:
    print(described(problems, hide), end="", file=sys.stderr)


def _tell(done: Done) -> Done:
    print(done.notices, end="", file=sys.stderr)
    print(done.result)
    return done


# What returns what it did need not be done again.
_RUNS: Mapping[str, Callable[[Namespace], Done | None]] = {
    **{name: _packs if output.several else _make for name, output in OUTPUTS.items()},
    "build": _build,
    "check": _check,
    "schema": _schema,
    "impose": _impose,
}
