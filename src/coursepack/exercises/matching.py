"""Things to match with other things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.block import Model
from coursepack.exercise import Exercise, twins
from coursepack.task import Match
from coursepack.text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.chance import Draw
    from coursepack.problem import Problem
    from coursepack.text import Rich


class Pair(Model):
    """Two things that belong together."""

    left: Passage
    right: Passage


class Matching(Exercise):
    """Things to match with other things: a line to draw across, or a letter to write."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"pairs", "extra"}

    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=12)]
    extra: tuple[Passage, ...] = Field((), description="Distractors at the right that match nothing")

    @property
    def worth(self) -> int:
        """A point a pair, unless `points` says more or less."""
        return self.points or len(self.pairs or ())

    def task(self, draw: Draw) -> Match:
        """Mix the right side; the left stays as it is written."""
        rights = [*(pair.right for pair in self.pairs), *self.extra]
        origin = draw.order([False] * len(rights))
        pairs = tuple(origin.index(number) for number in range(len(self.pairs)))
        return Match(tuple(pair.left for pair in self.pairs), tuple(rights[number] for number in origin), pairs, origin)

    def shown(self) -> Iterable[Rich]:
        """Yield both sides."""
        return (*(text for pair in self.pairs or () for text in (pair.left, pair.right)), *(self.extra or ()))

    def faults(self) -> Iterator[Problem]:
        """No two things on a side are equal."""
        pairs, extra = enumerate(self.pairs), enumerate(self.extra)
        lefts = [(self.at("pairs", number, "left"), pair.left.plain()) for number, pair in enumerate(self.pairs)]
        rights = [(self.at("pairs", number, "right"), pair.right.plain()) for number, pair in pairs]
        yield from twins(lefts)
        yield from twins([*rights, *((self.at("extra", number), text.plain()) for number, text in extra)])
