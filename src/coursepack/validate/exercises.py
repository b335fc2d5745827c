"""Checks what exercises and the rest of a course say of each other: gaps outside them, and objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.course import UnitFront
from coursepack.exercise import Exercise
from coursepack.exercises.cloze import Cloze
from coursepack.exercises.source_analysis import SourceAnalysis
from coursepack.problem import Problem, Severity
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course, Part


def check(course: Course) -> Iterator[Problem]:
    """Yield gaps where nothing is filled in, objectives that a unit has not, and lines that a source has not."""
    cloze = {id(block.text) for part in course.parts() for block in part.blocks() if isinstance(block, Cloze)}
    for text in texts(course):
        for _, at in text.marks("gap") if id(text) not in cloze else ():
            yield Problem(at, "stray-gap", "a gap stands outside the text of a cloze", "Write its words alone")
    for part in course.parts():
        for exercise in exercises(part):
            yield from _unknown(exercise, part)
            if isinstance(exercise, SourceAnalysis):
                yield from exercise.nowhere(course.labels["line_words"])
            yield from _elsewhere(exercise)


def untested(course: Course) -> Iterator[Problem]:
    """Say which objectives no exercise tests, in a course that has exercises."""
    if not any(exercises(part) for part in course.parts()):
        return
    for unit in course.units:
        tested = {number for exercise in exercises(unit) for number in exercise.objectives}
        for number in range(1, _most(unit) + 1):
            if number not in tested:
                message, advice = f"no exercise tests objective {number}", f"name it: `objectives: [{number}]`"
                yield Problem(unit.at("objectives", number - 1), "untested", message, advice, Severity.NOTE)


def exercises(part: Part) -> list[Exercise]:
    """Return the exercises of a unit or page."""
    return [block for block in part.blocks() if isinstance(block, Exercise)]


def _elsewhere(exercise: Exercise) -> Iterator[Problem]:
    """Say what a worksheet can't bring with an exercise: it prints figures, tables and sources, and no sections."""
    for text in exercise.printed():
        for token, at in text.marks("ref"):
            if token.meta["kind"] in {"section", "unit", "page"}:
                message = f"a worksheet has no {token.meta['kind']}, so this reference leads nowhere there"
                advice = (
                    "Refer to its figure, table or source, which is printed beside the exercise, or say it in words"
                )
                yield Problem(at, "not-on-worksheet", message, advice, Severity.NOTE)


def _unknown(exercise: Exercise, part: Part) -> Iterator[Problem]:
    most = _most(part)
    for index, number in enumerate(exercise.objectives):
        if not 1 <= number <= most:
            message = f"the unit has no objective {number}" if most else "a page that is no unit has no objectives"
            advice = f"Use a number from 1 to {most}" if most else "Leave `objectives` out"
            yield Problem(exercise.at("objectives", index), "unknown-objective", message, advice)


def _most(part: Part) -> int:
    return len(part.front.objectives) if isinstance(part.front, UnitFront) else 0
