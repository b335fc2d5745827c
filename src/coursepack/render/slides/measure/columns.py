"""Pictures side by side in a region: where each of them stands, and its words below. Inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.slides.content import Panels, Picture, Text
    from coursepack.render.slides.layouts import Frame

_BETWEEN, _ABOVE = 0.3, 0.06
_LONG = 6.5  # letters an inch that a line of words holds


def columns(given: Panels, frame: Frame) -> Iterator[tuple[Picture, Text, Frame, Frame]]:
    """Yield each picture with its words, and the room of both; all have the same width, and a line of words."""
    left, top, width, height = frame.at
    line = frame.levels[0].leading / 72
    rows = max((len(label.paragraphs) for label in given.labels), default=0)
    each = (width - _BETWEEN * (len(given.pictures) - 1)) / len(given.pictures)
    long = any(len(_plain(label)) > _LONG * each for label in given.labels)
    words = line * (2 if long else rows)
    for number, (picture, label) in enumerate(zip(given.pictures, given.labels, strict=True)):
        start = left + number * (each + _BETWEEN)
        below = (start, top + height - words, each, words)
        above = (start, top, each, height - words - _ABOVE)
        yield picture, label, frame.model_copy(update={"at": above}), frame.model_copy(update={"at": below})


def _plain(label: Text) -> str:
    return " ".join(paragraph.text for paragraph in label.paragraphs)
