"""What a chart shows, apart from how it is drawn: the same data for paper and for the deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["line", "bar", "stacked", "ranked", "area", "scatter", "pie"]

# Kinds whose categories are numbers, along an axis to scale.
TO_SCALE = frozenset({"line", "area", "scatter"})

# How many series each kind can show.
MOST_SERIES: dict[Kind, int] = {"line": 4, "bar": 3, "stacked": 3, "ranked": 1, "area": 3, "scatter": 3, "pie": 1}


@dataclass(frozen=True)
class Series:
    """One row of numbers, as long as the chart's categories; `None` where there is no figure."""

    name: str
    values: tuple[float | None, ...]


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

    `positions` are the categories as numbers (years) where they are drawn to scale; empty for other kinds. `across` are
    words under the axis along the foot.
    `language` decides how numbers are written, `in_year` how a value and its year are said.
    """

    kind: Kind
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
