"""Options of a question of which the right one is ticked, and that students have: paper shows the tick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import answering
from coursepack.load.lists import closing
from coursepack.problem import Problem, Severity
from coursepack.text import is_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from coursepack.course import Course
    from coursepack.problem import Span
    from coursepack.text import Rich

# Before what it is drawn of, √ is a root; before the letter of an option a star is the mark of a question bank.
_TICK = re.compile(r"[✓✔✅☑🗸]|√(?![\w({$\\])|^\*(?=[A-Za-z][.)]\s)", re.MULTILINE)
_CROSS = re.compile(r"[✗✘❌❎🗙]")
# As question banks that are written as lists mark what is right: `- !a whale`.
_MARKED = re.compile(r"[!^=](?=[\w`$])")
# The letter of an option, where it begins.
_LETTER = re.compile(r"(?:^|\s)[\W_]{0,3}(?:[^\W\d_]\)|[A-Ha-h\u0410-\u0417\u0430-\u0437]\.)[*_]{0,2}\s")
# What may stand behind the sign that asks.
_ASKS = re.compile(r"[?\uff1f؟][\s*_)\]»”\"']*$")


def check(course: Course) -> Iterator[Problem]:
    """Yield the lists and lines with options of which some are ticked, at the first that is."""
    for part in course.parts():
        for section in part.sections:
            named = bool(section.title and answering.asks(section.title.plain()))
            for block in section.blocks:
                if block.audience != "teacher":
                    for text in block.told().texts():
                        yield from _ticked(text, named=named)


def _ticked(text: Rich, *, named: bool) -> Iterator[Problem]:
    said = ""
    for place, token in enumerate(text.tokens):
        if token.type == "inline":
            if is_head(text.tokens[place - 1]):
                named = answering.asks(token.content)
            said = token.content
            letters = [found.start() for found in _LETTER.finditer(said)]
            signs = [at for found in _TICK.finditer(said) if letters and (at := found.start()) >= letters[0]]
            if _differ(signs, letters):
                yield _problem(text.at(token, signs[0]))
        elif token.type.endswith("list_open"):
            items = list(_items(text.tokens, place))
            ticked = [item for item, its in items if _is_ticked(item, its)]
            is_question = named or _all_lettered(items) or (_ASKS.search(said) and not _is_weighed(items))
            if is_question and _differ(ticked, items):
                yield _problem(text.row(ticked[0], len("- [x]")))


def _items(tokens: Sequence[Token], place: int) -> Iterator[tuple[Token, Token]]:
    """Yield the items of a list, each with its first line."""
    level = tokens[place].level + 1
    for at in range(place, closing(tokens, place)):
        if tokens[at].type == "list_item_open" and tokens[at].level == level and tokens[at + 2].type == "inline":
            yield tokens[at], tokens[at + 2]


def _is_ticked(item: Token, its: Token) -> bool:
    """Tell whether an item is; of options in one line the line itself is told."""
    signed = _MARKED.match(its.content) or (_TICK.search(its.content) and not _LETTER.search(its.content, 1))
    return "ticked" in str(item.attrGet("class")) or bool(signed)


def _all_lettered(items: Sequence[tuple[Token, Token]]) -> bool:
    return all(_LETTER.match(its.content) for _, its in items)


def _is_weighed(items: Sequence[tuple[Token, Token]]) -> bool:
    """Tell whether all have ticks or crosses: what to do, and what not to, is no choice."""
    signs = [(bool(_is_ticked(item, its)), bool(_CROSS.search(its.content))) for item, its in items]
    return any(cross for _, cross in signs) and all(map(any, signs))


def _differ(ticked: Sequence[object], options: Sequence[object]) -> bool:
    return bool(ticked) and len(ticked) < len(options)


def _problem(at: Span) -> Problem:
    message = "the right option is ticked, and printed for students"
    advice = "Write a {multiple-choice} or {multiple-response} block, or leave the box open: `- [ ]`"
    return Problem(at, "shown-answer", message, advice, Severity.WARNING)
