"""How numbers are written in a chart: the words that date a value, shares of a whole, and numbers that are divided."""

from __future__ import annotations

import re
from math import floor, log10
from typing import TYPE_CHECKING

from coursepack.languages.number import decimals, percent, rounded
from coursepack.languages.number import shown as written

__all__ = ["dated", "decimals", "parted", "scaled", "share", "sums", "total", "totals", "written"]

if TYPE_CHECKING:
    from coursepack.chart import Chart

_YEAR = re.compile(r"\d{4}([/\u2013-]\d{2,4})?")
_HUNDRED = 100
_MOST_PLACES = 4


def dated(value: float, category: str, chart: Chart) -> str:
    """Write a value with its category: "107,088 in 2015"; what is no year stands in brackets."""
    number = written(value, chart.language)
    is_year = _YEAR.fullmatch(category)
    return chart.in_year.format(number=number, year=category) if is_year else f"{number} ({category})"


def scaled(values: tuple[float | None, ...], divide: float, language: str) -> tuple[str, ...]:
    """Write the values of bars: as they stand, or divided and rounded so that the largest shows two digits or more."""
    largest = max((abs(value) / divide for value in values if value is not None), default=0)
    places = None if divide == 1 or not largest else max(0, 1 - floor(log10(largest)))
    return tuple("" if value is None else written(value / divide, language, places) for value in values)


def share(value: float, language: str) -> str:
    """Write a share of a whole in per cent, as the language does: a small one is never 0 %, a large one never all."""
    exact = value * _HUNDRED
    small = next((places for places in range(_MOST_PLACES) if 0 < rounded(exact, places) < _HUNDRED), _MOST_PLACES)
    return percent(exact, language, small if 0 < exact < _HUNDRED else 0)


def parted(value: float, whole: float, chart: Chart) -> str:
    """Write a part with its share of the whole, unless the whole is a hundred."""
    text = written(value / chart.divide, chart.language)
    return text if whole == _HUNDRED else f"{text} ({share(value / whole, chart.language)})"


def total(values: tuple[float | None, ...]) -> float:
    """Add up the parts of a whole without the dust of binary fractions."""
    known = [value for value in values if value is not None]
    return round(sum(known), max(map(decimals, known), default=0))


def sums(chart: Chart) -> tuple[str, ...]:
    """Write the totals of the stacks of a chart: nothing where all is empty, or where they mean nothing."""
    return scaled(totals(chart), chart.divide, chart.language) if chart.totals else ("",) * len(chart.categories)


def totals(chart: Chart) -> tuple[float | None, ...]:
    """Return the totals of the stacks of a chart: none where all is empty."""
    stacks = zip(*(series.values for series in chart.series), strict=True)
    return tuple(None if all(value is None for value in stack) else total(stack) for stack in stacks)
