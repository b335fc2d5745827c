"""The command line."""

from __future__ import annotations

import gc
import json
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import replace
from errno import ELOOP
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import process_time, sleep
from typing import TYPE_CHECKING, Any

from coursepack import again, budget, destination, fault, store
from coursepack.again import Done
from coursepack.delivery import DeliveryError, scratch, together
from coursepack.hands import hired
from coursepack.jobs import crew
from coursepack.load import gate
from coursepack.outputs import imposing, pagenumbers
from coursepack.outputs.output import EDITION
from coursepack.outputs.registry import OUTPUTS
from coursepack.pack import Copy
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.report import count, described, warnings
from coursepack.validate.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coursepack.build import Ready
    from coursepack.outputs.output import Made, Output
    from coursepack.pack import PackPart

_ABOUT = """\
coursepack makes a printed course pack (PDF) and an editable lecture deck (PowerPoint) from one course folder.

  coursepack build content/un-alliances                       handout and deck, in build/un-alliances
  coursepack check content/un-alliances                       find every mistake; makes nothing
  coursepack pdf content/un-alliances -o handout.pdf          the handout to print
  coursepack pdf content/un-alliances --unit 03 -o 03.pdf     one week's unit
  coursepack slides content/un-alliances -o slides.pptx       the deck
  coursepack packs content/un-alliances --unit 03 --roster class.csv -o packs        a pack for every student
  coursepack watch content/un-alliances                       pages and slides in a browser, while they are written
  coursepack schema build/schema                              JSON Schemas, for editors
  coursepack impose any.pdf                                   any PDF on sheets: to fold, to cut, several a side

Without -o, files have their usual names in build/<course>.
"""
# What opens a file in an editor, and the seconds between two looks at a course that is watched.
_EDITOR, _PAUSE = "vscode://file{file}:{line}:{column}", 0.2
# Outputs whose finished pages `check` can look at.
_READ = ("pdf", "large-print", "easy", "teacher", "key", "worksheets")
# The options that name a folder or a file.
_PATHS = ("course", "roster", "pages", "reveal", "folder", "file", "output")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all went well, 1 if the course has mistakes, 2 after a fault of ours."""
    options = _parser().parse_args(arguments)
    started = process_time()
    # A build makes millions of objects that live until its end: looking for garbage costs a tenth of its time.
    gc.disable()
    try:
        _followed(options)
        # Who watches waits: there is no end to it, but to each thing that is made.
        with scratch(), nullcontext() if options.run is _watch else _limited(options, started):
            options.run(options)
    except ContentError as error:
        return _report(error.problems, writes=options.writes)
    except budget.TOO_MUCH as error:
        named = options.course if "course" in options else options.file
        return _report([budget.exceeded(error, named)], writes=options.writes)
    except DeliveryError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 the last resort: whatever it is, an author gets one line
        return _fault(error, options)
    finally:
        # What is left goes with the process: Python need not look through all of it at its end.
        gc.freeze()
        gc.enable()
    return 0


def _followed(options: Namespace) -> None:
    """See to it that what was named can be asked for: links in a ring and names too long for the system can't be.

    Raises:
        ContentError: a folder or file to read leads nowhere.
        DeliveryError: that to write does.
    """
    given = vars(options)
    for name, path in ((name, given[name]) for name in _PATHS if isinstance(given.get(name), Path)):
        try:
            path.resolve()  # before Python 3.13 a ring has an exception of its own, and here
            with suppress(FileNotFoundError, NotADirectoryError):
                path.stat()
        except (OSError, RuntimeError) as error:
            why = (getattr(error, "strerror", "") or os.strerror(ELOOP)).lower()
            if name in {"folder", "output"}:
                raise DeliveryError(path, why) from error
            said, advice = f"this can't be opened: {why}", "Name it another way"
            raise ContentError([Problem(Span(path.as_posix()), "missing-file", said, advice)]) from error


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


def _parser() -> ArgumentParser:
    parser = ArgumentParser("coursepack", description=_ABOUT, formatter_class=RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    both = commands.add_parser("build", help="make handout and deck, at their usual places")
    both.set_defaults(run=partial(_once, _build), writes=True, output=None, pages=None)
    _add_common(both)
    _add(both, EDITION.flag, EDITION.help, EDITION.settings)
    for name, output in OUTPUTS.items():
        command = commands.add_parser(name, help=output.help)
        command.set_defaults(run=_packs if output.several else partial(_once, _make), writes=True)
        _add_common(command, several=output.several)
        command.add_argument("-o", "--output", type=Path, help=f"{output.takes} (the usual place)")
        for option in output.options:
            _add(command, option.flag, option.help, option.settings)
    check = commands.add_parser("check", help="find every mistake; makes nothing")
    check.add_argument("course", type=Path, help="the course's folder")
    look = "look at finished pages too, those of the handout (pdf) or of another output"
    check.add_argument("--print", nargs="?", const="pdf", choices=_READ, dest="pages", help=look, metavar="key")
    _add_paper(check)
    check.set_defaults(run=partial(_once, _check), writes=False)
    watch = commands.add_parser("watch", help="show pages and slides in a browser, anew when a file is saved")
    watch.add_argument("course", type=Path, help="the course's folder")
    watch.add_argument("--port", type=int, default=8765, help="the port of this machine: 8765; 0 is a free one")
    watch.add_argument("--editor", default=_EDITOR, help=f"what opens an editor: {_EDITOR}")
    watch.set_defaults(run=_watch, writes=True)
    schema = commands.add_parser("schema", help="write JSON Schemas, for editors")
    schema.add_argument("folder", type=Path, help="where to write them")
    schema.set_defaults(run=_schema, writes=False)
    impose = commands.add_parser("impose", help="put the pages of any PDF on sheets: to fold, to cut, several a side")
    impose.set_defaults(run=_impose, writes=True)
    impose.add_argument("file", type=Path, help="the PDF; it is left in its folder as it is")
    impose.add_argument("-o", "--output", type=Path, help="the file to write (any-booklet.pdf beside any.pdf)")
    for option in imposing.IMPOSE:
        _add(impose, option.flag, option.help, option.settings)
    return parser


def _add(command: ArgumentParser, flag: str, help_text: str, settings: Mapping[str, Any]) -> None:
    command.add_argument(flag, help=help_text, **settings)


def _add_common(command: ArgumentParser, *, several: bool = False) -> None:
    """Add what every output knows."""
    command.add_argument("course", type=Path, help="the course's folder")
    if several:
        command.add_argument("--unit", action="append", default=[], help="only this unit; may be said several times")
    else:
        command.add_argument("--unit", help="only this unit: its number, or its file's name")
    _add_paper(command)


def _add_paper(command: ArgumentParser) -> None:
    command.add_argument("--paper", default="a4", help="a4, letter, a5, thrifty, black, cream, or letter-thrifty-black")


def _verdict(root: Path, copy: Copy, known: bytes | None = None, paper: str = "a4") -> Ready:
    # Judging asks python-pptx too: whoever only wants help does not wait for it.
    judge = import_module("coursepack.judge.verdict")
    judged: Ready = judge.verdict(root, copy, partial(pagenumbers.read, known or b""), paper)
    return judged


def _once(run: Callable[[Namespace], Done], options: Namespace) -> None:
    """Run a command, unless it was run before, and all that it came of and wrote is as it was."""
    if not destination.kept(options):
        run(options)
        return
    root, folder = options.course, destination.folder(options)
    told = repr(sorted((name, value) for name, value in vars(options).items() if name != "run"))
    times, name = again.times(root), again.name(root, told)
    before = again.found(name, folder)
    if before:
        print("Nothing has changed.", file=sys.stderr)
        _tell(before)
        return
    done = run(options)
    # What was changed meanwhile may be in it, or not.
    if (again.times(root), again.name(root, told)) == (times, name):
        again.keep(name, done, folder)


def _make(options: Namespace) -> Done:
    output = OUTPUTS[options.command]
    with hired(output.shared) if output.shared else nullcontext():
        return _made(output, options)


def _made(output: Output, options: Namespace) -> Done:
    known = None if options.unit else destination.pages(output, options, None)
    with _judged(output, Copy(getattr(options, "edition", "student")), options, known) as course:
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
    judge = import_module("coursepack.judge.verdict")
    judged: AbstractContextManager[Ready] = judge.meanwhile(options.course, copy, paper)
    return judged


def _build(options: Namespace) -> Done:
    pdf, slides = OUTPUTS["pdf"], OUTPUTS["slides"]
    with hired(pdf.shared):
        with _judged(pdf, Copy(), options) as course:
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
    packs = import_module("coursepack.outputs.packs")
    wish = packs.Wish(
        options.course, options.roster, tuple(options.unit), options.variants, options.paper, options.each
    )
    main_file = destination.place(packs.OUTPUT, options, None)
    # Workers that are split off have it, too.
    import_module(packs.OUTPUT.shared)
    with crew(options.scheduler) as run:
        print(packs.OUTPUT.doing, file=sys.stderr)
        made = packs.make(wish, run, main_file.name)
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
    course = _verdict(options.course, Copy("teacher"), paper=paper)
    check = import_module("coursepack.outputs.check")
    made: Made = check.make(course, None, options.paper, pages=output)
    done = _tell(Done(described(made.notices), f"{options.course}: no errors, {count(len(made.notices), 'notice')}"))
    return replace(done, read=destination.read(course, options))


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
        for name, schema in schemas().items():
            written = json.dumps(schema, indent=1, ensure_ascii=False).encode()
            bundle.put(written, options.folder / f"{name}.schema.json")
    print(f"{options.folder}: {count(len(schemas()), 'schema')}")


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


if __name__ == "__main__":
    sys.exit(main())
