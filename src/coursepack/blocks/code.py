"""A piece of a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from coursepack.block import Block, Id, SlideForm
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table


class Code(Block):
    """Code with the colours of its language; with `id` and `title` it is a numbered listing."""

    counter: ClassVar[str | None] = "listing"

    id: Id | None = Field(None, description="A listing with an id and a title is numbered")
    language: str = Field("text", description="As Pygments names it: python, r, sql, json …; text for none")
    code: str = Field(min_length=1, description="The code itself, after `code: |`")
    title: Line | None = Field(None, description="What the code does")
    measure: Line | None = None
    lines: bool = Field(default=False, description="Number the lines")
    emphasis: tuple[int, ...] = Field((), description="The lines that matter, counted from 1")
    source: Line | None = None
    slide: SlideForm | None = None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """The lines that matter are there."""
        last = len(self.code.rstrip("\n").split("\n"))
        for index, number in enumerate(self.emphasis):
            if not 1 <= number <= last:
                message = f"there is no line {number}"
                yield Problem(self.at("emphasis", index), "unknown-line", message, f"Use a number from 1 to {last}")
