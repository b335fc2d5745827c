"""How long a unit takes: what is said, read, named and done in class, added up.

Words are counted between blanks; signs of Chinese and Japanese count two for three words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursepack.blocks.question import Question
from coursepack.exercise import Exercise
from coursepack.judge.prose import DIRECTION, WORD, runs
from coursepack.validate.level import years

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.block import Block
    from coursepack.course import Course, Part, PlanStep
    from coursepack.text import Rich

# Words a minute, spoken: a lecture that a class can follow.
SPOKEN = 130
# Words a minute, read to learn, up to which school year: two thirds (Carver 1992) of 185, 214, 250, 280 (Taylor 1965).
_RATES = ((6, 120), (9, 140), (12, 165), (99, 185))
# Where no level is known.
_USUAL = 140
_UNPARTED = re.compile(r"[\u2e80-\u2fff\u3041-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Lesson:
    """The minutes of a unit, by what they are spent on."""

    spoken: float = 0
    read: float = 0
    named: int = 0
    exercises: int = 0

    @property
    def total(self) -> float:
        """All of them."""
        return self.spoken + self.read + self.named + self.exercises


def words(texts: Iterable[Rich]) -> float:
    """Count the words of some texts, without stage directions."""
    found = 0.0
    for run in runs(texts):
        ends = [end for found in DIRECTION.finditer(run.inline.content) for end in found.span()]
        told = " ".join(
            run.words[start:end] for start, end in zip([0, *ends[1::2]], [*ends[::2], len(run.words)], strict=True)
        )
        found += len(_UNPARTED.findall(told)) / 1.5 + len(WORD.findall(_UNPARTED.sub(" ", told)))
    return found


def rate(course: Course) -> int:
    """Return how many words a minute a class reads to learn: one of the lowest level that the course names."""
    levels = years(course.file.level, course.labels["reading_levels"])
    return next(rate for most, rate in _RATES if levels[0] <= most) if levels else _USUAL


def lesson(unit: Part, course: Course) -> Lesson:
    """Add up a unit: its slides, what is said before and after them, what its plan has read, what is done in class."""
    front: Any = unit.front
    notes = [front.opening, front.summary.notes if front.summary else None]
    spoken, named, exercises = words(one for one in notes if one) / SPOKEN, 0, 0
    for block in unit.blocks():
        if isinstance(block, Exercise):
            exercises += block.spent
        elif block.kind_name() != "break":
            named += block.spent
        spoken += 0 if block.spent else said(block) / SPOKEN
    read = sum(reading(unit, step) for step in front.plan) / rate(course)
    return Lesson(spoken, read, named, exercises)


def said(block: Block) -> float:
    """Count the words that are said at the slide of a block."""
    own: Any = block
    notes = own.slide.notes if own.slide else getattr(own, "notes", None)
    elsewhere = isinstance(block, Exercise) and block.done != "class"
    return 0 if notes is None or elsewhere or not block.goes_to("slides") else words([notes])


def reading(unit: Part, step: PlanStep) -> float:
    """Count the words that a step of the plan has read in class."""
    sections = [section for section in unit.sections if section.id in step.sections]
    blocks = (block for section in sections for block in section.blocks if block.audience != "teacher")
    read = (block for block in blocks if block.goes_to("handout") and not isinstance(block, Exercise | Question))
    return words(text for block in read for text in block.printed())


def taken(unit: Part, step: PlanStep, course: Course) -> Lesson:
    """Add up what a step of the plan names."""
    spoken, named, exercises = 0.0, 0, 0
    for section in unit.sections:
        for block in section.all_blocks():
            if block.id in step.exercises and isinstance(block, Exercise):
                exercises += block.spent
            elif block.id in step.exercises:
                named += block.spent
            elif step.shows_all or {section.id, block.id} & set(step.slides):
                # What names minutes of its own is a step of its own, or none.
                named += block.spent if block.kind_name() == "slide" or block.id in step.slides else 0
                spoken += 0 if block.spent else said(block) / SPOKEN
    return Lesson(spoken, reading(unit, step) / rate(course), named, exercises)
