"""A primary source in its own words."""

from __future__ import annotations

from typing import ClassVar

from coursepack.block import Block, SlideForm
from coursepack.model import Id
from coursepack.text import Line, Quoted


class SourceSlide(SlideForm):
    """The few words that are shown; the slide's title is the document symbol."""

    text: Quoted
    note: Line | None = None


class Source(Block):
    """A numbered extract from a document, with its symbol."""

    counter: ClassVar[str | None] = "source"

    id: Id
    symbol: str
    title: Line
    text: Quoted
    note: Line | None = None
    cite: Id
    slide: SourceSlide | None = None
