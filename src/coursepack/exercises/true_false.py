"""A statement that is true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.credit import credit
from coursepack.exercise import Exercise, twins
from coursepack.model import Id, Model
from coursepack.problem import Problem
from coursepack.task import Choose, Judge
from coursepack.text import Passage, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.chance import Draw
    from coursepack.text import Rich


class Statement(Model):
    """One of several statements."""

    id: Id | None = Field(None, description="A name for `{option:…}`, which prints its letter")
    text: Passage
    answer: bool = Field(description="true or false")
    reason: Passage | None = Field(None, description="Why; printed in the key")


class TrueFalse(Exercise):
    """A statement that is true or false, or several of them under one stem."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"answer", "reason", "statements"}

    answer: bool | None = Field(None, description="true or false; or else there are `statements`")
    reason: Passage | None = Field(None, description="Why; printed in the key")
    statements: Annotated[tuple[Statement, ...], Field(max_length=12, description="Several to judge, mixed")] = ()
    fixed: bool = Field(default=False, description="The statements keep their order")

    @property
    def mixes(self) -> bool:
        """Several statements do."""
        return len(self.statements) > 1 and not self.fixed

    @property
    def own(self) -> float:
        """A point a statement."""
        return len(self.statements or ()) or 1

    def task(self, draw: Draw) -> Choose | Judge:
        """Show the two words of the course's language, always in this order."""
        return self._judged(draw) if self.statements else self._chosen(draw)

    def _judged(self, draw: Draw) -> Judge:
        origin = draw.order([self.fixed] * len(self.statements))
        shown = [self.statements[number] for number in origin]
        return Judge(
            tuple(one.text for one in shown),
            (plain(draw.labels["true"]), plain(draw.labels["false"])),
            tuple(one.answer for one in shown),
            tuple(one.reason for one in shown),
            origin,
            credit("each", self.left, len(shown)),
        )

    def choices(self) -> tuple[str | None, ...]:
        """Return the ids of the statements."""
        return tuple(one.id for one in self.statements or ())

    def shown(self) -> Iterable[Rich]:
        """Yield the statements."""
        return (one.text for one in self.statements or ())

    def faults(self) -> Iterator[Problem]:
        """There is an answer, or there are statements that differ."""
        if self.statements and (self.answer is not None or self.reason):
            name = "reason" if self.answer is None else "answer"
            message = f"there are statements, and `{name}` besides"
            yield Problem(self.at(name), "two-answers", message, f"Write `{name}` at each statement")
        elif not self.statements and self.answer is None:
            advice = "Write `answer: true`, `answer: false`, or `statements` that have one each"
            yield Problem(self.span, "missing-field", "`answer` is missing", advice)
        elif len(self.statements) == 1:
            yield Problem(self.at("statements"), "no-key", "there is one statement alone", "Write it as `text`")
        yield from twins(
            (self.at("statements", number, "text"), one.text.plain()) for number, one in enumerate(self.statements)
        )

    def _chosen(self, draw: Draw) -> Choose:
        words = (plain(draw.labels["true"]), plain(draw.labels["false"]))
        right = 0 if self.answer else 1
        reasons = tuple(self.reason if place == right else None for place in range(2))
        return Choose(words, right=frozenset({right}), reasons=reasons, origin=(0, 1))
