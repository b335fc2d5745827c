# ruff: noqa: N999 (authors write `{break}`, and a kind is called as its module)
"""A break of the lecture: on a slide, and nowhere else."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from coursepack.block import Block
from coursepack.text import Line, Prose


class Break(Block):
    """A break: how long, and what the class may do or bring meanwhile."""

    stands_inside: ClassVar[bool] = False

    secret: ClassVar[frozenset[str]] = frozenset({"notes"})
    titled_by_unit: ClassVar[bool] = True

    on: Literal["slides"] = "slides"
    minutes: int = Field(gt=0)
    title: Line | None = Field(None, description="In place of “Break in Unit 3”; needed for a unit's second break")
    notes: Prose | None = None

    def goes_to(self, medium: Literal["handout", "slides"]) -> bool:
        """Paper knows no breaks."""
        return medium == "slides"
