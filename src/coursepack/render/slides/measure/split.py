"""Splitting: which of the things that follow one another stand on which slide. Pure; knows neither text nor slide.

Heights are asked of a function, because what stands together is rarely as high as the sum of its parts: spaces fall
away at a slide's foot, a table's head and a list's are repeated.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    # How high the things from one number up to another stand, in points.
    Height = Callable[[int, int], float]

Slices = tuple[tuple[int, int], ...]

# A rounding of floats is no overflow: a line's ink is lower than its leading.
AIR = 0.01
# So many things are shared out in every way there is.
_MANY = 60


def fewest(count: int, height: Height, room: float) -> int:
    """Return how many slides `count` things need; what is too high by itself stands alone."""
    slides, start = 0, 0
    while start < count:
        end = start + 1
        while end < count and height(start, end + 1) <= room + AIR:
            end += 1
        slides, start = slides + 1, end
    return slides


def even(count: int, height: Height, room: float, slides: int, prices: Sequence[float]) -> Slices:
    """Share things out over so many slides as evenly as it goes.

    The sum of the squares of the slides' heights is made least; `prices` say what it costs to begin a slide with each
    thing, in slides' heights squared.
    """
    # By how many things are shared out: what that costs, and where the last slide begins.
    best: list[tuple[float, int]] = [(0.0, 0), *[(float("inf"), 0)] * count]
    steps = []
    for low, high in _windows(count, height, room, slides):
        new = [(float("inf"), 0)] * (count + 1)
        for end in range(low, high + 1):
            new[end] = _last(end, best, height, room, prices)
        best = new
        steps.append(best)
    cuts = [count]
    for step in reversed(steps):
        cuts.append(step[cuts[-1]][1])
    cuts.reverse()
    return tuple((start, end) for start, end in pairwise(cuts) if start < end)


def _windows(count: int, height: Height, room: float, slides: int) -> list[tuple[int, int]]:
    """Return between which things each slide may end: of many things, only where the rest still goes on the others."""
    if count <= _MANY:
        return [(1, count)] * slides
    reached, back = [0], [count]
    for _ in range(slides):
        end = min(reached[-1] + 1, count)
        while end < count and height(reached[-1], end + 1) <= room + AIR:
            end += 1
        reached.append(end)
        start = max(back[-1] - 1, 0)
        while start > 0 and height(start - 1, back[-1]) <= room + AIR:
            start -= 1
        back.append(start)
    return [(max(1, min(back[slides - number], reached[number])), reached[number]) for number in range(1, slides + 1)]


def _last(
    end: int, best: Sequence[tuple[float, int]], height: Height, room: float, prices: Sequence[float]
) -> tuple[float, int]:
    """Find where a slide that ends before the thing `end` begins best."""
    found = (float("inf"), end - 1)
    for start in range(end - 1, -1, -1):
        high = height(start, end)
        if high > room + AIR and start < end - 1:
            break
        cost = best[start][0] + (high / room) ** 2 + (prices[start] if start else 0.0)
        found = min(found, (cost, start))
    return found
