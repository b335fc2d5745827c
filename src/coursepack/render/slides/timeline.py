"""Timelines: native shapes to scale, in one group that a screen reader reads as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.problem import Problem, Severity
from coursepack.render.slides.fast import next_id
from coursepack.render.slides.lanes import plan

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.markup import Timeline
    from coursepack.render.slides.page import Page

# A slide's tree begins with two elements of its own, then its title.
_AFTER_TITLE = 3


def fill(name: str, timeline: Timeline, frame: Frame, page: Page) -> list[Problem]:
    """Draw a timeline into its region, after the title in reading order."""
    drawing = plan(timeline, frame, page.kit.design.timeline, page.kit.faces)
    xml = page.kit.templates.get_template("deck/timeline.xml.j2").render(
        design=page.kit.design,
        frame=frame,
        drawing=drawing,
        alt=timeline.alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))
    if drawing.whole:
        return []
    message = "the labels of this timeline do not find room beside one another"
    return [Problem(page.slide.at, "slide-overflow", message, "show fewer events, or shorten them", Severity.WARNING)]
