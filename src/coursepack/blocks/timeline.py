"""Events of two lanes, side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from coursepack.block import Block, Id, Model, SlideForm
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table

_DATE = re.compile(r"\d{3,4}(-\d{2}(-\d{2})?)?")


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        message = "`{given}` is no date"
        help_text = "Write it as 1945, 1945-10 or 1945-10-24"
        raise PydanticCustomError("date", message, {"given": value, "help": help_text})  # noqa: EM101 pydantic's own form
    return value


Date = Annotated[str, BeforeValidator(str), AfterValidator(_date)]


def _position(date: str) -> float:
    """Return a date as a year with a fraction: 1945-10-24 is 1945.81."""
    year, month, day = (int(part) for part in [*re.split("-", date), "1", "1"][:3])
    return round(year + (month - 1) / 12 + (day - 1) / 365, 2)


class Dated(Model):
    """What stands at a date."""

    date: Date

    @property
    def year(self) -> str:
        """The year alone."""
        return self.date.split("-")[0]

    @property
    def position(self) -> float:
        """The date as a year with a fraction."""
        return _position(self.date)


class Event(Dated):
    """An event of one lane; `slide` is its short name in the deck, and without one it stays on paper."""

    lane: Literal[1, 2]
    text: Line
    slide: Line | None = None


class Era(Dated):
    """A line across both lanes where an era turns."""

    text: Line


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

    def years(self) -> list[tuple[str, list[Event], list[Event]]]:
        """Return the rows on paper: a year, its events of the first lane, and of the second."""
        rows: dict[str, tuple[list[Event], list[Event]]] = {}
        for event in self.events:
            rows.setdefault(event.year, ([], []))[event.lane - 1].append(event)
        return [(year, *lanes) for year, lanes in rows.items()]
