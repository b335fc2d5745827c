"""The longest option is right too often: a class learns to tick it without reading.

Authors make the right option exact, and so longer than the others (Haladyna, Downing and Rodriguez 2002: keep the
length of options about equal). Said of a unit where chance alone would give so many in fewer than one of fifty.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.judge.editor.uneven_keys import single
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.pack import Pack
    from coursepack.task import Choose

_RARE = 0.02
# Letters by which the longest is longer than the next, so that it is seen.
_SEEN = 1.1


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the units in which the longest option is the right one too often."""
    for unit in pack.units:
        found = [(task, _longest(task)) for task in single(unit)]
        told = [(task, place) for task, place in found if place is not None]
        times = sum(place in task.right for task, place in told)
        chances = [1 / len(task.options) for task, _ in told]
        if told and _tail(chances, times) < _RARE:
            message = f"in {times} of {len(told)} questions whose options differ in length the longest is right"
            advice = "Lengthen wrong options, or shorten right ones"
            yield Problem(unit.part.span, "longest-right", message, advice, Severity.WARNING)


def _longest(task: Choose) -> int | None:
    """Return the place of the option that is seen to be longer than all others, if there is one."""
    lengths = [len(option.plain()) for option in task.options]
    first, second = sorted(lengths, reverse=True)[:2]
    return lengths.index(first) if first >= second * _SEEN else None


def _tail(chances: Sequence[float], times: int) -> float:
    """Return how likely it is that as many events happen, or more, by their chances (a Poisson binomial)."""
    counts = [1.0]
    for chance in chances:
        pairs = pairwise([0.0, *counts, 0.0])
        counts = [before * chance + same * (1 - chance) for before, same in pairs]
    return sum(counts[times:])
