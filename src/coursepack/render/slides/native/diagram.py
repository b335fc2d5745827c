"""Diagrams on a slide: native boxes with connectors glued to them, in one group that a screen reader reads as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.render.slides.measure.diagrams import LEADING
from coursepack.render.slides.native.fast import next_id

if TYPE_CHECKING:
    from coursepack.render.figures.graph import Laid
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
        faces=page.kit.faces,
        laid=found.laid,
        origin=_origin(found.laid, frame),
        size=found.size,
        leading=found.size * LEADING,
        alt=figure.alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))


def _origin(laid: Laid, frame: Frame) -> tuple[float, float]:
    """Return where a diagram begins, in inches: at the side where lines begin, at half the height."""
    across, down = (max(0.0, room - own) / 72 for room, own in zip(frame.room, (laid.width, laid.height), strict=True))
    return frame.at[0] + (across if frame.align == "r" else 0.0), frame.at[1] + down / 2
