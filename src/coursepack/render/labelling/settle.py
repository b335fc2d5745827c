"""Choosing places for labels: each label has spots that are free of the drawing; no two labels may meet."""

from __future__ import annotations

from collections import Counter
from itertools import islice, permutations
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_MOST_ORDERS = 24
_MOST_TURNS = 60
_TURN = 20.0  # what it costs to turn out a label for the first time
_UNPLACED = 1e4


class Choice(Protocol):
    """What `settle` must know of a possible place."""

    @property
    def cost(self) -> float:
        """How bad the place is."""

    def allows(self, other: Self) -> bool:
        """Say whether another label may have the other place."""


Chosen = TypeVar("Chosen", bound=Choice)


def settle(choices: Sequence[Sequence[Chosen]]) -> tuple[Chosen | None, ...]:
    """Choose a spot for every label, so that the labels lack least; `None` where no spot is left.

    Labels are placed one after the other, in several orders, and the best order wins.
    """
    ranked = [sorted(spots, key=lambda spot: spot.cost) for spots in choices]
    allows = _remembered()
    ideal = _cost(tuple(next(iter(spots), None) for spots in ranked))
    best = _in_order(ranked, range(len(ranked)), allows)
    for order in _orders(len(ranked)):
        if _cost(best) <= ideal:
            break
        best = min(best, _in_order(ranked, order, allows), key=_cost)
    return best if None not in best else min(best, _mended(ranked, allows), key=_cost)


def _remembered() -> Callable[[Chosen, Chosen], bool]:
    """Return what says whether two places allow each other: many orders ask of the same two."""
    known: dict[tuple[int, int], bool] = {}

    def allows(spot: Chosen, other: Chosen) -> bool:
        pair = id(spot), id(other)
        if pair not in known:
            known[pair] = spot.allows(other)
        return known[pair]

    return allows


def _mended(ranked: Sequence[Sequence[Chosen]], allows: Callable[[Chosen, Chosen], bool]) -> tuple[Chosen | None, ...]:
    """Place labels by turning out others, which are then placed again: rather elsewhere, if a spot did not last."""
    chosen: dict[int, Chosen] = {}
    firm, worn = Counter[int](), Counter[int]()
    waiting = [index for index, spots in enumerate(ranked) if spots]
    for _ in range(_MOST_TURNS):
        if not waiting:
            break
        index = waiting.pop(0)
        out, spot = _least_harm(ranked[index], chosen, firm, worn, allows)
        for other in out:
            worn[id(chosen.pop(other))] += 1
            firm[other] += 1
        waiting.extend(out)
        chosen[index] = spot
    return tuple(chosen.get(index) for index in range(len(ranked)))


def _least_harm(
    spots: Sequence[Chosen],
    chosen: Mapping[int, Chosen],
    firm: Counter[int],
    worn: Counter[int],
    allows: Callable[[Chosen, Chosen], bool],
) -> tuple[tuple[int, ...], Chosen]:
    """Return the spot that turns out the fewest labels, and those labels.

    `firm` counts how often a label was turned out already, `worn` how often one was turned out of a spot.
    """
    ways = [(tuple(index for index, other in chosen.items() if not allows(spot, other)), spot) for spot in spots]
    return min(ways, key=lambda way: sum(_TURN + _TURN * firm[index] for index in way[0]) + _cost_worn(way[1], worn))


def _cost_worn(spot: Chosen, worn: Counter[int]) -> float:
    return spot.cost + _TURN * worn[id(spot)]


def _orders(number: int) -> Iterator[tuple[int, ...]]:
    """Yield orders and their reverses: the first of many orders all begin with the same labels."""
    for order in islice(permutations(range(number)), _MOST_ORDERS):
        yield order
        yield order[::-1]


def _in_order(
    ranked: Sequence[Sequence[Chosen]], order: Sequence[int], allows: Callable[[Chosen, Chosen], bool]
) -> tuple[Chosen | None, ...]:
    chosen: dict[int, Chosen] = {}
    for index in order:
        free = (spot for spot in ranked[index] if all(allows(spot, other) for other in chosen.values()))
        spot = next(free, None)
        if spot is not None:
            chosen[index] = spot
    return tuple(chosen.get(index) for index in range(len(ranked)))


def _cost(spots: tuple[Chosen | None, ...]) -> float:
    return sum(_UNPLACED if spot is None else spot.cost for spot in spots)
