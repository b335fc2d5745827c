"""Dates as courses write them: 2024, 2024-01 or 2024-01-05, from the year 1 on, in the calendar of today (ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?")
# What of a date is said, by how exactly it is known: as CLDR names it.
_PATTERNS = {1: "y", 2: "yMMM", 3: "yMMMd"}


@dataclass(frozen=True)
class Day:
    """A date, and how many of its parts are known: 1 the year, 2 the month too, 3 the day too."""

    date: date
    parts: int

    @property
    def ordinal(self) -> int:
        """The day, counted from the first of January of the year 1; the first one of a year or month."""
        return self.date.toordinal()

    @property
    def pattern(self) -> str:
        """The parts that are known, as CLDR names them."""
        return _PATTERNS[self.parts]

    @property
    def year(self) -> float:
        """The date as a year with a fraction, true to the day: leap years have their own length."""
        first = date(self.date.year, 1, 1).toordinal()
        length = date(self.date.year, 12, 31).toordinal() - first + 1
        return self.date.year + (self.ordinal - first) / length


def parsed(text: str) -> Day | None:
    """Read a date; nothing if there is no such day."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return Day(date(year, month, day), sum(part is not None for part in found.groups()))
    except ValueError:
        return None
