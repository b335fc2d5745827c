"""Events of two lanes, side by side."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from coursepack.block import Block, SlideForm
from coursepack.languages.day import Day, parsed
from coursepack.languages.language import dated
from coursepack.model import Id, Model
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table

# Days from the first date to the last that ask for months, and for days.
_SPREADS = (3 * 366, 92)
_DATE = re.compile(r"\d{3,4}(-\d{2}(-\d{2})?)?")


def _date(value: str) -> str:
    if not _DATE.fullmatch(value) or parsed(value) is None:
        message = "`{given}` is no date"
        help_text = "Write it as 1945, 1945-10 or 1945-10-24"
        raise PydanticCustomError("date", message, {"given": value, "help": help_text})  # noqa: EM101 pydantic's own form
    return value


Date = Annotated[str, BeforeValidator(str), AfterValidator(_date)]


class Dated(Model):
    """What stands at a date."""

    date: Date

    @property
    def year(self) -> str:
        """The year alone."""
        return self.date.split("-")[0]

    @property
    def day(self) -> Day:
        """The date, and how exactly it is known."""
        return parsed(self.date) or Day(dt.date.min, 1)

    @property
    def position(self) -> float:
        """The date as a year with a fraction, true to the day: 1945-10-24 is 1945.810959."""
        return round(self.day.year, 6)


class Event(Dated):
    """An event of one lane; `slide` is its short name in the deck, and without one it stays on paper."""

    lane: Literal[1, 2]
    text: Line
    slide: Line | None = None


class Era(Dated):
    """A line across both lanes where an era turns."""

    text: Line


@dataclass(frozen=True)
class Row:
    """A row on paper: eras that begin before it, when it is, and the events of each lane; or eras that come last."""

    eras: tuple[Era, ...]
    when: str
    lanes: tuple[tuple[Event, ...], ...] = ()


class Timeline(Block):
    """A numbered timeline: two columns with the years between them on paper, an axis to scale in the deck."""

    counter: ClassVar[str | None] = "figure"

    id: Id
    title: Line
    measure: Line | None = None
    lanes: Annotated[tuple[Line, ...], Field(min_length=2, max_length=2)]
    events: Annotated[tuple[Event, ...], Field(min_length=2)]
    eras: tuple[Era, ...] = ()
    source: Line | None = None
    slide: SlideForm | None = None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """Events stand in the order of their years."""
        for index, (before, after) in enumerate(zip(self.events, self.events[1:], strict=False)):
            if after.year < before.year:
                message = f"{after.date} stands after {before.date}"
                yield Problem(self.at("events", index + 1, "date"), "date-order", message, "Order the events by year")

    @property
    def parts(self) -> int:
        """How much of a date the spread asks for: 1 the year, 2 the month too, 3 the day too."""
        days = [one.day.ordinal for one in (*self.events, *self.eras)]
        return 1 + sum(max(days) - min(days) <= most for most in _SPREADS)

    def said(self, one: Dated, language: str) -> str:
        """Return when something is, as exactly as its timeline shows it and it is known."""
        parts = min(self.parts, one.day.parts)
        return one.year if parts == 1 else dated(language, one.day.date, Day(one.day.date, parts).pattern)

    def rows(self, language: str) -> list[Row]:
        """Return the rows on paper, in the order of their dates where more than years are shown."""
        events = sorted(self.events, key=lambda event: event.day.ordinal) if self.parts > 1 else self.events
        together = {when: tuple(found) for when, found in groupby(events, lambda event: self.said(event, language))}
        rows, left = [], sorted(self.eras, key=lambda era: era.day.ordinal)
        for when, found in together.items():
            first = found[0].day.ordinal if self.parts > 1 else dt.date(int(found[0].year), 12, 31).toordinal()
            before = tuple(era for era in left if era.day.ordinal <= first)
            left = left[len(before) :]
            rows.append(Row(before, when, tuple(tuple(one for one in found if one.lane == lane) for lane in (1, 2))))
        return [*rows, *([Row(tuple(left), "")] if left else [])]
