"""The command line."""

from __future__ import annotations

import gc
import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.build import ready, write
from coursepack.jobs import crew
from coursepack.load.encoding import shown
from coursepack.outputs.made import Order
from coursepack.pack import Copy
from coursepack.problem import ContentError, Severity, describe
from coursepack.validate.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.outputs.made import Made
    from coursepack.problem import Problem

_ABOUT = """\
coursepack makes a printed course pack (PDF) and an editable lecture deck (PowerPoint) from one course folder.

  coursepack check content/un-alliances                       find every mistake; makes nothing
  coursepack pdf content/un-alliances -o handout.pdf          the handout to print
  coursepack pdf content/un-alliances --unit 03 -o 03.pdf     one week's unit
  coursepack slides content/un-alliances -o slides.pptx       the deck
  coursepack packs content/un-alliances --unit 03 --roster class.csv -o print.pdf    a pack for every student
  coursepack schema build/schema                              JSON Schemas, for editors
"""
_OUTPUTS = {
    "pdf": "print the handout",
    "teacher": "print the teacher's pack: the same pages with the answers, and notes after them",
    "key": "print every exercise's answer and points",
    "worksheets": "print the exercises alone, for the class",
    "cards": "print the cards of role-plays",
    "variants": "print variants of the worksheets, their keys, and a sheet of what stands where",
    "slides": "make the lecture deck",
    "slides-pdf": "print the deck, a slide a page",
    "notes": "print the deck with room for notes",
    "speaker": "print the deck with what is said",
    "present": "make the deck for a browser",
}
_DECKS = frozenset({"slides", "slides-pdf", "notes", "speaker", "present"})
_DOING = dict.fromkeys(("pdf", "teacher", "key", "worksheets", "cards", "variants"), "Laying out the pages …")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all went well, 1 if the course has mistakes."""
    options = _parser().parse_args(arguments)
    # A build makes millions of objects that live until its end: looking for garbage costs a tenth of its time.
    gc.disable()
    try:
        options.run(options)
    except ContentError as error:
        return _report(error.problems, writes=hasattr(options, "output"))
    except OSError as error:
        print(
            f"error: {getattr(options, 'output', '')} can't be written: {error.filename}: {error.strerror}",
            file=sys.stderr,
        )
        return 1
    finally:
        # What is left goes with the process: Python need not look through all of it at its end.
        gc.freeze()
        gc.enable()
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser("coursepack", description=_ABOUT, formatter_class=RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, what in _OUTPUTS.items():
        command = commands.add_parser(name, help=what)
        command.add_argument("course", type=Path, help="the course's folder")
        command.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
        command.add_argument("--unit", help="only this unit: its number, or its file's name")
        command.add_argument("--paper", default="a4", help="a paper of theme.yaml: a4 or letter")
        command.set_defaults(run=_make, output_kind=name, edition="student", pages=None, per=3, reveal=None, variants=4)
        _add_own(command, name)
    check = commands.add_parser("check", help="find every mistake; makes nothing")
    check.add_argument("course", type=Path, help="the course's folder")
    check.set_defaults(run=_check)
    _add_packs(commands.add_parser("packs", help="make a pack for every student of a roster"))
    schema = commands.add_parser("schema", help="write JSON Schemas, for editors")
    schema.add_argument("folder", type=Path, help="where to write them")
    schema.set_defaults(run=_schema)
    return parser


def _add_own(command: ArgumentParser, name: str) -> None:
    """Add the options that only some outputs have."""
    if name in _DECKS:
        command.add_argument("--edition", choices=["teacher", "student"], default="teacher", help="with the answers?")
        command.add_argument("--pages", type=Path, help="the file that `pdf` wrote beside the handout")
    if name == "present":
        command.add_argument("--reveal", type=Path, required=True, help="the folder of reveal.js's npm package")
    if name == "variants":
        command.add_argument("--variants", type=int, choices=range(2, 27), default=4, metavar="N", help="how many")
    if name == "notes":
        command.add_argument("--per", type=int, choices=[2, 3, 4, 6], default=3, help="slides a page")


def _add_packs(command: ArgumentParser) -> None:
    command.add_argument("course", type=Path, help="the course's folder")
    command.add_argument("-o", "--output", type=Path, required=True, help="the file to print; all others lie beside it")
    command.add_argument("--roster", type=Path, required=True, help="a CSV file: name, id, seat, variant")
    command.add_argument("--unit", action="append", default=[], help="only this unit; may be said several times")
    command.add_argument("--variants", type=int, choices=range(1, 27), default=4, metavar="N", help="1 to 26")
    command.add_argument("--paper", default="a4", help="a paper of theme.yaml: a4 or letter")
    command.add_argument("--each", action="store_true", help="a file for each student instead of one to print")
    command.add_argument("--scheduler", default="", metavar="tcp://…", help="share the work over this Dask scheduler")
    command.set_defaults(run=_packs)


def _packs(options: Namespace) -> None:
    # Stamps are made by the thousand, and few live long.
    gc.enable()
    packs = import_module("coursepack.outputs.packs")
    wish = packs.Wish(
        options.course, options.roster, tuple(options.unit), options.variants, options.paper, options.each
    )
    with crew(options.scheduler) as run:
        print("Printing the variants …", file=sys.stderr)
        made = packs.make(wish, run, options.output.name)
        paths = [_written(parts, options.output.parent / name) for name, parts in made.files]
    # Who is no longer on the roster has no file.
    for old in {file for path in paths if path.parent.name == "each" for file in path.parent.glob("[0-9]*.pdf")} - {
        *paths
    }:
        old.unlink()
    _print(made.notices, hide=Severity.NOTE)
    warnings = sum(problem.severity is Severity.WARNING for problem in made.notices)
    print(f"{options.output.parent}: {made.size}, {_count(warnings, 'warning')}")


def _written(parts: Iterable[bytes], path: Path) -> Path:
    write(parts, path)
    return path


def _make(options: Namespace) -> None:
    course = ready(options.course, Copy(options.edition), options.paper)
    unit = course.unit(options.unit) if options.unit else None
    print(_DOING.get(options.output_kind, "Making the slides …"), file=sys.stderr)
    # WeasyPrint takes most of a second to import: an output's module is loaded when it is asked for.
    output = import_module(f"coursepack.outputs.{options.output_kind.replace('-', '_')}")
    made: Made = output.make(course, unit, options.paper, _order(options))
    write(made.data, options.output)
    for name, data in made.beside.items():
        write(data, options.output.with_suffix(name) if name.startswith(".") else options.output.parent / name)
    said = [*course.notices, *made.notices]
    _print(said, hide=Severity.NOTE)
    warnings = sum(problem.severity is Severity.WARNING for problem in said)
    print(f"{options.output}: {made.size}, {_count(warnings, 'warning')}")


def _order(options: Namespace) -> Order:
    return Order(_pages(options.pages), options.per, options.reveal, options.variants)


def _pages(path: Path | None) -> bytes | None:
    return None if path is None else path.read_bytes() if path.is_file() else b""


def _check(options: Namespace) -> None:
    course = ready(options.course, Copy("teacher"))
    made: Made = import_module("coursepack.outputs.check").make(course, None, "a4")
    said = [*course.notices, *made.notices]
    _print(said)
    print(f"{options.course}: no errors, {_count(len(said), 'notice')}")


def _schema(options: Namespace) -> None:
    for name, schema in schemas().items():
        write(json.dumps(schema, indent=1, ensure_ascii=False).encode(), options.folder / f"{name}.schema.json")
    print(f"{options.folder}: {_count(len(schemas()), 'schema')}")


def _report(problems: Sequence[Problem], *, writes: bool) -> int:
    _print(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    print(f"{_count(errors, 'error')}{': nothing was written' if writes else ''}", file=sys.stderr)
    return 1


def _print(problems: Sequence[Problem], hide: Severity | None = None) -> None:
    for problem in sorted(dict.fromkeys(problems), key=lambda problem: problem.span):
        if problem.severity is not hide:
            file = Path(problem.span.file)
            source = None if problem.span.cell else shown(file)
            print(describe(problem, source), end="\n\n", file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
