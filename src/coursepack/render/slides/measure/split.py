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
    for _ in range(slides):
        best = [(float("inf"), 0), *(_last(end, best, height, room, prices) for end in range(1, count + 1))]
        steps.append(best)
    cuts = [count]
    for step in reversed(steps):
        cuts.append(step[cuts[-1]][1])
    cuts.reverse()
    return tuple((start, end) for start, end in pairwise(cuts) if start < end)


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
