"""Blocks as a file has them, read without a course around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack import values
from coursepack.load.block import Fence
from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.validate.blocks import Maker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Problem

# Where the fence stands; its fields begin in the line below.
FENCE = Span("units/01-water.md", 9)


def read(kind: str, fields: str) -> tuple[Any, list[Problem]]:
    """Read a block; what is wrong with the form of its fields comes with it."""
    problems: list[Problem] = []
    found = values.read(fields, FENCE.file, FENCE.line + 1, problems)
    return Maker(parser(), problems).block(Fence(kind, found, FENCE)), problems


def block(kind: str, fields: str) -> Any:  # noqa: ANN401 any kind
    """Read a block that has no mistake in the form of its fields."""
    made, problems = read(kind, fields)
    assert problems == []
    return made


def said(kind: str, fields: str, tables: Mapping[str, Table] | None = None) -> list[tuple[str, int]]:
    """Return the codes of what a kind itself finds wrong, each with its line among the fields, the first is 1."""
    return [(one.code, one.span.line - FENCE.line) for one in block(kind, fields).check(tables or {})]
