"""Marks of an axis of dates: days, months or years, as close as their words have room. Any unit of length will do."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from coursepack.languages.language import dated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_TWO_MONTHS, _SIX_YEARS, _YEAR = 62, 6 * 366, 366
_MOST = 40  # marks that are tried
_NEAR = 0.1  # of the span: an axis begins as much earlier, where a month or year begins
_FEW = 2


class DayMark(NamedTuple):
    """A mark at a day, counted as `date.toordinal` does; its words, and the year on a line below where one begins."""

    day: int
    text: str
    year: str


def begun(low: float, high: float) -> float:
    """Return where an axis begins: with the month or year of its first day, if that is near."""
    first, near = date.fromordinal(floor(low)), low - (high - low) * _NEAR
    starts = (date(first.year, 1, 1).toordinal(), first.replace(day=1).toordinal())
    return float(next((start for start in starts if start >= near), low))


def marks(low: float, high: float, language: str, width: Callable[[str], float], pitch: float) -> tuple[DayMark, ...]:
    """Return the marks between two days; a day is `pitch` wide, `width` measures words, white around them included."""
    for found in (list(one) for one in _ways(low, high, language)):
        gaps = (
            (after.day - before.day) * pitch - (_wide(before, width) + _wide(after, width)) / 2
            for before, after in pairwise(found)
        )
        if len(found) >= _FEW and all(gap >= 0 for gap in gaps):
            return tuple(found)
    ends = dict.fromkeys((floor(low), floor(high)))
    whole = [DayMark(day, dated(language, date.fromordinal(day), "yMMMd"), "") for day in ends]
    return tuple(whole if (high - low) * pitch >= sum(width(one.text) for one in whole) / 2 else whole[:1])


def _wide(mark: DayMark, width: Callable[[str], float]) -> float:
    return max(width(mark.text), width(mark.year) if mark.year else 0)


def _ways(low: float, high: float, language: str) -> Iterator[Iterator[DayMark]]:
    """Yield ways to mark an axis, the closest first that is not too close for its span."""
    first, span = date.fromordinal(floor(low)), high - low
    if span <= _TWO_MONTHS:
        yield from (
            _dated((first.toordinal() + number * step for number in range(floor(span / step) + 1)), "MMMd", language)
            for step in _DAYS
            if span / step <= _MOST
        )
    if span <= _SIX_YEARS:
        yield from (_dated(_months(low, high, step), "MMM", language) for step in _MONTHS)
    for step in _YEARS:
        if span / _YEAR / step <= _MOST:
            years = range(ceil(first.year / step) * step or step, date.fromordinal(floor(high)).year + 1, step)
            starts = [date(year, 1, 1).toordinal() for year in years]
            yield (DayMark(day, str(date.fromordinal(day).year), "") for day in starts if day >= low)


def _months(low: float, high: float, step: int) -> Iterator[int]:
    first, last = date.fromordinal(floor(low)), date.fromordinal(floor(high))
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        start = date(month // 12, month % 12 + 1, 1).toordinal()
        if month % 12 % step == 0 and start >= low:
            yield start


def _dated(days: Iterator[int], pattern: str, language: str) -> Iterator[DayMark]:
    """Write days, with the year under the first one and where another begins."""
    before = 0
    for day in days:
        written = date.fromordinal(day)
        yield DayMark(day, dated(language, written, pattern), str(written.year) if written.year != before else "")
        before = written.year
