"""A check of both outputs: everything but the layout of pages, which takes most of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import slides
from coursepack.outputs.made import Made
from coursepack.render.handout.markup import handout
from coursepack.render.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Write the handout's markup and make the deck, and keep neither.

    Raises:
        ContentError: what stands in the way of one of them.
    """
    design = ready.design
    with reporting(design.templates):
        handout(ready.pack, design.theme, design.theme.papers[paper], design.templates, unit)
    made = slides.make(ready, unit, paper)
    return Made(b"", made.size, made.notices)
