"""The deck with ruled lines for notes, to hand out: two, three, four or six slides a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.output import HANDED_OUT, Option, Output
from coursepack.outputs.printdeck import print_deck

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None, per: int = 3) -> Made:
    """Print the deck of the course, or of one unit."""
    return print_deck(ready, unit, paper, pages, "notes", per)


_PER = Option("--per", "PER", "slides a page", {"type": int, "choices": [2, 3, 4, 6], "default": 3})
OUTPUT = Output(
    "print the deck with ruled lines for notes, without the answers",
    make,
    output.deck_files("notes-{per}.pdf"),
    [*HANDED_OUT, _PER],
    rank=90,
    doing=output.SLIDES,
)
