"""A question to discuss, with ruled space."""

from __future__ import annotations

from pydantic import Field

from coursepack.block import Block, SlideForm
from coursepack.text import Line, Prose


class Question(Block):
    """A discussion question; its model answer is for the teacher and stays out of the students' pack."""

    text: Line
    minutes: int | None = Field(None, gt=0)
    lines: int = Field(4, ge=0, le=40, description="Ruled lines of 8 mm")
    model: Prose | None = None
    slide: SlideForm | None = None
