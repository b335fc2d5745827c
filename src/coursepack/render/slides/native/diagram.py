"""Diagrams on a slide: native boxes with connectors glued to them, in one group that a screen reader reads as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.render.slides.measure.diagrams import LEADING
from coursepack.render.slides.native.fast import next_id

if TYPE_CHECKING:
    from coursepack.render.slides.content import DiagramFigure
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.measure.diagrams import DiagramFit
    from coursepack.render.slides.native.page import Page

# A slide's tree begins with two elements of its own, then its title.
_AFTER_TITLE = 3


def fill(name: str, figure: DiagramFigure, found: DiagramFit, frame: Frame, page: Page) -> None:
    """Draw a diagram into its region, as it was laid out; one that has no room is said where it was measured."""
    if found.laid is None:
        return
    xml = page.kit.templates.get_template("deck/diagram.xml.j2").render(
        design=page.kit.design,
        laid=found.laid,
        origin=(frame.at[0], frame.at[1] + max(0.0, frame.room[1] - found.laid.height) / 2 / 72),
        size=found.size,
        leading=found.size * LEADING,
        alt=figure.alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))
