"""Checks what a unit promises: minutes that add up, and slides that can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.blocks.callout import Callout
from coursepack.blocks.question import Question
from coursepack.course import UnitFront
from coursepack.exercise import Exercise
from coursepack.problem import Problem, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.block import Block
    from coursepack.course import Course, Part
    from coursepack.problem import Span


def check(course: Course) -> Iterator[Problem]:
    """Yield plans that do not fill the lesson, slides that lack a title or share one, and sections that have none."""
    for unit in course.units:
        yield from _minutes(unit)
        yield from _unplanned(unit, course.file.lesson)
        yield from _steps(unit)
        if course.file.slides == "written":
            yield from _unshown(unit)
    seen: dict[str, Span] = {}
    for block in (block for part in course.parts() for section in part.sections for block in section.blocks):
        if block.goes_to("slides"):
            yield from _title(block, seen)
        elif block.on == "slides":
            yield Problem(block.at("on"), "missing-field", "`slide` is missing", "Write the block's short form")


def _minutes(unit: Part) -> Iterator[Problem]:
    front = unit.front
    if isinstance(front, UnitFront) and front.plan:
        total = sum(step.minutes for step in front.plan)
        if front.minutes and total != front.minutes:
            message = f"the steps add up to {total} minutes, the lesson has {front.minutes}"
            span = unit.values.keys[("plan",)]
            yield Problem(span, "plan-minutes", message, "Change the minutes of a step")


def _unplanned(unit: Part, lesson: int | None) -> Iterator[Problem]:
    """Yield a unit that is longer than a lesson, and has no plan that says where to stop."""
    front = unit.front
    if isinstance(front, UnitFront) and lesson and (front.minutes or 0) > lesson and not front.plan:
        message = f"this unit takes {front.minutes} minutes, a lesson has {lesson}, and no plan says where to stop"
        advice = "Write `plan`, with the minutes of each step"
        yield Problem(unit.at("minutes"), "unplanned-lesson", message, advice, Severity.NOTE)


def _steps(unit: Part) -> Iterator[Problem]:
    """Yield what steps name that the unit has not, and exercises that are done elsewhere."""
    front = unit.front
    sections = {section.id for section in unit.sections if section.title}
    blocks = {block.id: block for block in unit.blocks() if block.id}
    for number, step in enumerate(front.plan if isinstance(front, UnitFront) else ()):
        shown = sections | set(blocks) if not step.shows_all else {*step.slides}
        done = {name for name, block in blocks.items() if isinstance(block, Exercise | Question | Callout)}
        for name, known in (("sections", sections), ("slides", shown), ("exercises", done)):
            for index, given in enumerate(getattr(step, name)):
                if given not in known:
                    advice = did_you_mean(given, known) or "Write the id of one of this unit"
                    message = f"the unit has no `{given}` for `{name}`"
                    yield Problem(unit.at("plan", number, name, index), "unknown-step", message, advice)
        for index, given in enumerate(step.exercises):
            one = blocks.get(given)
            if isinstance(one, Exercise) and one.done != "class":
                message, advice = (
                    f"the step does `{given}` in class, and it has its place elsewhere",
                    "Write `place: class` there",
                )
                yield Problem(
                    unit.at("plan", number, "exercises", index), "step-elsewhere", message, advice, Severity.WARNING
                )


def _unshown(unit: Part) -> Iterator[Problem]:
    """Yield the sections that no slide shows, where all slides are written."""
    for section in unit.sections:
        if section.title and not any(block.goes_to("slides") for block in section.blocks):
            message, advice = (
                "this section has no slide",
                "Write a {slide}, or leave `slides: written` out",
            )
            yield Problem(section.span, "section-without-slide", message, advice, Severity.NOTE)


def _title(block: Block, seen: dict[str, Span]) -> Iterator[Problem]:
    title, at = block.slide_title()
    if title is None:
        if not block.titled_by_unit:
            yield Problem(block.at("slide"), "missing-field", "`title` is missing", "Write `title: …`")
        return
    words = title.plain()
    if words in seen:
        message = f"two slides have the title “{words}”"
        yield Problem(at, "duplicate-title", message, f"Choose another; it stands at {seen[words]}")
    seen.setdefault(words, at)
