"""Things to put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.exercise import Exercise
from coursepack.problem import Problem
from coursepack.task import Order
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.draw import Draw
    from coursepack.text import Rich


class Ordering(Exercise):
    """Things to put in order: a number is written beside each."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"items"}

    items: Annotated[tuple[Line, ...], Field(min_length=3, max_length=12, description="In the right order")]

    def task(self, draw: Draw) -> Order:
        """Mix the items, never into the right order."""
        count = len(self.items)
        origin = draw.order([False] * count)
        if origin == tuple(range(count)):
            origin = (*origin[1:], origin[0])
        return Order(tuple(self.items[number] for number in origin), tuple(number + 1 for number in origin), origin)

    def shown(self) -> Iterable[Rich]:
        """Yield the items."""
        return self.items or ()

    def faults(self) -> Iterator[Problem]:
        """No two items are equal."""
        seen: set[str] = set()
        for number, item in enumerate(self.items):
            words = item.plain().casefold()
            if words in seen:
                yield Problem(self.at("items", number), "equal-options", f"“{item.plain()}” stands twice", "Change one")
            seen.add(words)
