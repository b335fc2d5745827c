"""Finds abbreviations that a course spells out and never uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.abbreviation import mentions
from coursepack.problem import Problem, Severity
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursepack.course import Course
    from coursepack.problem import Span


def check(course: Course, at: Callable[..., Span]) -> Iterator[Problem]:
    """Yield those that no text has; `at` says where course.yaml has them."""
    known = course.file.abbreviations
    used = _used(course) if known else set()
    for short in (one for one in known if one not in used):
        message, advice = f"no text has the abbreviation `{short}`", "Leave it out, or write it as the texts do"
        yield Problem(at("abbreviations", short), "unused-abbreviation", message, advice, Severity.NOTE)


def _used(course: Course) -> set[str]:
    mention = re.compile(mentions(course.file.abbreviations))
    return {found for text in texts(course) for found in mention.findall(text.source)}
