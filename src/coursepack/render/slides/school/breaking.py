"""Long words get places where a line may end: for slides whose lines are too short for them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Slide, Table, Text

if TYPE_CHECKING:
    from coursepack.render.slides.content import Content
    from coursepack.render.slides.inline import Paragraph

_ZERO_WIDTH = "\u200b"  # a line may end here, and nothing is shown
_LONG = re.compile(r"\S{13,}")
# Addresses end lines after their signs; a word without any does after some letters.
_SIGNS = re.compile(r"(?<=[/.?&=_#%:@+-])(?=[^/.?&=_#%:@+\-\s])")
_LETTERS = 6


def broken(slide: Slide) -> Slide:
    """Return a slide whose long words may be cut at a line's end."""
    return replace(slide, parts={name: _content(content) for name, content in slide.parts.items()})


def _content(content: Content) -> Content:
    match content:
        case Text():
            return _text(content)
        case Table(head=head, rows=rows):
            cut = tuple(tuple(map(_text, row)) for row in rows)
            return replace(content, head=tuple(map(_text, head)), rows=cut)
    return content


def _text(text: Text) -> Text:
    return replace(text, paragraphs=tuple(map(_paragraph, text.paragraphs)))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    runs = (run if run.latex else replace(run, text=_LONG.sub(_word, run.text)) for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))


def _word(found: re.Match[str]) -> str:
    pieces = _SIGNS.split(found[0])
    return _ZERO_WIDTH.join(part for piece in pieces for part in _parts(piece))


def _parts(piece: str) -> list[str]:
    """Cut a piece into parts of some letters; the last one is no shorter than half of that."""
    ends = range(0, max(1, len(piece) - _LETTERS // 2), _LETTERS)
    starts = [*ends, len(piece)]
    return [piece[start:end] for start, end in pairwise(starts)]
