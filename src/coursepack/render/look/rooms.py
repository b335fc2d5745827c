"""Rooms to draw in, which no page's end may cut: whether they and what is asked go on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.exercise import Exercise, SpaceForm
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course
    from coursepack.problem import Span
    from coursepack.render.look.measure import Measure
    from coursepack.text import Rich

_CM = 72 / 2.54  # pt in a cm
_AROUND = 26  # pt at the base of the scale: the rule, the head and the air of an exercise
_TEXT = 0.46  # em: the width of an average letter of running text


def check(course: Course, page: Measure) -> Iterator[Problem]:
    """Yield every frame that is higher than a page with its stem holds; ruled lines go on over a page's end."""
    for at, high, most in _high(course, page):
        message = f"a room of {high:g} cm and its stem do not go on a page, which holds {most:g} cm"
        yield Problem(at, "high-room", message, f"Write `cm: {most:g}` or less")


def smallest(course: Course, page: Measure, small: Measure) -> Iterator[Problem]:
    """Yield a note on every frame that goes on a page, but not on the smallest that the course may be printed on."""
    refused = {at for at, _, _ in _high(course, page)}
    for at, high, most in _high(course, small):
        if at not in refused:
            message = f"a room of {high:g} cm and its stem do not go on a page of `easy` on A5, which holds {most:g} cm"
            advice = f"Write `cm: {most:g}` or less, or print that edition on larger paper"
            yield Problem(at, "high-room", message, advice, Severity.NOTE)


def _high(course: Course, page: Measure) -> Iterator[tuple[Span, float, float]]:
    """Yield the place of each frame that a page does not hold, its cm, and those that the page has for it."""
    for block in (block for part in course.parts() for block in part.blocks()):
        if isinstance(block, Exercise):
            for path, form, asked in _spaces(block):
                most = _room(page, [block.text, *([asked] if asked else [])])
                if form.paper != "ruled" and (form.cm or 0) > most:
                    yield block.at(*path, "cm"), form.cm or 0, most


def _spaces(block: Exercise) -> Iterator[tuple[tuple[str | int, ...], SpaceForm, Rich | None]]:
    """Yield the rooms of an exercise, each with its place and with what a part asks above it."""
    for name in ("space", "working"):
        form = getattr(block, name, None)
        if isinstance(form, SpaceForm):
            yield (name,), form, None
    for number, part in enumerate(block.parts):
        # Only the first part has the stem above it on its page; the others might.
        yield ("parts", number, "space"), part.space, part.text


def _room(page: Measure, texts: list[Rich]) -> float:
    """Return the cm that are left below the head and some texts, to the half."""
    step = page.steps["text"]
    letters = page.text / (step.size * _TEXT)
    lines = sum(1 + int(len(row) / letters) for text in texts for row in text.plain().split("\n"))
    left = page.height - page.grown(_AROUND) - lines * step.leading
    return max(0, int(left / _CM * 2)) / 2
