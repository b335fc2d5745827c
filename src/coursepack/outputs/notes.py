"""The deck with ruled lines for notes, to hand out: two, three, four or six slides a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.output import HANDED_OUT, Later, Option, Output
from coursepack.outputs.printdeck import print_deck

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.render.look import papers
else:
    papers = Later("coursepack.render.look.papers")

# On pages less wide (mm) three slides beside lines would have letters of 4 and 5 pt.
_WIDE = 200


def make(
    ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None, per: int | None = None
) -> Made:
    """Print the deck of the course, or of one unit, with so many slides a page, or as many as can be read."""
    is_wide = ready.design.theme.papers[papers.size(paper)].width >= _WIDE
    return print_deck(ready, unit, paper, pages, "notes", per or (3 if is_wide else 2))


_PER = Option(
    "--per",
    "PER",
    "slides a page: 2, 3, 4 or 6 (3, and 2 on A5)",
    {"type": int, "choices": [2, 3, 4, 6], "metavar": "6"},
)
OUTPUT = Output(
    "print the deck with ruled lines for notes, without the answers",
    make,
    output.deck_files("notes{per}.pdf"),
    [*HANDED_OUT, _PER],
    rank=90,
    doing=output.SLIDES,
)
