"""Headings and tabs that speak of an answer, and that students have: paper shows all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING

from coursepack.blocks.callout import Callout
from coursepack.blocks.question import Question
from coursepack.exercise import Exercise
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
    """Yield such sub-headings of a section, which nothing that students have may follow.

    A worked example is text, and so is its solution: until something else has a title, or asks.
    """
    is_worked = section.title is not None and answering.is_example(section.title.plain())
    is_named = section.title is not None and answering.asks(section.title.plain())
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        follows = after is not None and _is_shown(after)
        if isinstance(block, Callout | Exercise | Question):
            is_worked = isinstance(block, Callout) and (is_worked or block.type_ == "example")
        for text in block.told().texts() if _is_shown(block) else ():
            yield from _begun(text, named=is_named)
            level = ""
            for head in _heads(text):
                called = answering.is_called(head.name)
                is_worked = answering.is_example(head.name) or (is_worked and (called or not head.asks))
                if not head.title or (level and head.token.tag > level):
                    continue
                level = head.token.tag if called and not (is_worked and answering.is_one(head.name)) else ""
                if level and (follows or not head.last):
                    at = text.row(head.token, len(head.token.markup) + 1 + len(head.title.content))
                    yield _titled(replace(text, tokens=(head.title,)), at)


def _begun(text: Rich, *, named: bool) -> Iterator[Problem]:
    """Yield the lines that begin with the name of what answers: “**Answers:** 1. rain”.

    One answer alone does below what asks: a question, a list of what to choose from, or a title, which may be `named`.
    """
    asked = listed = False
    stems = list[bool]()
    for before, token in pairwise(text.tokens):
        if token.type == "inline" and is_head(before):
            named, asked, listed = answering.asks(token.content), answering.is_asked(token.content), False
        elif token.type == "inline":
            name = _run_in(token)
            named = answering.asks(name) or (named and not answering.is_example(name))
            for start, line in _lines(token.content):
                chosen = listed and answering.is_choice(line)
                if name := answering.begins(line, asked=asked or named or chosen):
                    yield _beginning(name, text.at(token, start, len(line)))
                asked, listed = answering.is_asked(line), False
        elif token.type.endswith("_list_open"):
            stems.append(asked)
        elif token.type.endswith("_list_close"):
            asked, listed = (stems.pop() if stems else False) or asked, True


def _lines(words: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a paragraph, each with where it begins."""
    start = 0
    for line in words.split("\n"):
        yield start, line
        start += len(line) + 1


@dataclass(frozen=True)
class _Head:
    """What has a name: a heading, a bold line, or a paragraph that begins with bold words, which is no `title`."""

    token: Token
    name: str
    title: Token | None = None
    last: bool = False

    @property
    def asks(self) -> bool:
        """Whether it ends what is said of an example: any title does, and “**Exercise 2.** Find”."""
        return self.title is not None or answering.asks(self.name)


def _heads(text: Rich) -> Iterator[_Head]:
    """Yield what has a name in a text, and of titles whether nothing follows them."""
    for place, token in enumerate(text.tokens):
        if token.meta.get("tab") or not (is_head(token) or token.type == "paragraph_open"):
            continue
        inline, after = text.tokens[place + 1], text.tokens[place + _HEADING : place + _HEADING + 2]
        if is_head(token) or (_is_bold(inline) and not any(map(_is_room, after))):
            name = replace(text, tokens=(inline,)).plain()
            yield _Head(token, name, inline, last=place + _HEADING == len(text.tokens))
        elif name := _run_in(inline):
            yield _Head(token, name)


def _run_in(inline: Token) -> str:
    """Return the bold words with which a paragraph begins."""
    kids = [one for one in inline.children or [] if one.type != "text" or one.content]
    within = takewhile(lambda one: one.type != "strong_close", kids)
    return "".join(one.content for one in within) if kids and kids[0].type == "strong_open" else ""


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
