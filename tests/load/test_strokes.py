"""Rows of low strokes and of dots: lines to write on, gaps among words, and what neither is."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def lines(source: str) -> list[int | None]:
    """Return of each line across how many lines to write on it is."""
    return [token.meta.get("lines") for token in parser().parse(source) if token.type == "hr"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Copy it.\n\n__________\n\n__________\n\n## Next\n", [2]),
        ("Copy it.\n__________\n__________\nGo on.\n", [2]),
        ("1. Why?\n\n   ____________\n\n   ____________\n\n2. When?\n\n   ____________\n", [2, 1]),
        ("Why?\n\n....................\n……………………\n", [2]),
        ("\\_\\_\\_\\_\\_\\_\n", [1]),
        # Markdown's own line across, whose ends and neighbours part nothing.
        ("Words.\n\n___\n\nMore.\n", [None]),
        ("Words.\n\n___\n\n## Next\n\nMore.\n", []),
        # An ellipsis of Chinese, what breaks off, strokes in code.
        ("……\n\nSo......\n\n    __________\n\n`______`\n", []),
    ],
)
def test_strokes_alone_in_their_lines_are_lines_to_write_on(source: str, found: list[int | None]) -> None:
    assert lines(source) == found


def test_they_stand_where_they_are_written() -> None:
    (token,) = (one for one in parser().parse("a\n\n______\n\n______\n\nb\n") if one.type == "hr")
    assert token.map == [2, 5]


def test_a_few_in_a_row_are_gaps_of_a_paragraph() -> None:
    found = parser().parse("______ ______\n\n______ ______\n")
    assert [token.content for token in found if token.type == "inline"] == ["______ ______"] * 2


@pytest.mark.parametrize(
    ("words", "found"),
    [("The sun ............ a star.", "The sun ______ a star."), ("A ………… b", "A ______ b"), ("So......", "So…")],
)
def test_dots_among_words_are_strokes_half_as_many(words: str, found: str) -> None:
    (inline,) = (token for token in parser().parse(words) if token.type == "inline")
    assert "".join(child.content for child in inline.children or []) == found
