"""A film or a page with sound: a still picture and an address, for paper shows neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from coursepack.block import Block, SlideForm
from coursepack.blocks.figure import Heard
from coursepack.load import pictures
from coursepack.model import Words
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span


class Video(Block):
    """A film: on paper its title, length, address and a code to scan, on a slide a picture that leads to it."""

    url: Words = Field(description="Its web address: https://…")
    title: Line | None = None
    length: str | None = Field(None, description="How long it is, in quotes: “4:30”")
    still: str | None = Field(None, description="A picture of it in the course folder")
    alt: Heard = Field("", description="What the still picture shows")
    measure: Line | None = Field(None, description="What there is to see; what to watch for")
    source: Line | None = None
    qr: bool = Field(default=True, description="A code to scan, on paper")
    slide: SlideForm | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The still picture."""
        if self.still:
            yield self.still, self.at("still"), "media"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """The address is one of the web, and a picture says what it shows."""
        if not self.url.lower().startswith(("https://", "http://")):
            message, advice = f"`{self.url}` is not a web address", "Write `https://…`"
            yield Problem(self.at("url"), "bad-link", message, advice)
        given: Any = self.written() or {}
        if self.still and not str(given.get("alt") or "").strip():
            yield pictures.unsaid(self.at("still"), self.alt, "Write what it shows: `alt: …`")
