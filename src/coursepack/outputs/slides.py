"""The lecture deck as a .pptx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import stop
from coursepack.outputs import pages
from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.render.look.templates import reporting
from coursepack.render.slides import Properties, build
from coursepack.render.slides.native.package import count
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Make the deck of the course, or of one unit.

    Raises:
        ContentError: a mistake in a template, or a character without a glyph.
    """
    design = ready.design
    with reporting(design.templates):
        known = pages.read(order.pages or b"", ready.inputs)
        data, problems = build(
            script(ready.pack, design.templates, unit, known),
            _properties(ready, unit),
            design.theme,
            design.templates,
            ready.pack.course.media.__getitem__,
            template=ready.course.template,
        )
    stop(problems)
    unknown = "" if known else pages.UNKNOWN
    return Made(data, f"{count(data)} slides{unknown}", tuple(problems))


def _properties(ready: Ready, unit: PackPart | None) -> Properties:
    file = ready.course.file
    return Properties(
        title=f"{file.title}{ready.pack.labels['colon']}{unit.front.title.plain()}" if unit else file.title,
        subject=file.subtitle,
        authors=", ".join(file.authors),
        keywords=", ".join(file.keywords),
        language=file.language,
        description=file.description,
    )
