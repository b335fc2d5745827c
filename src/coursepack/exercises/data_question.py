"""Questions on a chart or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from coursepack.exercise import Parted
from coursepack.model import Id
from coursepack.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.problem import Span


class DataQuestion(Parted):
    """Questions on a chart or a table of the course."""

    chart: Id | None = Field(None, description="The id of a chart of the course")
    table: Id | None = Field(None, description="Or that of a table")

    @property
    def about(self) -> str:
        """The id of the chart or table."""
        return self.chart or self.table or ""

    def leads(self) -> Iterator[tuple[str, str, Span]]:
        """Yield the chart or table."""
        if self.chart:
            yield "chart", self.chart, self.at("chart")
        if self.table:
            yield "table", self.table, self.at("table")

    def faults(self) -> Iterator[Problem]:
        """There is one of them."""
        yield from super().faults()
        if not self.about:
            yield Problem(self.span, "missing-field", "`chart` is missing", "Write `chart: …` or `table: …`")
        elif self.chart and self.table:
            message = "the question has a chart and a table"
            yield Problem(self.at("table"), "two-sources", message, "Keep one, or write two exercises")
