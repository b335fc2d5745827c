"""A question to discuss, with ruled space."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from coursepack.block import Block, SlideForm
from coursepack.text import Line, Prose

if TYPE_CHECKING:
    from coursepack.problem import Span
    from coursepack.text import Rich


class Question(Block):
    """A discussion question; its model answer is for the teacher and stays out of the students' pack."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"slide", "model"})

    text: Line
    minutes: int | None = Field(None, gt=0)
    lines: int = Field(4, ge=0, le=40, description="Ruled lines of 8 mm")
    model: Prose | None = None
    slide: SlideForm | None = None

    def slide_title(self) -> tuple[Rich | None, Span]:
        """Return the short title, or the question itself."""
        own = self.slide.title if self.slide else None
        return (own, self.at("slide", "title")) if own else (self.text, self.at("text"))
