"""The deck, printed: a slide a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.output import DECK, Output
from coursepack.outputs.printdeck import print_deck

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None) -> Made:
    """Print the deck of the course, or of one unit."""
    return print_deck(ready, unit, paper, pages, "slides")


OUTPUT = Output(
    "print the deck, a slide a page", make, output.deck_files("slides.pdf"), DECK, rank=80, doing=output.SLIDES
)
