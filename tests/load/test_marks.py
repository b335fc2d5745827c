"""Marks in a line: what a pattern finds is one token with its place, and its words are no longer text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from coursepack.load import marks

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(token: Token, found: re.Match[str]) -> None:
    token.content = found[1]


def inline(text: str) -> list[Token]:
    markdown = MarkdownIt()
    marks.add(markdown, "price", re.compile(r"\[\[(\w+)\]\]"), read)
    return markdown.parseInline(text)[0].children or []


def test_a_mark_keeps_what_was_written_and_where() -> None:
    before, mark, after = inline("It costs [[ten]] today.")
    assert (before.content, after.content) == ("It costs ", " today.")
    assert (mark.type, mark.content, mark.meta) == ("price", "ten", {"raw": "[[ten]]", "at": 9})


def test_it_comes_before_links_that_begin_with_the_same_sign() -> None:
    assert [one.type for one in inline("[[ten]](x.md)")] == ["price", "text"]


def test_inside_a_link_it_is_passed_over_and_read_once() -> None:
    found = inline("[a [[ten]] b](x.md)")
    assert [one.content for one in found if one.type == "price"] == ["ten"]


def test_what_the_pattern_does_not_match_stays_text() -> None:
    assert [one.type for one in inline("[[ten] and [[]]")] == ["text"]
