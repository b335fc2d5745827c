"""The handout as a booklet: set anew for half of a paper, two pages a side, to be folded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coursepack.outputs.companion import handout, made, paper_of
from coursepack.outputs.imposing import CREEP, FLIP, MARKS, SIGNATURE, wish
from coursepack.outputs.output import PIECES, Later, Output, companion_files
from coursepack.render.look import papers

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.press import impose
else:
    impose = Later("coursepack.press.impose")


def make(ready: Ready, unit: PackPart | None, paper: str, **given: Any) -> Made:  # noqa: ANN401 of its options
    """Print the whole pack, or one unit, and put its pages on sheets of a paper.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    sheet, printed = paper_of(ready, paper), made(handout(ready, unit, papers.half(paper)))
    at = (unit or ready.pack.units[0]).part.span
    # Marks want a sheet that is larger than what it is cut to.
    size = None if given["marks"] else (sheet.width, sheet.height)
    imposed = impose.impose(printed.data, wish(given, sheet=size), at)
    return replace(printed, data=imposed.data, size=imposed.size)


OUTPUT = Output(
    "print the handout as a booklet, its pages set for half of the paper",
    make,
    companion_files("booklet"),
    (SIGNATURE, CREEP, FLIP, MARKS),
    rank=12,
    shared=PIECES,
    paper=papers.half,
)
