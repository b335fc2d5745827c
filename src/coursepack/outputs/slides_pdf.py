"""The deck, printed: a slide a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.output import DECK, Output
from coursepack.outputs.printed import printed

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.made import Made
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None) -> Made:
    """Print the deck of the course, or of one unit."""
    return printed(ready, unit, paper, pages, "slides")


OUTPUT = Output("print the deck, a slide a page", make, output.decks("slides.pdf"), DECK, rank=80, doing=output.SLIDES)
