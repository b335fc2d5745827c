"""A question to discuss, with ruled space, or to decide, with answers to choose from."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.block import Block, SlideForm
from coursepack.problem import Problem
from coursepack.text import Passage, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table

_FEWEST = 2


class Question(Block):
    """A question; its answer is for the teacher and stays out of the students' copies."""

    titled: ClassVar[str] = "text"
    stands_inside: ClassVar[bool] = False

    secret: ClassVar[frozenset[str]] = frozenset({"model", "answer", "reason"})

    text: Passage
    minutes: int | None = Field(None, gt=0)
    options: Annotated[tuple[Passage, ...], Field(max_length=6)] = ()
    answer: str | None = Field(None, description="The right option: its letter, its number or its words")
    reason: Passage | None = Field(None, description="Why; shown with the answer on the next slide")
    lines: int | None = Field(None, ge=0, le=40, description="Ruled lines of 8 mm: 4, or none below options")
    keep: bool = Field(default=False, description="The lines are printed where `paper: thrifty` has none, too")
    model: Prose | None = None
    slide: SlideForm | None = None

    def choices(self) -> tuple[str | None, ...]:
        """Return its options, which keep their order and have no ids."""
        return (None,) * len(self.options)

    @property
    def ruled(self) -> int:
        """How many lines are ruled on paper."""
        usual = 0 if self.options else 4
        return usual if self.lines is None else self.lines

    @property
    def right(self) -> int | None:
        """The right option, counted from 0; `None` if none is named, or in a copy that has no answers."""
        words = [option.plain() for option in self.options]
        if self.answer is None or not words:
            return None
        if self.answer in words:
            return words.index(self.answer)
        names = [*ascii_lowercase[: len(words)], *map(str, range(1, len(words) + 1))]
        name = self.answer.strip(" .)").lower()
        return names.index(name) % len(words) if name in names else None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """There are options for an answer, and the answer is one of them."""
        if len(self.options) == 1:
            message, advice = "one option is no choice", f"Write {_FEWEST} or more"
            yield Problem(self.at("options"), "options", message, advice)
        elif not self.options and (self.answer or self.reason):
            at = self.at("answer" if self.answer else "reason")
            yield Problem(at, "options", "an answer needs `options` to choose from", "Write them, or use `model`")
        elif self.options and self.answer is None and self.reason:
            yield Problem(self.at("reason"), "options", "there is a reason and no `answer`", "Write the letter")
        elif self.answer is not None and self.right is None:
            last = ascii_lowercase[len(self.options) - 1]
            message = f"`{self.answer}` is none of the options"
            advice = f"Write a letter from a to {last}, or a number from 1 to {len(self.options)}"
            yield Problem(self.at("answer"), "options", message, advice)
