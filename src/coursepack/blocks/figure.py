"""A picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from coursepack.block import Block, Id, SlideForm, Words
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span


_ASPECT = re.compile(r"[1-9]\d*(\.\d+)?:[1-9]\d*(\.\d+)?")


def _aspect(value: str) -> str:
    if not _ASPECT.fullmatch(value):
        raise PydanticCustomError("aspect", 'an aspect is a width and a height in quotes, such as "16:9"')  # noqa: EM101 pydantic's own form
    return value


Share = Annotated[float, Field(ge=0, le=1)]


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
    crop: Annotated[str, AfterValidator(_aspect)] | None = Field(
        None, description='Width by height of the part that is shown, such as "16:9"; left out, the whole picture'
    )
    focus: tuple[Share, Share] | None = Field(
        None, description="The point to keep in view: shares of the width and the height, from the upper left"
    )
    slide: SlideForm | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The picture."""
        yield self.src, self.at("src"), "media"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """A focus is a crop's."""
        if self.focus and not self.crop:
            yield Problem(
                self.at("focus"), "focus-alone", "`focus` says nothing without `crop`", 'Write `crop: "16:9"`'
            )
