"""What every exercise has: a stem, points, the objectives it tests, and what only the teacher reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from coursepack.block import Block, Id, Model, SlideForm
from coursepack.task import Ask, Criterion, Mark, Paper, Space
from coursepack.text import Line, Prose, Rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.draw import Draw
    from coursepack.load.table import Table
    from coursepack.problem import Problem, Span
    from coursepack.task import Task


class Exercise(Block):
    """An exercise. A kind says its own fields, the ones that give the answer away (`secret`), and its task."""

    counter: ClassVar[str | None] = "exercise"
    bare: ClassVar[bool] = True
    secret: ClassVar[frozenset[str]] = frozenset({"feedback", "mistakes"})

    id: Id = Field(description="Unique in the whole course; keys and seeds hang on it, so never change it")
    text: Prose = Field(description="The stem: what is asked")
    points: int = Field(1, gt=0, le=100)
    difficulty: Literal[1, 2, 3] | None = Field(None, description="1 recall, 2 apply, 3 judge")
    minutes: int | None = Field(None, gt=0)
    objectives: tuple[int, ...] = Field((), description="The unit's objectives that it tests, counted from 1")
    feedback: Prose | None = Field(None, description="Why the answer is right; printed in the key")
    mistakes: Prose | None = Field(None, description="What goes wrong often; for the teacher")
    slide: SlideForm | None = None

    _kept: tuple[Rich, ...] = PrivateAttr(())

    @property
    def worth(self) -> int:
        """The points of the whole exercise."""
        return self.points

    @property
    def spent(self) -> int:
        """The minutes of the lesson: an exercise that is on no slide is done in the learner's own time."""
        return (self.slide.minutes or self.minutes or 0) if self.slide else 0

    def slide_title(self) -> tuple[Rich | None, Span]:
        """Return the short title, or the stem itself."""
        own = self.slide.title if self.slide else None
        return (own, self.at("slide", "title")) if own else (self.text, self.at("text"))

    def task(self, draw: Draw) -> Task:
        """Return what a copy asks, with its key."""
        raise NotImplementedError

    def shown(self) -> Iterable[Rich]:
        """Yield the texts beside the stem that every copy prints, in fields that give the answer away as a whole."""
        return ()

    def told(self) -> Self:
        """Return the exercise without what gives the answer away; the task has what is shown."""
        bare = super().told().model_copy(update={"points": self.worth})
        bare._kept = tuple(self.shown())  # noqa: SLF001 its own
        return bare

    def printed(self) -> Iterator[Rich]:
        """Yield the texts that every copy prints."""
        yield from super().printed()
        yield from self._kept or self.shown()

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:
        """Yield what is wrong with the item itself."""
        yield from super().check(tables)
        yield from self.faults()

    def faults(self) -> Iterable[Problem]:
        """Yield what only this kind can find wrong."""
        return ()


class SpaceForm(Model):
    """Room for an answer, as authors write it: `{lines: 4}`, `{paper: squared, cm: 6}`."""

    paper: Paper = "ruled"
    lines: int | None = Field(None, gt=0, le=40)
    cm: float | None = Field(None, gt=0, le=25)

    def space(self) -> Space:
        """Return it as views have it."""
        return Space(self.paper, self.lines or 0, self.cm or 0.0)


class MarkForm(Model):
    """A marking point: what earns points."""

    text: Line
    points: int = Field(1, gt=0)

    def mark(self) -> Mark:
        """Return it as keys have it."""
        return Mark(self.text, self.points)


class AskForm(Model):
    """A part of an exercise that is answered in writing."""

    text: Line
    points: int = Field(1, gt=0)
    space: SpaceForm = SpaceForm(lines=3)
    model: Prose | None = Field(None, description="A model answer")
    marking: tuple[MarkForm, ...] = ()

    def ask(self, label: str) -> Ask:
        """Return it as views have it."""
        marks = tuple(form.mark() for form in self.marking)
        return Ask(self.space.space(), self.points, label, self.text, self.model, marks)


class CriterionForm(Model):
    """A row of a rubric."""

    name: Line
    levels: Annotated[tuple[Line, ...], Field(min_length=2, max_length=5, description="The best first")]
    points: int = Field(5, gt=0)

    def criterion(self) -> Criterion:
        """Return it as views have it."""
        return Criterion(self.name, self.levels, self.points)


def letters(forms: tuple[AskForm, ...]) -> tuple[Ask, ...]:
    """Letter the parts of an exercise."""
    return tuple(form.ask(chr(ord("a") + number)) for number, form in enumerate(forms))
