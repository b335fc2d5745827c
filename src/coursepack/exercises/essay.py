"""A text to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.exercise import CriterionForm, Exercise, SpaceForm, level
from coursepack.problem import Problem
from coursepack.task import Ask, Write
from coursepack.text import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.chance import Draw

_Words = Annotated[int, Field(gt=0)]


class Essay(Exercise):
    """A text to write, judged by a rubric, which its writers see too."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"model"}

    words: tuple[_Words, _Words] | None = Field(None, description="The fewest and the most")
    space: SpaceForm = SpaceForm(lines=20)
    rubric: tuple[CriterionForm, ...] = ()
    model: Prose | None = Field(None, description="An outline of a good answer")

    @property
    def own(self) -> float:
        """The points of the rubric, or one."""
        return sum(row.points for row in self.rubric) or 1

    @property
    def summed(self) -> bool:
        """A rubric names its points."""
        return bool(self.rubric)

    def task(self, draw: Draw) -> Write:  # noqa: ARG002 nothing is drawn
        """Ask the stem."""
        rubric = tuple(row.criterion() for row in self.rubric)
        return Write((Ask(self.space.space(), self.left, model=self.model),), rubric, self.words)

    def faults(self) -> Iterator[Problem]:
        """The rubric is a table, and the fewest words are not more than the most."""
        yield from level(self, self.rubric)
        if self.words and self.words[0] > self.words[1]:
            message = f"the fewest words are {self.words[0]}, the most {self.words[1]}"
            yield Problem(self.at("words"), "words-order", message, "Write the smaller number first")
