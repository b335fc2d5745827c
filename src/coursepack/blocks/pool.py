"""Exercises of which each copy has some."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from coursepack.block import Block
from coursepack.exercise import Exercise
from coursepack.model import Id
from coursepack.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from coursepack.problem import Span

_FEWEST = 2


class Pool(Block):
    """Some of these exercises are in a copy, drawn by the seed and the variant; the others are nowhere in it."""

    id: Id
    on: Literal["handout"] = "handout"
    pick: int = Field(gt=0, description="How many of them a copy has")
    questions: Annotated[tuple[Id, ...], Field(min_length=_FEWEST, description="The ids of exercises of this section")]

    def leads(self) -> Iterator[tuple[str, str, Span]]:
        """Yield the exercises."""
        return (("exercise", name, self.at("questions", number)) for number, name in enumerate(self.questions))

    def wrong(self, section: Sequence[Block], known: Container[str | None]) -> Iterator[Problem]:
        """Yield why copies could not have the same numbers and the same sum.

        `section` are the blocks around it; an exercise that is not `known` in the course is reported as a reference.
        """
        if self.pick >= len(self.questions):
            message = f"`pick` is {self.pick}, and there are {len(self.questions)} exercises"
            yield Problem(self.at("pick"), "pool-size", message, "Pick fewer than there are, or leave the pool out")
        for number, name in enumerate(self.questions):
            if name in self.questions[:number]:
                yield Problem(self.at("questions", number), "pool-twice", f"`{name}` stands twice", "Keep one")
        members = {block.id: (place, block) for place, block in enumerate(section) if isinstance(block, Exercise)}
        inside = [members[name] for name in dict.fromkeys(self.questions) if name in members]
        yield from self._apart(members.keys() | {name for name in self.questions if name not in known})
        places = sorted(place for place, _ in inside)
        for before, after in pairwise(places):
            if after - before > 1:
                message = "something stands between the exercises of this pool, and they have one number in a copy"
                yield Problem(section[before + 1].span, "pool-apart", message, "Put it before or after all of them")
        yield from self._unequal([block for _, block in inside])

    def _apart(self, members: Container[str]) -> Iterator[Problem]:
        for number, name in enumerate(self.questions):
            if name not in members:
                message = f"`{name}` is no exercise of this section"
                yield Problem(
                    self.at("questions", number), "pool-apart", message, "Write the pool and its exercises there"
                )

    def _unequal(self, inside: Sequence[Exercise]) -> Iterator[Problem]:
        for block in inside[1:]:
            first = inside[0]
            if (block.worth, block.bonus) != (first.worth, first.bonus):
                message = f"`{block.id}` earns {block.worth:g} points, `{first.id}` {first.worth:g}"
                advice = f"Give all exercises of `{self.id}` the same points, so that each copy has the same sum"
                yield Problem(block.at("points"), "pool-points", message, advice)
            elif (block.audience, block.on) != (first.audience, first.on):
                message = f"`{block.id}` is for others than `{first.id}`, or goes elsewhere"
                yield Problem(block.span, "pool-apart", message, "Give all exercises of a pool the same `for` and `on`")
