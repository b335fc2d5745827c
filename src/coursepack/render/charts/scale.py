"""Scales: from numbers to places on paper (pt), and the round numbers where a scale is marked."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUND = (1.0, 5.0, 2.5, 2.0, 4.0, 3.0, 1.5)  # the roundest first
_HALF, _QUARTER = 1.5, 2.5
_YEAR_STEPS = (1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True)
class Scale:
    """A straight scale: the number `low` stands at `start` (pt), `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place (pt) of a number; the middle if the scale has a single number."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def round_values(low: float, high: float, most: int, *, whole: bool) -> tuple[float, ...]:
    """Return `most` round numbers other than 0 between two numbers, or fewer: the multiples of a round step.

    `whole` keeps to whole numbers, for things that are counted.
    """
    reach = max(abs(low), abs(high))
    if reach == 0:
        return ()
    exponent = floor(log10(reach))
    steps = [step for power in (exponent, exponent - 1, exponent + 1) for step in _steps(power, whole=whole)]
    found = [_multiples(low, high, step) for step in steps]
    return max((values for values in found if len(values) <= most), key=len, default=())


def _steps(exponent: int, *, whole: bool) -> list[float]:
    """Return the round steps of one power of ten; a quarter only where it is a whole number."""
    if whole and exponent < 0:
        return []
    broken = () if exponent > 0 else (_HALF, _QUARTER) if whole else (_QUARTER,)
    return [mantissa * 10.0**exponent for mantissa in _ROUND if mantissa not in broken]


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    """Return the multiples of a step from `low` to `high`, rounded to the step's own decimals."""
    places = max(0, -floor(log10(step))) + 1
    slack = 1e-9
    numbers = range(ceil(low / step - slack), floor(high / step + slack) + 1)
    return tuple(round(number * step, places) for number in numbers if number)


def years(low: float, high: float, pitch: float, needed: float) -> tuple[int, ...]:
    """Return years at the smallest usual step that is `needed` pt wide, or at the next if that reaches farther.

    A year is `pitch` pt wide. 1990 to 2020 has every fifth year rather than every fourth, which neither of them is.
    """
    steps = (*_YEAR_STEPS, *(number * 10**power for power in range(3, 16) for number in (2, 5, 10)))
    fitting = [step for step in steps if step * pitch >= needed][:2] or [steps[-1]]
    found = [tuple(range(ceil(low / step) * step, floor(high) + 1, step)) for step in fitting]
    return max(found, key=lambda marked: marked[-1] - marked[0] if marked else -1)


def span(values: Sequence[float], most: int) -> tuple[float, ...]:
    """Return up to `most` + 1 round numbers at even steps that enclose all values, for an axis that need not hold 0."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - (abs(low) or 1) / 2, high + (abs(high) or 1) / 2
    if 0 < low < (high - low) / 2:
        low = 0
    exponent = floor(log10(high - low))
    for power in (exponent - 1, exponent, exponent + 1):
        for mantissa in (1.0, 2.0, 2.5, 5.0):
            step = mantissa * 10.0**power
            first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
            if last - first <= most:
                places = max(0, 1 - floor(log10(step)))
                return tuple(round(number * step, places) for number in range(first, last + 1))
    return (low, high)
