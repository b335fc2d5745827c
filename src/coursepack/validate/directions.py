"""Checks that stage directions, `[Ask for a vote.]{.do}`, stand where lecturers read them and students do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course
    from coursepack.text import Rich

_WRITTEN = re.compile(r"\{\.do\}")


def check(course: Course) -> Iterator[Problem]:
    """Yield the stage directions in texts that students have."""
    for text in _open(course):
        for inline in text.inlines():
            if any(token.type == "do_open" for token in inline.children or ()):
                found = _WRITTEN.search(inline.content)
                at = text.at(inline, found.start() if found else 0, len("{.do}"))
                message, advice = "students read this stage direction", "Write it in `notes`, or leave `{.do}` out"
                yield Problem(at, "open-direction", message, advice, Severity.WARNING)


def _open(course: Course) -> Iterator[Rich]:
    for part in course.parts():
        yield from part.told().front.texts()
        for block in (block for section in part.sections for block in section.blocks):
            yield from block.told().texts() if block.audience != "teacher" else ()
