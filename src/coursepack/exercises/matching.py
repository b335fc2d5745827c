"""Things to match with other things."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.credit import credit
from coursepack.exercise import Exercise, twins
from coursepack.model import Id, Model
from coursepack.task import Match
from coursepack.text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.chance import Draw
    from coursepack.problem import Problem
    from coursepack.text import Rich


class Pair(Model):
    """Two things that belong together."""

    id: Id | None = Field(None, description="A name for `{option:…}`, which prints the letter of its right side")
    left: Passage
    right: Passage


class Matching(Exercise):
    """Things to match with other things: a line to draw across, or a letter to write."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"pairs", "extra"}

    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=12)]
    extra: tuple[Passage, ...] = Field((), description="Distractors at the right that match nothing")

    @property
    def own(self) -> float:
        """A point a pair."""
        return len(self.pairs or ())

    def task(self, draw: Draw) -> Match:
        """Mix the right side; the left stays as it is written."""
        rights = [*(pair.right for pair in self.pairs), *self.extra]
        origin = _crossed(draw.order([False] * len(rights)), len(self.pairs))
        pairs = tuple(origin.index(number) for number in range(len(self.pairs)))
        left, right = tuple(pair.left for pair in self.pairs), tuple(rights[number] for number in origin)
        return Match(left, right, pairs, origin, credit("each", self.left, len(self.pairs)))

    @property
    def mixes(self) -> bool:
        """It does, always."""
        return True

    def choices(self) -> tuple[str | None, ...]:
        """Return the ids of the pairs, then the distractors."""
        return (*(pair.id for pair in self.pairs or ()), *(None for _ in self.extra or ()))

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


def _crossed(origin: tuple[int, ...], pairs: int) -> tuple[int, ...]:
    """Return an order of the right side in which the pairs never stand as at the left, in any variant.

    Variants turn one order round, so an order that is the left one but for where it begins gives it in one of them.
    """
    own = [number for number in origin if number < pairs]
    turned = all((after - before) % pairs == 1 for before, after in pairwise(own))
    if turned and (pairs > 2 or own == [0, 1]):  # noqa: PLR2004 two pairs have one order that is not the left one
        return tuple({0: 1, 1: 0}.get(number, number) for number in origin)
    return origin
