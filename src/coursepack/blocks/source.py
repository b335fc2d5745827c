"""A primary source in its own words."""

from __future__ import annotations

from typing import ClassVar

from coursepack.block import Block, SlideForm
from coursepack.model import Id
from coursepack.text import Line, Quoted


class SourceSlide(SlideForm):
    """The few words that are shown; the slide's title is the document symbol, or the source's title without one."""

    text: Quoted
    note: Line | None = None


class Source(Block):
    """A numbered extract: from a document, with its symbol, or a passage to read, which has none."""

    counter: ClassVar[str | None] = "source"

    id: Id
    symbol: str | None = None
    title: Line
    text: Quoted
    note: Line | None = None
    cite: Id | None = None
    slide: SourceSlide | None = None
