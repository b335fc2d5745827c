"""Texts with gaps whose words stand in full below them, as in a tab beside: paper shows both at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from coursepack.course import Course, Section
    from coursepack.text import Rich

_GAP = re.compile(r"\[[^\[\]\n]*\]\{\.gap[^{}\n]*\}|_{3,}|\.{5,}|…{2,}")
# Between gaps at least so many letters say the same: fewer may be chance, “The ____ is ____.”
_SAME = 30
# What is written into a gap is shorter.
_WORDS = 100


def check(course: Course) -> Iterator[Problem]:
    """Yield what fills the gaps of a text, at its first line: once for each text with gaps."""
    for part in course.parts():
        for section in part.sections:
            yield from _filled(section)


def _filled(section: Section) -> Iterator[Problem]:
    asked: list[tuple[Rich, Token, Sequence[str]]] = []
    for text, token in _runs(section):
        between = [" ".join(said.split()) for said in _GAP.split(token.content.replace("*", ""))]
        if between[1:]:
            asked += [(text, token, between)] if sum(map(len, between)) >= _SAME else []
            continue
        found = next((one for one in asked if _fills(between[0], one[2])), None)
        if found:
            asked = [one for one in asked if one[0] is not found[0]]
            yield _problem(text, token, found[0].row(found[1]).line)


def _runs(section: Section) -> Iterator[tuple[Rich, Token]]:
    """Yield the runs of text of a section that students have."""
    for block in section.blocks:
        if block.audience != "teacher":
            for text in block.told().texts():
                yield from ((text, token) for token in text.inlines())


def _fills(said: str, between: Sequence[str]) -> bool:
    """Tell whether a text is what stands between gaps, in order, with a few words for each gap."""
    first, *others, last = between
    at = len(first)
    for one in others:
        found = said.find(one, at + 1)
        if not at < found <= at + _WORDS:
            return False
        at = found + len(one)
    return said.startswith(first) and said.endswith(last) and 0 < len(said) - len(last) - at <= _WORDS


def _problem(text: Rich, token: Token, line: int) -> Problem:
    at = text.at(token, 0, len(token.content.partition("\n")[0]))
    message = f"this fills the gaps of the text in line {line}, and is printed for students with it"
    return Problem(
        at, "shown-answer", message, "Write it as `::: solution`: the teacher alone has that", Severity.WARNING
    )
