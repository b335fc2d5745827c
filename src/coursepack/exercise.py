"""What every exercise has: a stem, points, the objectives it tests, and what only the teacher reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from coursepack.block import Block, SlideForm
from coursepack.model import Id, Model
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


# Halves and quarters are given in schools; nothing finer.
Points = Annotated[float, Field(ge=0, le=100, multiple_of=0.25)]


class SpaceForm(Model):
    """Room for an answer, as authors write it: `{lines: 4}`, `{paper: squared, cm: 6}`."""

    paper: Paper = "ruled"
    lines: int | None = Field(None, gt=0, le=40)
    cm: float | None = Field(None, gt=0, le=25)
    keep: bool = Field(default=False, description="Printed where `paper: thrifty` asks for paper of one's own, too")

    def space(self) -> Space:
        """Return it as views have it."""
        return Space(self.paper, self.lines or 0, self.cm or 0.0, self.keep)


class MarkForm(Model):
    """A marking point: what earns points."""

    text: Passage
    points: Points = 1

    def mark(self) -> Mark:
        """Return it as keys have it."""
        return Mark(self.text, self.points)


class AskForm(Model):
    """A part of an exercise that is answered in writing."""

    text: Passage
    points: Points | None = Field(None, description="Those of its marking points if left out, or 1")
    space: SpaceForm = SpaceForm(lines=3)
    accepted: tuple[Line, ...] = Field((), description="Answers that count as right")
    model: Prose | None = Field(None, description="A model answer")
    marking: tuple[MarkForm, ...] = ()

    @property
    def worth(self) -> float:
        """Its points."""
        return (sum(mark.points for mark in self.marking) or 1) if self.points is None else self.points

    def ask(self, label: str) -> Ask:
        """Return it as views have it."""
        marks = tuple(form.mark() for form in self.marking)
        return Ask(self.space.space(), self.worth, label, self.text, self.model, marks, self.accepted)


class CriterionForm(Model):
    """A row of a rubric."""

    name: Line
    levels: Annotated[tuple[Line, ...], Field(min_length=2, max_length=5, description="The best first")]
    points: Points = 5

    def criterion(self) -> Criterion:
        """Return it as views have it."""
        return Criterion(self.name, self.levels, self.points)


class Exercise(Block):
    """An exercise. A kind says its own fields, the ones that give the answer away (`secret`), and its task."""

    counter: ClassVar[str | None] = "exercise"
    bare: ClassVar[bool] = True
    titled: ClassVar[str] = "text"
    stands_inside: ClassVar[bool] = False
    secret: ClassVar[frozenset[str]] = frozenset({"feedback", "mistakes", "parts"})
    # Fields that players have whole: what each of them alone knows.
    played: ClassVar[frozenset[str]] = frozenset()

    id: Id = Field(description="Unique in the whole course; keys and seeds hang on it, so never change it")
    text: Prose = Field(description="The stem: what is asked")
    points: Points | None = Field(None, description="Those of its parts if left out, or 1")
    bonus: bool = Field(default=False, description="Its points are not in the sum of the unit")
    difficulty: Literal[1, 2, 3] | None = Field(None, description="1 recall, 2 apply, 3 judge")
    minutes: int | None = Field(None, gt=0)
    place: Literal["class", "home", "lesson", "extension"] | None = Field(
        None, description="Where it is done; in class if it has a slide, else at home"
    )
    objectives: tuple[int, ...] = Field((), description="The unit's objectives that it tests, counted from 1")
    feedback: Prose | None = Field(None, description="Why the answer is right; printed in the key")
    mistakes: Prose | None = Field(None, description="What goes wrong often; for the teacher")
    parts: Annotated[tuple[AskForm, ...], Field(max_length=12, description="What is asked besides, in writing")] = ()
    new_page: bool = Field(default=False, alias="new-page", description="It begins on a page of its own")
    slide: SlideForm | None = None

    _kept: tuple[Rich, ...] = PrivateAttr(())

    @property
    def marked(self) -> float:
        """The points that its parts name; none in a copy without answers, which has the sum."""
        return sum(part.worth for part in self.parts or ())

    @property
    def own(self) -> float:
        """The points of what is asked besides the parts, where `points` does not say."""
        return 1

    @property
    def summed(self) -> bool:
        """Whether all its points are named piece by piece, so that `points` is their sum."""
        return False

    @property
    def worth(self) -> float:
        """The points of the whole exercise."""
        return self.marked + self.own if self.points is None else self.points

    @property
    def left(self) -> float:
        """The points of the whole without those of the parts."""
        return self.worth - self.marked

    @property
    def done(self) -> str:
        """Where it is done: in class, at home, in a lesson of its own, or by those who want more."""
        return self.place or ("class" if self.slide else "home")

    @property
    def spent(self) -> int:
        """The minutes of the lesson, if it is done in class."""
        shown = self.slide.minutes if self.slide else None
        return (shown or self.minutes or 0) if self.done == "class" else 0

    @property
    def mixes(self) -> bool:
        """Whether copies have its options in other orders than the author wrote."""
        return False

    def dealt(self, draw: Draw) -> Self:  # noqa: ARG002 for kinds that draw numbers
        """Return the exercise as a copy has it: with the numbers that are drawn for it."""
        return self

    def task(self, draw: Draw) -> Task:
        """Return what a copy asks, with its key."""
        raise NotImplementedError

    def further(self, draw: Draw) -> Write | None:
        """Return what the parts ask, after what the kind itself asks."""
        # Letters are those of options.
        return Write(_asked(self.parts, draw.labels["numerals"])) if self.parts else None

    def shown(self) -> Iterable[Rich]:
        """Yield the texts beside the stem that every copy prints, in fields that give the answer away as a whole."""
        return ()

    def told(self) -> Self:
        """Return the exercise without what gives the answer away; the task has what is shown."""
        bare = super().told().model_copy(update={"points": self.worth})
        # Not as they are written: in that order, things to order are right, and pairs lie together.
        bare._kept = tuple(sorted(self._open(), key=lambda text: text.source))  # noqa: SLF001 its own
        return bare

    def printed(self) -> Iterator[Rich]:
        """Yield the texts that every copy prints."""
        yield from super().printed()
        yield from self._kept or self._open()

    def inside(self) -> Iterator[Block]:
        """Yield the blocks inside its texts, those that a copy without answers shows too."""
        yield from super().inside()
        for block in (block for text in self._kept for block in text.blocks()):
            yield block
            yield from block.inside()

    def _open(self) -> Iterator[Rich]:
        yield from self.shown()
        yield from (part.text for part in self.parts or ())

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:
        """Yield what is wrong with the item itself."""
        yield from super().check(tables)
        yield from self._sums()
        yield from self.faults()

    def _sums(self) -> Iterator[Problem]:
        """The points are those of the parts, or leave something for what else is asked."""
        if self.summed:
            yield from adds_up(self, self.points, self.marked + self.own)
        elif self.left < 0:
            message = f"the parts add up to {self.marked:g} points, not {self.points:g}"
            yield Problem(self.at("points"), "points-sum", message, "Leave `points` out, or change a part")
        for number, part in enumerate(self.parts):
            yield from adds_up(self, part.points, sum(mark.points for mark in part.marking), "parts", number)

    def faults(self) -> Iterable[Problem]:
        """Yield what only this kind can find wrong."""
        return ()


class Parted(Exercise):
    """An exercise whose parts are all that it asks."""

    parts: Annotated[tuple[AskForm, ...], Field(min_length=1, max_length=12)]

    @property
    def own(self) -> float:
        """Nothing besides the parts."""
        return 0

    @property
    def summed(self) -> bool:
        """The parts name their points."""
        return True

    def task(self, draw: Draw) -> Write:
        """Ask the parts, with letters where there are several."""
        return Write(letters(self.parts, draw))

    def further(self, draw: Draw) -> None:
        """The parts are the task."""


def letters(forms: tuple[AskForm, ...], draw: Draw) -> tuple[Ask, ...]:
    """Letter the parts of an exercise, unless there is one alone."""
    return _asked(forms, draw.labels["letters"])


def _asked(forms: tuple[AskForm, ...], names: Sequence[str]) -> tuple[Ask, ...]:
    return tuple(form.ask(name) for form, name in zip(forms, names if len(forms) > 1 else [""], strict=False))


def adds_up(block: Block, points: float | None, marked: float, *path: str | int) -> Iterator[Problem]:
    """Yield a problem where points are given twice, and are not the same."""
    if points is not None and marked and points != marked:
        message = f"the parts add up to {marked:g} points, not {points:g}"
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
