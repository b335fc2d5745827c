"""The handout as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import pages
from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.sheets import made, paper_of
from coursepack.render.handout.pages import print_handout
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the whole pack, or one unit, on a paper of the theme; beside it goes where its anchors stand.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    own, sheet = ready.design, paper_of(ready, paper)
    with reporting(own.templates):
        printed = print_handout(ready.pack, own.theme, sheet, own.templates, unit)
    return made(printed, {pages.SUFFIX: pages.written(printed.anchors, ready.inputs)})
