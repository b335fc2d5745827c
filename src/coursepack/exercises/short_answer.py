"""A question with an answer of a few words or sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from coursepack.exercise import Exercise, MarkForm, SpaceForm, letters, says
from coursepack.problem import Problem
from coursepack.task import Ask, Write
from coursepack.text import Line, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.chance import Draw


class ShortAnswer(Exercise):
    """A question with an answer of a few words or sentences."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"accepted", "marking", "model"}

    space: SpaceForm = SpaceForm(lines=3)
    accepted: tuple[Line, ...] = Field((), description="Answers that count as right")
    marking: tuple[MarkForm, ...] = Field((), description="What earns points")
    model: Prose | None = Field(None, description="A model answer")

    @property
    def own(self) -> float:
        """The points of its marking points, or one; none besides its parts."""
        return 0 if self.parts else sum(mark.points for mark in self.marking or ()) or 1

    @property
    def summed(self) -> bool:
        """Parts and marking points name their points."""
        return bool(self.parts or self.marking)

    def task(self, draw: Draw) -> Write:
        """Ask the stem, or the parts that it leads to."""
        if self.parts:
            return Write(letters(self.parts, draw))
        marks = tuple(form.mark() for form in self.marking)
        return Write((Ask(self.space.space(), self.worth, model=self.model, marks=marks, accepted=self.accepted),))

    def further(self, draw: Draw) -> None:
        """The parts are the task."""

    def faults(self) -> Iterator[Problem]:
        """The stem does not say the answer, which stands at the parts if there are any."""
        for name in ("accepted", "marking", "model") if self.parts else ():
            if getattr(self, name):
                message = f"the exercise has parts, and `{name}` besides"
                yield Problem(self.at(name), "two-answers", message, f"Write `{name}` at the part that it answers")
        for number, answer in enumerate(self.accepted):
            if says(self.text.plain(), answer.plain()):
                advice = "Write the stem in other words"
                yield Problem(self.at("accepted", number), "given-away", "the stem says the answer", advice)
