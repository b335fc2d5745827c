"""A role play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.block import Step
from coursepack.exercise import AskForm, CriterionForm, Parted, level, twins
from coursepack.model import Model, Words
from coursepack.problem import Problem
from coursepack.task import Write
from coursepack.text import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.chance import Draw
    from coursepack.text import Rich


class Role(Model):
    """A role: what everybody knows of it, and what only the one who plays it does."""

    secret: ClassVar[frozenset[str]] = frozenset({"private"})

    name: Words
    public: Prose | None = Field(None, description="What everybody knows")
    private: Prose | None = Field(None, description="What only the player knows; on the card, never in the pack")


class RolePlay(Parted):
    """A role play: the setting, the steps, the roles, and what is asked afterwards."""

    # What a role keeps to itself is no copy's; the rest is for everybody.
    unprinted: ClassVar[frozenset[str]] = Parted.unprinted | {"roles"}
    played: ClassVar[frozenset[str]] = frozenset({"roles"})

    steps: tuple[Step, ...] = Field((), description="What is done, and how long")
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=40)]
    rubric: tuple[CriterionForm, ...] = ()
    parts: Annotated[tuple[AskForm, ...], Field(max_length=12, description="The debrief")] = ()

    @property
    def own(self) -> float:
        """The points of the rubric: a game that nobody judges has none."""
        return sum(row.points for row in self.rubric)

    @property
    def done(self) -> str:
        """Nobody plays it alone: what no lesson has shown has one of its own."""
        return self.place or ("class" if self.slide else "lesson")

    @property
    def spent(self) -> int:
        """The minutes of its steps, where nothing else is said."""
        return super().spent or (sum(step.minutes for step in self.steps) if self.done == "class" else 0)

    def task(self, draw: Draw) -> Write:
        """Ask what comes after the game."""
        return Write(super().task(draw).asks, tuple(row.criterion() for row in self.rubric))

    def printed(self) -> Iterator[Rich]:
        """Yield the texts that every copy prints: of a role, what everybody knows."""
        yield from super().printed()
        yield from (role.public for role in self.roles if role.public)

    def faults(self) -> Iterator[Problem]:
        """Roles can be told apart, the rubric is a table, and the minutes are those of the steps."""
        yield from super().faults()
        yield from twins((self.at("roles", number, "name"), role.name) for number, role in enumerate(self.roles))
        yield from level(self, self.rubric)
        total = sum(step.minutes for step in self.steps)
        if self.minutes and total and total != self.minutes:
            message = f"the steps add up to {total} minutes, not {self.minutes}"
            yield Problem(self.at("minutes"), "plan-minutes", message, "Change the minutes of a step")
