"""A unit that takes more minutes than its lesson has, or a step more than it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.course import UnitFront
from coursepack.judge.minutes import SPOKEN, lesson, rate, taken
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course, Part
    from coursepack.judge.minutes import Lesson
    from coursepack.pack import Pack

# Minutes below which a sum of estimates says nothing.
_LEAST = 1


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the units that are over, and the steps that are, with what their minutes are spent on."""
    for unit in pack.course.units:
        yield from _whole(unit, pack.course)
        yield from _steps(unit, pack.course)


def _whole(unit: Part, course: Course) -> Iterator[Problem]:
    found, has = lesson(unit, course), getattr(unit.front, "minutes", None)
    if has and found.total >= has + _LEAST:
        message = f"the unit takes {found.total:.0f} minutes and has {has}: {_spent(found, course)}"
        advice = f"Move {found.total - has:.0f} minutes home (`place: home`), or shorten what is said and read"
        yield Problem(unit.at("minutes"), "lesson-long", message, advice, Severity.WARNING)


def _steps(unit: Part, course: Course) -> Iterator[Problem]:
    for number, step in enumerate(unit.front.plan if isinstance(unit.front, UnitFront) else ()):
        found = taken(unit, step, course)
        if found.total >= step.minutes + _LEAST:
            message = f"this step takes {found.total:.0f} minutes and has {step.minutes}: {_spent(found, course)}"
            at, advice = unit.at("plan", number, "minutes"), "Give it more minutes, or leave some of it out"
            yield Problem(at, "lesson-long", message, advice, Severity.WARNING)


def _spent(found: Lesson, course: Course) -> str:
    """Say what minutes are spent on."""
    parts = {
        f"speaking (notes at {SPOKEN} words a minute)": found.spoken,
        f"reading (at {rate(course)})": found.read,
        "named by slides, questions and debates": found.named,
        "exercises in class": found.exercises,
    }
    return ", ".join(f"{minutes:.0f} {name}" for name, minutes in parts.items() if round(minutes))
