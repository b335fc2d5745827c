"""An equation."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationInfo

from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.load import commas
from coursepack.model import Id
from coursepack.text import Line


def _closed(latex: str, info: ValidationInfo) -> str:
    """Set decimal commas as in the formulas of texts."""
    markdown = (info.context or {}).get("markdown")
    return commas.closed(latex) if markdown and commas.are_read(markdown) else latex


class Math(Block):
    """An equation on lines of its own: with an `id` it has a number, "(3.1)", and can be referred to."""

    counter: ClassVar[str | None] = "equation"
    bare: ClassVar[bool] = True
    formulas: ClassVar[frozenset[str]] = frozenset({"latex"})

    id: Id | None = Field(None, description="An equation with an id is numbered")
    latex: Annotated[str, AfterValidator(_closed)] = Field(min_length=1, description="LaTeX, without dollar signs")
    alt: str | None = Field(None, description="The equation in words; left out, it is read out sign by sign")
    where: Line | None = Field(None, description="What the letters mean, on the line below")
    slide: Pointed | None = None
