"""What authors answer to findings: `allow: {code: the reason}` where they stand, so that they are not said again.

It holds in the block that says it, with what is inside; in the unit or page whose front matter says it; in the whole
course, if course.yaml does. A comment, `<!-- allow code: the reason -->`, says it of the prose or the block that it
stands in or before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.blocks.text import TextBlock
from coursepack.judge.editor import FINDINGS
from coursepack.problem import Problem, Severity, Span, did_you_mean
from coursepack.validate.places import Places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from coursepack.course import Course, Part
    from coursepack.text import Rich

_COMMENT = re.compile(r"<!--\s*allow\s+([\w-]+):\s*[^\s-].{0,2000}?-->\s*", re.DOTALL)


@dataclass(frozen=True)
class _Answer:
    """A code, where it is answered, and how far that holds: a block, a file, or all (an empty text)."""

    code: str
    at: Span | None
    scope: int | str


def left(course: Course, problems: Sequence[Problem]) -> list[Problem]:
    """Return what is said of a course after its answers: mistakes cannot be answered."""
    places = Places(course.parts())
    answers = {(one.code, one.scope) for one in _answers(course, places)}
    return [
        one
        for one in problems
        if one.severity is Severity.ERROR or not answers & {(one.code, scope) for scope in _scopes(one.span, places)}
    ]


def unused(course: Course, problems: Sequence[Problem], unasked: Collection[str] = ()) -> Iterator[Problem]:
    """Yield the answers in units and blocks to what was not found, but for what was not looked for."""
    places = Places(course.parts())
    found = {(one.code, scope) for one in problems for scope in _scopes(one.span, places)}
    known = {*FINDINGS, *(one.code for one in problems)}
    for one in _answers(course, places):
        if one.at and one.code not in unasked and (one.code, one.scope) not in found:
            advice = "Delete it" if one.code in known else did_you_mean(one.code, known) or "Delete it"
            message = f"nothing here is said to be `{one.code}`"
            yield Problem(one.at, "unused-answer", message, advice, Severity.NOTE)


def _scopes(at: Span, places: Places) -> tuple[int | str, ...]:
    """Return all that a place is in."""
    block = places.block(at)
    return ("", at.file, *([id(block)] if block else []))


def _answers(course: Course, places: Places) -> Iterator[_Answer]:
    yield from (_Answer(code, None, "") for code in course.file.allow or ())
    for part in course.parts():
        yield from (_Answer(code, part.at("allow", code), part.span.file) for code in part.front.allow or ())
        for block in (block for section in part.sections for block in section.blocks):
            for one in (block, *block.inside()):
                yield from (_Answer(code, one.at("allow", code), id(block)) for code in one.allow or ())
        yield from _commented(part, places)


def _commented(part: Part, places: Places) -> Iterator[_Answer]:
    """Yield what comments answer, which all stretches of a part's prose have in their common source."""
    prose = [block.body for block in part.blocks() if isinstance(block, TextBlock)]
    for text in {one.source: one for one in prose}.values():
        for found in _COMMENT.finditer(text.source):
            start, end = (_place(text, position) for position in (found.start(), found.end()))
            # The source has blanks in the place of blocks.
            after = places.following(start)
            block = places.block(min(after, end) if after else end)
            yield _Answer(found[1], start, id(block) if block else part.span.file)


def _place(text: Rich, position: int) -> Span:
    before = text.source[:position]
    return Span(text.span.file, text.span.line + before.count("\n"), position - before.rfind("\n"))
