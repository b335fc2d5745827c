"""The teacher's pack: the students' pages with the answers in place, and the teacher's own after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.companion import made, paper_of
from coursepack.outputs.output import Later, Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.render.handout import pages
    from coursepack.render.look import templates
else:
    pages, templates = Later("coursepack.render.handout.pages"), Later("coursepack.render.look.templates")


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the students' pack, or one unit of it, with answers.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    own, size = ready.design, paper_of(ready, paper)
    with templates.reporting(own.templates):
        return made(pages.print_handout(ready.pack, own.theme, size, own.templates, unit, key=ready.copy("key")))


OUTPUT = Output(
    "print the teacher's pack: the same pages with the answers, and notes after them",
    make,
    output.companion_files("teacher"),
    rank=20,
    shared=output.PIECES,
    judged=True,
)
