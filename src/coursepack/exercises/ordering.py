"""Things to put in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.credit import Steps, credit
from coursepack.exercise import Exercise, twins
from coursepack.task import Order
from coursepack.text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.chance import Draw
    from coursepack.problem import Problem
    from coursepack.text import Rich


class Ordering(Exercise):
    """Things to put in order: a number is written beside each."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"items"}

    items: Annotated[tuple[Passage, ...], Field(min_length=3, max_length=12, description="In the right order")]
    credit: Steps = Field("neighbours", description="What counts: right neighbours, right places, or only all of it")

    def task(self, draw: Draw) -> Order:
        """Mix the items, never into the right order."""
        origin = draw.order([False] * len(self.items))
        if _is_turned(origin):
            # Variants turn the same order round, so one of them would be the right one.
            origin = tuple({0: 1, 1: 0}.get(number, number) for number in origin)
        shown, places = tuple(self.items[number] for number in origin), tuple(number + 1 for number in origin)
        # The first of all follows nothing: it is right where it stands first.
        return Order(shown, places, origin, credit(self.credit, self.left, len(origin)))

    @property
    def mixes(self) -> bool:
        """It does, always."""
        return True

    def choices(self) -> tuple[str | None, ...]:
        """Return the items, which have no ids."""
        return (None,) * len(self.items or ())

    def shown(self) -> Iterable[Rich]:
        """Yield the items."""
        return self.items or ()

    def faults(self) -> Iterator[Problem]:
        """No two items are equal."""
        return twins((self.at("items", number), item.plain()) for number, item in enumerate(self.items))


def _is_turned(origin: tuple[int, ...]) -> bool:
    """Tell whether an order is the right one but for where it begins."""
    return all((after - before) % len(origin) == 1 for before, after in pairwise(origin))
