"""A piece of a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BeforeValidator, Field

from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.load import fence
from coursepack.model import Id
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table


def _lines(value: object) -> object:
    """Read numbers and ranges of lines, in a list or in one text."""
    found: list[int] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and fence.LINES.fullmatch(one.strip()):
            found += fence.numbers(one)
        elif isinstance(one, int):
            found.append(one)
        else:
            return value
    return tuple(found)


class Code(Block):
    """Code with the colours of its language; with `id` and `title` it is a numbered listing."""

    counter: ClassVar[str | None] = "listing"

    id: Id | None = Field(None, description="A listing with an id and a title is numbered")
    language: str = Field("text", description="As Pygments names it: python, r, sql, json …; text for none")
    code: str = Field(min_length=1, description="The code itself, after `code: |`")
    title: Line | None = Field(None, description="What the code does")
    measure: Line | None = None
    lines: bool = Field(default=False, description="Number the lines")
    emphasis: Annotated[tuple[int, ...], BeforeValidator(_lines)] = Field(
        (), description="The lines that matter, counted from 1: `[2, 4]`, or ranges as `2-4`"
    )
    source: Line | None = None
    slide: Pointed | None = None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """The lines that matter are there."""
        written = self.written("emphasis") if self.emphasis else None
        single = isinstance(written, list) and len(written) == len(self.emphasis)
        last = len(self.code.rstrip("\n").split("\n"))
        for index, number in enumerate(self.emphasis):
            if not 1 <= number <= last:
                message = f"there is no line {number}"
                yield Problem(
                    self.at("emphasis", index) if single else self.at("emphasis"),
                    "unknown-line",
                    message,
                    f"Use a number from 1 to {last}",
                )
