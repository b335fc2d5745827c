"""Pictures side by side, each with its words in a box below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.slides.measure.columns import columns
from coursepack.render.slides.measure.fit import fit
from coursepack.render.slides.native import paragraphs, picture
from coursepack.render.slides.native.loose import Loose

if TYPE_CHECKING:
    from coursepack.problem import Problem
    from coursepack.render.slides.content import Panels, Text
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.native.page import Page


def fill(given: Panels, frame: Frame, page: Page) -> list[Problem]:
    """Put pictures into a region; return what is said of those that cannot be read at their size."""
    problems: list[Problem] = []
    for one, label, above, below in columns(given, frame):
        problems += picture.fill(Loose(page.made.shapes, above.at), one, above, page)
        if label.paragraphs:
            _write(label, below, page)
    return problems


def _write(label: Text, frame: Frame, page: Page) -> None:
    """Add a box with a picture's words."""
    floor = page.kit.floors[frame.floor]
    box = Loose(page.made.shapes, frame.at).insert_words()
    body = paragraphs.body_of(box._element)  # noqa: SLF001 python-pptx has no public name for it
    written = [paragraphs.inked(one) for one in label.paragraphs]
    found = fit(label.paragraphs, frame, floor, page.kit.faces)
    paragraphs.write(body, written, page, replace(found, shrunk=True))
