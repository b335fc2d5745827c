"""The handout as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import pagenumbers
from coursepack.outputs.companion import made, paper_of
from coursepack.outputs.output import Files, Later, Output
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.render.handout import pages as press
else:
    press = Later("coursepack.render.handout.pages")


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the whole pack, or one unit, on a paper of the theme; beside it goes where its anchors stand.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    own, size = ready.design, paper_of(ready, paper)
    with reporting(own.templates):
        printed = press.print_handout(ready.pack, own.theme, size, own.templates, unit)
    return made(printed, {pagenumbers.SUFFIX: pagenumbers.written(printed.anchors, ready.inputs)})


OUTPUT = Output(
    "print the handout",
    make,
    Files("handout{paper}.pdf", "units/{unit}{paper}.pdf"),
    rank=10,
    also=f"a file of the same name with {pagenumbers.SUFFIX}, which tells `slides` its pages",
)
