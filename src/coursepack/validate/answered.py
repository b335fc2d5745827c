"""Headings and tabs that speak of an answer, and that students have: paper shows all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from coursepack.load import answering
from coursepack.problem import Problem, Severity
from coursepack.text import is_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from coursepack.block import Block
    from coursepack.course import Course, Section
    from coursepack.problem import Span
    from coursepack.text import Rich

# The tokens of a heading.
_HEADING = 3


def tabs(text: Rich) -> Iterator[Problem]:
    """Yield the heads of tabs that a screen keeps shut until they are asked for, and paper does not."""
    for token, inline in pairwise(text.tokens):
        if token.meta.get("tab") and answering.answers(inline.content):
            message, advice = "a tab that speaks of an answer is printed: paper shows all", "Write it as `::: solution`"
            yield _said(text.row(token, len(token.markup)), message, advice)


def headings(course: Course) -> Iterator[Problem]:
    """Yield the titles and headings that are called answers, if students have what stands below them.

    Of those below each other only the highest: what it says, it says of all.
    """
    for part in course.parts():
        if answering.is_called(part.front.title.plain()) and any(map(_is_shown, part.blocks())):
            yield _titled(part.front.title, part.at("title"))
            continue
        for section in part.sections:
            if section.title and answering.is_called(section.title.plain()) and any(map(_is_shown, section.blocks)):
                yield _titled(section.title, section.span)
            else:
                yield from _within(section)


def _within(section: Section) -> Iterator[Problem]:
    """Yield such sub-headings of a section, which nothing that students have may follow."""
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        follows = after is not None and _is_shown(after)
        for text in block.told().texts() if _is_shown(block) else ():
            yield from _begun(text)
            level = ""
            for token, inline, last in _heads(text):
                if level and token.tag > level:
                    continue
                title = replace(text, tokens=(inline,))
                level = token.tag if answering.is_called(title.plain()) else ""
                if level and (follows or not last):
                    yield _titled(title, text.row(token, len(token.markup) + 1 + len(inline.content)))


def _begun(text: Rich) -> Iterator[Problem]:
    """Yield the lines that begin with the name of what answers: “**Answers:** 1. rain”."""
    asked = False
    for before, token in pairwise(text.tokens):
        if token.type == "inline" and not is_head(before):
            for start, line in _lines(token.content):
                name = answering.begins(line, asked=asked)
                if name:
                    yield _beginning(name, text.at(token, start, len(line)))
                asked = answering.is_asked(line)
        asked = asked or token.type.endswith("_list_close")


def _lines(words: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a paragraph, each with where it begins."""
    start = 0
    for line in words.split("\n"):
        yield start, line
        start += len(line) + 1


def _heads(text: Rich) -> Iterator[tuple[Token, Token, bool]]:
    """Yield the headings of a text, bold lines among them, each with its words, and whether nothing follows it."""
    for place, token in enumerate(text.tokens):
        is_bold = token.type == "paragraph_open" and _is_bold(text.tokens[place + 1])
        is_bold = is_bold and not any(map(_is_room, text.tokens[place + _HEADING : place + _HEADING + 2]))
        if (is_head(token) or is_bold) and not token.meta.get("tab"):
            yield token, text.tokens[place + 1], place + _HEADING == len(text.tokens)


def _is_bold(inline: Token) -> bool:
    """Tell whether a line is bold, but for a colon behind it."""
    kinds = [
        one.type for one in inline.children or [] if one.type != "text" or one.content.strip(" \u00a0\u202f:\uff1a")
    ]
    return kinds[:1] == ["strong_open"] and kinds[-1] == "strong_close" and kinds.count("strong_open") == 1


def _is_room(token: Token) -> bool:
    """Tell whether a token is a line of low strokes: “Answer:” above one asks for it."""
    return token.type in {"hr", "inline"} and not (token.content or token.markup).strip("_ \n")


def _is_shown(block: Block) -> bool:
    return block.audience != "teacher"


def _titled(title: Rich, at: Span) -> Problem:
    message = f"“{title.plain()}” is printed for students, with what stands below it"
    return _said(at, message, "Write what answers as `::: solution`, without the heading: the teacher alone has that")


def _beginning(name: str, at: Span) -> Problem:
    message = f"“{name}” is printed for students, with what follows it"
    return _said(at, message, "Write it as `::: solution`, without the name: the teacher alone has that")


def _said(at: Span, message: str, advice: str) -> Problem:
    return Problem(at, "shown-answer", message, advice, Severity.WARNING)
