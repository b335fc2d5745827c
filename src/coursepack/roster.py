"""A roster: who gets a pack. It holds what is personal, so nothing here shows itself in a log or a traceback."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.chance import name_of

if TYPE_CHECKING:
    from coursepack.problem import Span


@dataclass(frozen=True, repr=False)
class Student:
    """A row of a roster, by its number in the spreadsheet; `variant` counts from 0 for A, `None` if none is given."""

    row: int
    name: str
    id: str
    seat: str
    variant: int | None
    at: Span


@dataclass(frozen=True, repr=False)
class Seated:
    """A student and the variant that is theirs."""

    student: Student
    variant: int

    @property
    def letter(self) -> str:
        """The variant's letter."""
        return name_of(self.variant)
