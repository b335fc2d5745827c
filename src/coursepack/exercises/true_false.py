"""A statement that is true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from coursepack.exercise import Exercise
from coursepack.task import Choose
from coursepack.text import Passage, plain

if TYPE_CHECKING:
    from coursepack.chance import Draw


class TrueFalse(Exercise):
    """A statement that is true or false."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"answer", "reason"}

    answer: bool = Field(description="true or false")
    reason: Passage | None = Field(None, description="Why; printed in the key")

    def task(self, draw: Draw) -> Choose:
        """Show the two words of the course's language, always in this order."""
        words = (plain(draw.labels["true"]), plain(draw.labels["false"]))
        right = 0 if self.answer else 1
        reasons = tuple(self.reason if place == right else None for place in range(2))
        return Choose(words, right=frozenset({right}), reasons=reasons, origin=(0, 1))
