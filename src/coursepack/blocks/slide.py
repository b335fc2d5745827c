"""The short form of a section's prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from coursepack import columnshares
from coursepack.block import Block, SlideForm
from coursepack.columnshares import ColumnWidth
from coursepack.model import Model
from coursepack.problem import Problem
from coursepack.text import Line, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span
    from coursepack.text import Rich


# How many steps have room side by side.
STEPS = (3, 4)


def _point(value: object) -> object:
    return value if isinstance(value, dict) else {"text": value}


class Point(Model):
    """A point of a slide, with a second level where it is needed."""

    text: Line
    points: tuple[Line, ...] = ()


Points = Annotated[tuple[Annotated[Point, BeforeValidator(_point)], ...], Field(max_length=8)]


class Pointed(SlideForm):
    """What the block shows, alone or with a few points beside it; those of an equation stand below it."""

    points: Points = ()


class Column(Model):
    """One of two columns."""

    head: Line | None = None
    points: Points = ()
    body: Prose | None = Field(None, description="Markdown in place of points: lists, paragraphs, a figure")
    width: ColumnWidth | None = Field(None, description="Its share of the slide's width: 40%")


class Slide(Block):
    """A slide that tells a section's prose in a few points."""

    stands_inside: ClassVar[bool] = False

    secret: ClassVar[frozenset[str]] = frozenset({"notes"})

    on: Literal["slides"] = "slides"
    title: Line
    points: Points = ()
    columns: Annotated[tuple[Column, ...], Field(max_length=2)] = ()
    minutes: int | None = Field(None, gt=0, description="How long it takes")
    build: bool = Field(default=False, description="Show the points one by one, each at a click")
    steps: bool = Field(default=False, description="The points are steps that follow one another: three or four")
    compare: bool = Field(default=False, description="The two columns answer each other, row by row")
    statement: Line | None = Field(None, description="In place of points: one sentence, set as large as it goes")
    number: str | None = Field(None, description="A number above its statement, larger than all else: 3 in 10")
    body: Prose | None = Field(None, description="Markdown in place of points: lists, paragraphs")
    notes: Prose | None = None

    @property
    def shares(self) -> tuple[columnshares.Share, ...]:
        """Where its columns stand, in per cent of its width; nothing where they are two that are alike."""
        if all(one.head and not (one.width or one.body) for one in self.columns):
            return ()
        return columnshares.shares([one.width for one in self.columns])

    def slide_title(self) -> tuple[Rich | None, Span]:
        """Return the slide's own title."""
        return self.title, self.at("title")

    def goes_to(self, medium: Literal["handout", "slides"]) -> bool:
        """A slide is all short form."""
        return medium == "slides"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """A slide has points, two columns, a statement or a body."""
        shown = sum(map(bool, (self.points, self.columns, self.body, self.statement)))
        if shown != 1 or len(self.columns) == 1:
            message = "a slide has `points`, two `columns`, a `statement` or a `body`"
            yield Problem(self.span, "empty-slide", message, "Write one of them")
        elif self.compare:
            yield from self._compared()
        elif self.steps:
            yield from self._stepped()
        elif self.number and not self.statement:
            message = "a number says nothing without its `statement`"
            yield Problem(self.at("number"), "empty-slide", message, "Write `statement`: what it is the number of")
        for number, column in enumerate(self.columns):
            if bool(column.points) == bool(column.body):
                message, at = "a column has `points` or a `body`", self.at("columns", number)
                yield Problem(at, "empty-slide", message, "Write one of them")
        places = [self.at("columns", number, "width") for number in range(len(self.columns))]
        yield from columnshares.faults([one.width for one in self.columns], places)

    def _stepped(self) -> Iterable[Problem]:
        """Three or four steps stand side by side, each with no more than a line of words."""
        if len(self.points) not in STEPS or any(point.points or point.text.picture for point in self.points):
            message = "steps are three or four `points`, without points below them"
            yield Problem(self.at("steps"), "empty-slide", message, "Write as many, or take `steps` out")

    def _compared(self) -> Iterable[Problem]:
        """What is compared stands in two columns with as many points, and none below these."""
        counts = {len(column.points) for column in self.columns}
        deeper = any(point.points or point.text.picture for column in self.columns for point in column.points)
        bare = any(column.body or not column.head for column in self.columns)
        if not self.columns or len(counts) != 1 or deeper or bare:
            message = (
                "what is compared stands in two `columns` with heads, of as many points, without points below them"
            )
            yield Problem(self.at("compare"), "empty-slide", message, "Write a point for each, or take `compare` out")
