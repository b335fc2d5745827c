"""The handout for readers whom small, slanted and crowded letters hold up: the theme `easy` over the course's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coursepack.outputs.companion import handout, made
from coursepack.outputs.output import PIECES, Output, companion_files
from coursepack.render.look import papers

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the whole pack, or one unit.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    return made(handout(ready, unit, paper))


OUTPUT = Output(
    "print the handout easy to read: larger, wider apart, nothing slanted",
    make,
    companion_files("easy"),
    rank=16,
    shared=PIECES,
    paper=partial(papers.edition, "easy"),
)
