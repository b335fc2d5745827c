"""A picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
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


_WIDTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|mm|cm)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54}
# What is narrower shows nothing, in points (10 mm).
_LEAST = 28.3
# The text's measure on A4: 120 mm.
_TEXT = 340.2


def _width(value: object) -> object:
    found = _WIDTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if value not in {"text", "wide"} and not found:
        said = {"given": str(value), "help": "Write `text`, `wide`, a share such as `40%`, or a length such as `60mm`"}
        raise PydanticCustomError("width", "`{given}` is no width", said)  # noqa: EM101 pydantic's own form
    return f"{found['number']}{found['unit']}" if found else value


Share = Annotated[float, Field(ge=0, le=1)]


class Figure(Block):
    """A numbered picture with its caption and source."""

    counter: ClassVar[str | None] = "figure"

    id: Id
    src: str = Field(description="A picture in the course folder: SVG, PNG, JPEG, GIF, WebP, BMP or TIFF")
    title: Line = Field(description="The claim of the caption")
    measure: Line | None = Field(None, description="What is shown")
    alt: Words = Field(description="What someone who cannot see the picture needs to know")
    source: Line | None = None
    width: Annotated[str, BeforeValidator(_width)] = Field(
        "text", description="`text`, `wide`, a share of the text's width (40%), or a length (60mm, 6cm)"
    )
    crop: Annotated[str, AfterValidator(_aspect)] | None = Field(
        None, description='Width by height of the part that is shown, such as "16:9"; left out, the whole picture'
    )
    focus: tuple[Share, Share] | None = Field(
        None, description="The point to keep in view: shares of the width and the height, from the upper left"
    )
    slide: SlideForm | None = None

    def across(self, text: float, wide: float) -> float:
        """Return how wide it is printed (pt), where these are the two measures of the page."""
        if self.width in {"text", "wide"}:
            return wide if self.width == "wide" else text
        found = _WIDTH.fullmatch(self.width)
        number, unit = (float(found["number"]), found["unit"]) if found else (100.0, "%")
        return number / 100 * text if unit == "%" else number * _POINTS[unit]

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The picture."""
        yield self.src, self.at("src"), "media"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """A focus is a crop's, and a width is that of something on a page."""
        if not _LEAST <= self.across(_TEXT, _TEXT) <= _TEXT:
            advice = "Write 10% to 100%, 10mm to 120mm, or `wide` for text and margin"
            yield Problem(self.at("width"), "figure-width", f"no figure is `{self.width}` wide", advice)
        if self.focus and not self.crop:
            yield Problem(
                self.at("focus"), "focus-alone", "`focus` says nothing without `crop`", 'Write `crop: "16:9"`'
            )
