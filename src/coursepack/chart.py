"""What a chart shows, apart from how it is drawn: the same data for paper and for the deck."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from coursepack.languages.language import leads_right

Kind = Literal["line", "bar", "stacked", "ranked", "area", "scatter", "pie"]

# What a chart may be drawn as: its kind, or lying bars, in groups or stacked, where upright ones have no room.
Form = Kind | Literal["rows", "piles"]

# Kinds whose categories are numbers, along an axis to scale.
TO_SCALE = frozenset({"line", "area", "scatter"})

# How many series each kind can show.
MOST_SERIES: dict[Form, int] = {
    "line": 4,
    "bar": 3,
    "stacked": 3,
    "ranked": 1,
    "area": 3,
    "scatter": 3,
    "pie": 1,
    "rows": 3,
    "piles": 3,
}


# Numbers, years, ranges of them, with a sign before or a unit behind: "1990", "2003/04", "0\u20139", "≥ 50 km".
_ORDERED = re.compile(r"[<>≤≥~]?\s*[\u2212-]?\d[\d.,/\u2013\u2212-]*\+?(\s?[\w%°]{1,3})?")


@dataclass(frozen=True)
class Series:
    """One row of numbers, as long as the chart's categories; `None` where there is no figure.

    `errors` say how far a value's error bar reaches below it and above; there are as many as values, or none.
    """

    name: str
    values: tuple[float | None, ...]
    errors: tuple[tuple[float, float] | None, ...] = ()

    def reach(self, index: int) -> tuple[float, float]:
        """Return how far the error bar of a value reaches below and above it: not at all if it has none."""
        return (self.errors[index] if self.errors else None) or (0.0, 0.0)

    @property
    def alone(self) -> tuple[int, ...]:
        """The values that have none beside them: no line leads to them, so they are shown as dots."""
        padded = (None, *self.values, None)
        return tuple(
            index
            for index, value in enumerate(self.values)
            if value is not None and padded[index] is None and padded[index + 2] is None
        )

    @property
    def extent(self) -> tuple[float, ...]:
        """The numbers that a scale has to hold: the values, and the ends of their error bars."""
        known = [(index, value) for index, value in enumerate(self.values) if value is not None]
        ends = [end for index, value in known for end in _ends(value, self.reach(index))]
        return (*(value for _, value in known), *ends)


def _ends(value: float, reach: tuple[float, float]) -> tuple[float, float]:
    return value - reach[0], value + reach[1]


@dataclass(frozen=True)
class Mark:
    """A labelled point of a line: the position in the categories and a word on it."""

    index: int
    text: str


@dataclass(frozen=True)
class Apart:
    """An open dot that is not joined to the line: a point of another month or another method."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Numbers as they stand in the data file; `divide` scales them for the axis (1000 shows 70 for 69,961).

    `positions` are the categories as numbers (years) where they are drawn to scale; empty for other kinds; with `dates`
    they are days, counted from the first of January of the year 1. `across` are words under the axis along the foot.
    `reach` are the ends of the scale where other parts of the same chart have numbers beyond; the values are parts of a
    `whole` and say their share of it, unless it is 0. Without `totals` stacks say no sums.
    `language` decides how numbers are written, `in_year` how a value and its year are said.
    """

    kind: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    language: str
    positions: tuple[float, ...] = ()
    divide: float = 1
    marks: tuple[Mark, ...] = ()
    apart: tuple[Apart, ...] = ()
    across: str = ""
    in_year: str = "{number} in {year}"
    dates: bool = False
    reach: tuple[float, float] | None = None
    whole: float = 0
    totals: bool = True

    @property
    def leads_right(self) -> bool:
        """Whether words and years follow each other from the right, as they are read; a plane's two scales never do."""
        return self.kind != "scatter" and leads_right(self.language)

    @property
    def is_ordered(self) -> bool:
        """Whether a category that is left out can be told from its neighbours: numbers and dates, not names."""
        return self.dates or all(map(_ORDERED.fullmatch, self.categories))
