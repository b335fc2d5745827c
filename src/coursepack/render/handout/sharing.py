"""Who lays pieces out: this process alone, or the workers that there are. What they make is the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from coursepack.run.hands import answering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coursepack.render.handout.bench import Bench
    from coursepack.run.hands import Hand


@dataclass(frozen=True)
class Task:
    """What is to be made, under a name: what a method of a bench returns for these values.

    What weighs more is made first. A bench that lays out may hold what it laid, under the name `held`; what draws it
    is a task `of` this name.
    """

    name: str
    method: str
    values: tuple[object, ...]
    weight: int = 0
    held: str = ""
    of: str = ""


@dataclass
class Alone:
    """One bench, in this process: everything is made at once."""

    bench: Bench

    def ask(self, task: Task) -> bytes | None:
        """Make it."""
        made: bytes = getattr(self.bench, task.method)(*task.values)
        return made

    def taken(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was made since: nothing."""
        yield from ()


@dataclass
class Sharing:
    """A bench for each worker. What was laid out is drawn where it is held, and before more is laid out there."""

    hands: Sequence[Hand]
    make: Callable[[], Bench]
    open: list[tuple[int, int, Task]] = field(default_factory=list)
    places: dict[str, Hand] = field(default_factory=dict)
    drawing: dict[Hand, list[Task]] = field(default_factory=dict)
    doing: dict[Hand, Task] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin: nobody has a bench yet."""
        self._order = count()

    def ask(self, task: Task) -> bytes | None:
        """Have it made as soon as somebody has time for it."""
        hand = self.places.pop(task.of, None)
        if hand is None:
            heappush(self.open, (-task.weight, next(self._order), task))
        else:
            self.drawing[hand].append(task)
        self._give()
        return None

    def taken(self) -> Iterator[tuple[str, bytes]]:
        """Yield what is made, under its name; wait until there is something.

        Who made it is given more only then: what is asked for meanwhile may be to draw it.
        """
        self._give()
        for hand in answering(list(self.doing)):
            task = self.doing.pop(hand)
            made: bytes = hand.take()
            if task.held:
                self.places[task.held] = hand
            yield task.name, made

    def _give(self) -> None:
        """Give who is free something to do."""
        for hand in self.hands:
            if hand not in self.doing and (self.drawing.get(hand) or self.open):
                if hand not in self.drawing:
                    hand.hold(self.make)
                    self.drawing[hand] = []
                own = self.drawing[hand]
                task = own.pop(0) if own else heappop(self.open)[2]
                hand.ask(task.method, *task.values)
                self.doing[hand] = task
