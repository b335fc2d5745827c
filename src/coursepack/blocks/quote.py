"""Somebody's words."""

from __future__ import annotations

from coursepack.block import Block, SlideForm
from coursepack.model import Id
from coursepack.text import Line, Quoted


class Quote(Block):
    """A quotation: who said it, and where it is printed."""

    text: Quoted
    by: Line
    cite: Id | None = None
    slide: SlideForm | None = None
