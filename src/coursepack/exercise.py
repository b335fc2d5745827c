"""What every exercise has: a stem, points, the objectives it tests, and what only the teacher reads."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from coursepack.block import Block, Id, Model, SlideForm
from coursepack.problem import Problem
from coursepack.task import Ask, Criterion, Mark, Paper, Space, Write
from coursepack.text import Line, Passage, Prose, Rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursepack.chance import Draw
    from coursepack.load.table import Table
    from coursepack.problem import Span
    from coursepack.task import Task

_SHORT = 3  # letters


class Exercise(Block):
    """An exercise. A kind says its own fields, the ones that give the answer away (`secret`), and its task."""

    counter: ClassVar[str | None] = "exercise"
    bare: ClassVar[bool] = True
    titled: ClassVar[str] = "text"
    stands_inside: ClassVar[bool] = False
    secret: ClassVar[frozenset[str]] = frozenset({"feedback", "mistakes"})
    # Fields that players have whole: what each of them alone knows.
    played: ClassVar[frozenset[str]] = frozenset()

    id: Id = Field(description="Unique in the whole course; keys and seeds hang on it, so never change it")
    text: Prose = Field(description="The stem: what is asked")
    points: int | None = Field(None, gt=0, le=100, description="Those of its parts if left out, or 1")
    difficulty: Literal[1, 2, 3] | None = Field(None, description="1 recall, 2 apply, 3 judge")
    minutes: int | None = Field(None, gt=0)
    objectives: tuple[int, ...] = Field((), description="The unit's objectives that it tests, counted from 1")
    feedback: Prose | None = Field(None, description="Why the answer is right; printed in the key")
    mistakes: Prose | None = Field(None, description="What goes wrong often; for the teacher")
    slide: SlideForm | None = None

    _kept: tuple[Rich, ...] = PrivateAttr(())

    @property
    def marked(self) -> int:
        """The points that its parts, marking points or rubric name; 0 where they name none."""
        return 0

    @property
    def worth(self) -> int:
        """The points of the whole exercise."""
        return self.points or self.marked or 1

    @property
    def spent(self) -> int:
        """The minutes of the lesson: an exercise that is on no slide is done in the learner's own time."""
        return (self.slide.minutes or self.minutes or 0) if self.slide else 0

    def dealt(self, draw: Draw) -> Self:  # noqa: ARG002 for kinds that draw numbers
        """Return the exercise as a copy has it: with the numbers that are drawn for it."""
        return self

    def task(self, draw: Draw) -> Task:
        """Return what a copy asks, with its key."""
        raise NotImplementedError

    def shown(self) -> Iterable[Rich]:
        """Yield the texts beside the stem that every copy prints, in fields that give the answer away as a whole."""
        return ()

    def told(self) -> Self:
        """Return the exercise without what gives the answer away; the task has what is shown."""
        bare = super().told().model_copy(update={"points": self.worth})
        # Not as they are written: in that order, things to order are right, and pairs lie together.
        bare._kept = tuple(sorted(self.shown(), key=lambda text: text.source))  # noqa: SLF001 its own
        return bare

    def printed(self) -> Iterator[Rich]:
        """Yield the texts that every copy prints."""
        yield from super().printed()
        yield from self._kept or self.shown()

    def inside(self) -> Iterator[Block]:
        """Yield the blocks inside its texts, those that a copy without answers shows too."""
        yield from super().inside()
        for block in (block for text in self._kept for block in text.blocks()):
            yield block
            yield from block.inside()

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:
        """Yield what is wrong with the item itself."""
        yield from super().check(tables)
        yield from adds_up(self, self.points, self.marked)
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

    text: Passage
    points: int = Field(1, gt=0)

    def mark(self) -> Mark:
        """Return it as keys have it."""
        return Mark(self.text, self.points)


class AskForm(Model):
    """A part of an exercise that is answered in writing."""

    text: Passage
    points: int | None = Field(None, gt=0, description="Those of its marking points if left out, or 1")
    space: SpaceForm = SpaceForm(lines=3)
    model: Prose | None = Field(None, description="A model answer")
    marking: tuple[MarkForm, ...] = ()

    @property
    def worth(self) -> int:
        """Its points."""
        return self.points or sum(mark.points for mark in self.marking) or 1

    def ask(self, label: str) -> Ask:
        """Return it as views have it."""
        marks = tuple(form.mark() for form in self.marking)
        return Ask(self.space.space(), self.worth, label, self.text, self.model, marks)


class CriterionForm(Model):
    """A row of a rubric."""

    name: Line
    levels: Annotated[tuple[Line, ...], Field(min_length=2, max_length=5, description="The best first")]
    points: int = Field(5, gt=0)

    def criterion(self) -> Criterion:
        """Return it as views have it."""
        return Criterion(self.name, self.levels, self.points)


class Parted(Exercise):
    """An exercise whose parts are answered in writing."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"parts"}

    parts: Annotated[tuple[AskForm, ...], Field(min_length=1, max_length=12)]

    @property
    def marked(self) -> int:
        """The points of all parts."""
        return sum(part.worth for part in self.parts or ())

    def task(self, draw: Draw) -> Write:  # noqa: ARG002 nothing is drawn
        """Ask the parts, with letters where there are several."""
        return Write(letters(self.parts))

    def shown(self) -> Iterable[Rich]:
        """Yield what the parts ask."""
        return (part.text for part in self.parts or ())

    def faults(self) -> Iterator[Problem]:
        """The points of a part are those of its marking points."""
        for number, part in enumerate(self.parts):
            marked = sum(mark.points for mark in part.marking)
            yield from adds_up(self, part.points, marked, "parts", number)


def letters(forms: tuple[AskForm, ...]) -> tuple[Ask, ...]:
    """Letter the parts of an exercise, unless there is one alone."""
    names = ascii_lowercase if len(forms) > 1 else [""]
    return tuple(form.ask(name) for form, name in zip(forms, names, strict=False))


def adds_up(block: Block, points: int | None, marked: int, *path: str | int) -> Iterator[Problem]:
    """Yield a problem where points are given twice, and are not the same."""
    if points and marked and points != marked:
        message = f"the parts add up to {marked} points, not {points}"
        yield Problem(block.at(*path, "points"), "points-sum", message, "Leave `points` out, or change a part")


def level(block: Block, rubric: Sequence[CriterionForm]) -> Iterator[Problem]:
    """Yield the rows of a rubric that have not as many levels as the first."""
    for number, row in enumerate(rubric):
        if len(row.levels) != len(rubric[0].levels):
            message = f"this row has {len(row.levels)} levels, the first has {len(rubric[0].levels)}"
            at = block.at("rubric", number, "levels")
            yield Problem(at, "ragged-rubric", message, "Give every row as many levels, the best first")


def folded(words: str) -> str:
    """Return words as they are compared: in small letters, with plain blanks and apostrophes."""
    return " ".join(words.casefold().replace("\u2019", "'").split())


def twins(places: Iterable[tuple[Span, str]]) -> Iterator[Problem]:
    """Yield what says the same as something before it."""
    seen: set[str] = set()
    for at, words in places:
        if folded(words) in seen:
            yield Problem(at, "equal-options", f"“{words}” stands twice", "Change one of them")
        seen.add(folded(words))


def says(text: str, words: str) -> bool:
    """Tell whether a text says some words; short ones ("no", "two") are in too many texts to count."""
    wanted = folded(words)
    return len(wanted) > _SHORT and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded(text)))
