"""Timelines: native shapes to scale, in one group that a screen reader reads as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.render.slides.native.fast import next_id

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.measure.lanes import TimelineLayout
    from coursepack.render.slides.native.page import Page

# A slide's tree begins with two elements of its own, then its title.
_AFTER_TITLE = 3


def fill(name: str, drawing: TimelineLayout, alt: str, frame: Frame, page: Page) -> None:
    """Draw a timeline, or a slide's part of one, into its region, after the title in reading order."""
    xml = page.kit.templates.get_template("deck/timeline.xml.j2").render(
        design=page.kit.design,
        faces=page.kit.faces,
        frame=frame,
        drawing=drawing,
        alt=alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))
