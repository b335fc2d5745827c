"""The handout as a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.outputs import pagenumbers
from coursepack.outputs.companion import handout, made
from coursepack.outputs.output import PIECES, Files, Later, Option, Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.languages import language
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.press import sides as counting
    from coursepack.press.sides import Sides
    from coursepack.render.look import papers
    from coursepack.render.look.theme import Theme
else:
    language, counting = Later("coursepack.languages.language"), Later("coursepack.press.sides")
    papers = Later("coursepack.render.look.papers")


def make(ready: Ready, unit: PackPart | None, paper: str, *, copies: int | None = None) -> Made:
    """Print the whole pack, or one unit, on a paper of the theme; beside it goes where its anchors stand.

    What so many `copies` take is said, if they are asked for.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    printed = handout(ready, unit, paper)
    done = made(printed, {pagenumbers.SUFFIX: pagenumbers.written(printed.anchors, ready.inputs)})
    return (
        replace(done, size=f"{done.size}\n{run(counting.sides(done.data), copies, paper, ready.design.theme)}")
        if copies
        else done
    )


def run(one: Sides, copies: int, paper: str, theme: Theme) -> str:
    """Say what a run of copies on a paper takes, and what takes less."""
    sheets = -(-one.pages // 2)
    ways = ["on both sides"]
    ways += [f"PAPER={papers.also(paper, 'thrifty')}, on fewer pages"] if theme.fills else []
    ways += [f"PAPER={papers.also(paper, 'black')}, without colour"] if one.coloured else []
    # An odd number of pages leaves the back of the last sheet empty.
    back = one.pages % 2
    counting = ", counting the back of its last sheet" if back else ""

    def taken(each: int, kind: str) -> str:
        return f"{language.counted(each * copies, 'side', 'sides')} {kind} ({each:,} a copy)"

    return (
        f"{language.counted(copies, 'copy', 'copies')}: {language.counted(one.pages * copies, 'side', 'sides')},"
        f" {language.counted(sheets * copies, 'sheet', 'sheets')} on both sides ({one.pages * copies:,} on one),"
        f" {taken(one.coloured, 'in colour')},"
        f" {taken(one.silent + back, 'with nothing to read')}{counting}\n"
        f"cheaper: {'; '.join(ways)}"
    )


def _copies(said: str) -> int:
    number = int(said)
    if number < 1:
        raise ValueError
    return number


OUTPUT = Output(
    "print the handout",
    make,
    Files("handout{paper}.pdf", "units/{unit}{paper}.pdf"),
    (Option("--copies", "COPIES", "say what so many copies take", {"type": _copies, "metavar": "30"}, spoken=True),),
    rank=10,
    also=f"a file of the same name with {pagenumbers.SUFFIX}, which tells `slides` its pages",
    shared=PIECES,
    judged=True,
)
