"""The command line: what can be asked for. What is asked for is done in `command`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursepack.outputs import imposing
from coursepack.outputs.output import EDITION
from coursepack.outputs.registry import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
# What opens a file in an editor.
_EDITOR = "vscode://file{file}:{line}:{column}"
# What a program returns that was stopped from the keyboard, or that nobody hears (128 and the number of the signal).
_STOPPED, _UNHEARD = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all went well, 1 for mistakes in a course, 2 for a fault of ours, 130 if stopped."""
    options = _parser().parse_args(arguments)
    try:
        # Only now: who wants help waits for nothing.
        done: int = import_module("coursepack.command.doing").run(options)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped: what is unfinished was not written.\n")
        return _STOPPED
    except BrokenPipeError:
        # Who reads what is said has heard enough; Python would try once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNHEARD
    return done


def _parser() -> ArgumentParser:
    parser = ArgumentParser("coursepack", description=_ABOUT, formatter_class=RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    both = commands.add_parser("build", help="make handout and deck, at their usual places")
    both.set_defaults(writes=True, output=None, pages=None)
    _add_common(both)
    _add(both, EDITION.flag, EDITION.help, EDITION.settings)
    for name, output in OUTPUTS.items():
        command = commands.add_parser(name, help=output.help)
        command.set_defaults(writes=True)
        _add_common(command, several=output.several)
        command.add_argument("-o", "--output", type=Path, help=f"{output.takes} (the usual place)")
        for option in output.options:
            _add(command, option.flag, option.help, option.settings)
    # The course stands first, where it can't be taken for what --print names.
    usage = "%(prog)s [-h] course [--print [key]] [--paper PAPER]"
    check = commands.add_parser("check", usage=usage, help="find every mistake; makes nothing")
    check.add_argument("course", type=Path, help="the course's folder")
    judged = [name for name, output in OUTPUTS.items() if output.judged]
    look = f"look at finished pages too, those of the handout or of {', '.join(sorted({*judged} - {'pdf'}))}"
    check.add_argument("--print", nargs="?", const="pdf", choices=judged, dest="pages", help=look, metavar="key")
    _add_paper(check)
    check.set_defaults(writes=False)
    watch = commands.add_parser("watch", help="show pages and slides in a browser, anew when a file is saved")
    watch.add_argument("course", type=Path, help="the course's folder")
    watch.add_argument("--port", type=int, default=8765, help="the port of this machine: 8765; 0 is a free one")
    watch.add_argument("--editor", default=_EDITOR, help=f"what opens an editor: {_EDITOR}")
    watch.set_defaults(writes=True)
    schema = commands.add_parser("schema", help="write JSON Schemas, for editors")
    schema.add_argument("folder", type=Path, help="where to write them")
    schema.set_defaults(writes=False)
    impose = commands.add_parser("impose", help="put the pages of any PDF on sheets: to fold, to cut, several a side")
    impose.set_defaults(writes=True)
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


if __name__ == "__main__":
    sys.exit(main())
