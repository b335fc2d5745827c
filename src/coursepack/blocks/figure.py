"""A picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.load import lengths, pictures
from coursepack.model import Id, Model
from coursepack.problem import Problem
from coursepack.text import Line, Rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span


_ASPECT = re.compile(r"[1-9]\d*(\.\d+)?:[1-9]\d*(\.\d+)?")


def _aspect(value: str) -> str:
    if not _ASPECT.fullmatch(value):
        raise PydanticCustomError("aspect", 'an aspect is a width and a height in quotes, such as "16:9"')  # noqa: EM101 pydantic's own form
    return value


def _width(value: object) -> object:
    said = value.strip() if isinstance(value, str) else ""
    if lengths.HIGH.fullmatch(said):
        return " ".join(said.split())
    found = lengths.WIDTH.fullmatch(said) or lengths.RESOLUTION.fullmatch(said)
    if said not in {"text", "wide"} and not found:
        told = {"given": str(value), "help": "Write `text`, `wide`, a share such as `40%`, or a length such as `60mm`"}
        raise PydanticCustomError("width", "`{given}` is no width", told)  # noqa: EM101 pydantic's own form
    return "".join(said.split())


def _share(value: str) -> str:
    found = lengths.WIDTH.fullmatch(value.strip())
    if not found or found["unit"] != "%" or not 0 < float(found["number"]) <= _WHOLE:
        said = {"given": value, "help": "Write its share of the figure's width, such as `30%`"}
        raise PydanticCustomError("width", "`{given}` is no share of a figure", said)  # noqa: EM101 pydantic's own form
    return value


_WHOLE = 100
Share = Annotated[float, Field(ge=0, le=1)]


def _heard(value: object, info: ValidationInfo) -> object:
    if str(value or "").strip():
        return value
    src, title = str(info.data.get("src") or info.data.get("still") or ""), info.data.get("title")
    return pictures.known(src, title.plain() if isinstance(title, Rich) else "") if src else ""


# What those who cannot see a picture hear: its author's words, or else what is known of it.
Heard = Annotated[
    str,
    BeforeValidator(_heard),
    Field(validate_default=True, description="What someone who cannot see the picture needs to know"),
]


class Panel(Model):
    """One of several pictures side by side."""

    src: str
    title: Line | None = Field(None, description="What it shows, after its letter")
    alt: Heard = ""
    width: Annotated[str, AfterValidator(_share)] | None = Field(None, description="Its share of the figure: 30%")


class Figure(Block):
    """A picture, or some side by side; with an `id` and a `title` it has a number and a caption."""

    counter: ClassVar[str | None] = "figure"

    id: Id | None = Field(None, description="A figure with an id and a title is numbered")
    src: str | None = Field(None, description="A picture in the course folder: SVG, PNG, JPEG, GIF, WebP, BMP or TIFF")
    panels: Annotated[tuple[Panel, ...], Field(min_length=2, max_length=4)] | None = Field(
        None, description="In place of `src`: pictures side by side, with (a), (b), (c)"
    )
    columns: Annotated[int, Field(ge=1, le=4)] | None = Field(
        None, description="How many panels stand side by side on paper; left out, all"
    )
    title: Line | None = Field(None, description="The claim of the caption")
    measure: Line | None = Field(None, description="What is shown")
    alt: Heard = ""
    source: Line | None = None
    width: Annotated[str, BeforeValidator(_width)] = Field(
        "text",
        description="`text`, `wide`, a share of the text's width (40%), a length (60mm, 6cm, 3in, 200pt, 300px), "
        "how many of the picture's pixels take an inch (270dpi), or how high it is (30mm high)",
    )
    crop: Annotated[str, AfterValidator(_aspect)] | None = Field(
        None, description='Width by height of the part that is shown, such as "16:9"; left out, the whole picture'
    )
    focus: tuple[Share, Share] | None = Field(
        None, description="The point to keep in view: shares of the width and the height, from the upper left"
    )
    side: Literal["left", "right"] | None = Field(None, description="Where it stands, with the text beside it")
    slide: Pointed | None = None

    def across(self, text: float, wide: float) -> float:
        """Return how wide it is printed (pt), where these are the two measures of the page."""
        if self.width in {"text", "wide"}:
            return wide if self.width == "wide" else text
        if lengths.pixel(self.width) or lengths.high(self.width):
            return text  # the most: its pixels say how much less it is
        length = lengths.length(self.width)
        return float(self.width.removesuffix("%")) / 100 * text if length is None else min(length, text)

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The picture, or those side by side."""
        if self.src:
            yield self.src, self.at("src"), "media"
        for number, panel in enumerate(self.panels or ()):
            yield panel.src, self.at("panels", number, "src"), "media"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """There is a picture in words too; a focus is a crop's, and a width is that of something on a page."""
        if bool(self.src) == bool(self.panels):
            message, advice = "a figure has `src`, or `panels` side by side", "Write one of them"
            yield Problem(self.span, "missing-field" if not self.src else "two-sources", message, advice)
        yield from self._unsaid()
        if self.side and self.across(lengths.TEXT, lengths.TEXT) >= lengths.TEXT:
            advice = "Write `width: 40%` beside it, or leave `side` out"
            yield Problem(self.at("side"), "figure-width", "there is no room for text beside this figure", advice)
        if not lengths.LEAST <= self.across(lengths.TEXT, lengths.TEXT) <= lengths.TEXT:
            advice = "Write 10% to 100%, 10mm or more, or `wide` for text and margin"
            yield Problem(self.at("width"), "figure-width", f"no figure is `{self.width}` wide", advice)
        if lengths.pixel(self.width) and (self.crop or not self.src or self.src.lower().endswith(".svg")):
            message, advice = "only the pixels of one whole picture say how wide it is", "Write a share or a length"
            yield Problem(self.at("width"), "figure-width", message, advice)
        if self.focus and not self.crop:
            yield Problem(
                self.at("focus"), "focus-alone", "`focus` says nothing without `crop`", 'Write `crop: "16:9"`'
            )

    def _unsaid(self) -> Iterator[Problem]:
        given: Any = self.written() or {}
        is_markdown = self.at("src" if self.src else "panels") == self.at()
        advice = "Write what it shows between the brackets" if is_markdown else "Write what it shows: `alt: …`"
        if self.src and not str(given.get("alt") or "").strip():
            yield pictures.unsaid(self.at("src"), self.alt, advice)
        for number, panel in enumerate(self.panels or ()):
            if not str(given["panels"][number].get("alt") or "").strip():
                yield pictures.unsaid(self.at("panels", number, "src"), panel.alt, advice)
