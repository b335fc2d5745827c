"""A course with an exercise of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.pack import pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.block import Block
    from coursepack.build import Ready
    from coursepack.pack import Item, Pack
    from coursepack.task import Task


@pytest.fixture
def dealt(unit: Callable[..., Path]) -> Callable[..., list[Item]]:
    """Return a function that writes a unit of these blocks, and gives the items of a copy; what is read serves all."""
    read: dict[str, Ready] = {}

    def deal(body: str, copy: Copy | None = None, **course: str) -> list[Item]:
        lines = "".join(
            f"{name}: {value}\n" for name, value in {"title": "Rivers", "slides": "written", **course}.items()
        )
        if (written := lines + body) not in read:
            read[written] = ready(unit(f"## One\n\n{body}", {"course.yaml": f"{lines}units: [units/01-water.md]\n"}))
        made = read[written]
        return items(pack(made.course, made.design.labels, made.design.style, copy))

    return deal


@pytest.fixture
def task(dealt: Callable[..., list[Item]]) -> Callable[..., Any]:
    """Return a function that gives the task of one exercise; its fields are written as YAML."""

    def ask(kind: str, fields: str, edition: str = "teacher", variant: int = 0, **course: str) -> Task | None:
        copy = Copy(edition, variant)  # type: ignore[arg-type]
        return dealt(f"```{{{kind}}}\n{fields.strip()}\n```", copy, **course)[0].task

    return ask


@pytest.fixture
def block(dealt: Callable[..., list[Item]]) -> Callable[..., Any]:
    """Return a function that gives one exercise as a copy has it."""

    def made(kind: str, fields: str, edition: str = "teacher") -> Block:
        return dealt(f"```{{{kind}}}\n{fields.strip()}\n```", Copy(edition))[0].block  # type: ignore[arg-type]

    return made


def items(pack: Pack) -> list[Item]:
    return [item for section in pack.units[0].sections for item in section.items]
