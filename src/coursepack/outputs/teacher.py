"""The teacher's pack: the students' pages with the answers in place, and the teacher's own after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.sheets import made, paper_of
from coursepack.render.handout.pages import print_handout
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the students' pack, or one unit of it, with answers.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    own, sheet = ready.design, paper_of(ready, paper)
    with reporting(own.templates):
        return made(print_handout(ready.pack, own.theme, sheet, own.templates, unit, key=ready.copy("key")))
