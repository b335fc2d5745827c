"""A picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from coursepack.block import Block, Id, SlideForm, Words
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.problem import Span


class Figure(Block):
    """A numbered picture with its caption and source."""

    counter: ClassVar[str | None] = "figure"

    id: Id
    src: str = Field(description="A picture in the course folder: SVG, PNG or JPEG")
    title: Line = Field(description="The claim of the caption")
    measure: Line | None = Field(None, description="What is shown")
    alt: Words = Field(description="What someone who cannot see the picture needs to know")
    source: Line | None = None
    width: Literal["text", "wide"] = "text"
    slide: SlideForm | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The picture."""
        yield self.src, self.at("src"), "media"
