"""Verse and addresses whose lines begin with a bar: lines that stay lines, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.text import made


def lines(source: str) -> list[str]:
    """Return each run of text, a line of it after the other."""
    signs = {"hardbreak": "/", "softbreak": " "}
    return [
        "".join(signs.get(child.type, child.content) for child in token.children or ())
        for token in parser().parse(source)
        if token.type == "inline"
    ]


@pytest.mark.parametrize(
    ("source", "set_as"),
    [
        ("| Rain on the hill,\n|   rain in the dale", ["Rain on the hill,/\u00a0\u00a0rain in the dale"]),
        ("| Rain\n|\n|\tsun", ["Rain/\u00a0/\u00a0\u00a0\u00a0\u00a0sun"]),
        ("| Mill Lane,\n  by the bridge\n| Oxbow", ["Mill Lane, by the bridge/Oxbow"]),
        ("| rain\\\n| sun  \n| snow", ["rain/sun/snow"]),
        ("| **rain\n| and** sun", ["rain/and sun"]),
        ("> | rain\n> | sun", ["rain/sun"]),
        ("- | rain\n  | sun\n- | snow", ["rain/sun", "snow"]),
        ("| `a|b` and $|x|$ and \\|\n| [rain|sun]{.choice}", ["a|b and |x| and |/rain"]),
    ],
)
def test_lines_stay_lines(source: str, set_as: list[str]) -> None:
    assert lines(source) == set_as


@pytest.mark.parametrize(
    "source",
    ["| rain | sun\n| snow", "Words\n| rain\n| sun", "| rain\nsun", "| rain |\n| sun |", "|x| and |y|", "||\n| rain"],
)
def test_other_lines_with_bars_stay_as_they_are(source: str) -> None:
    assert lines(source) == [source.replace("\n", " ")]


def test_a_table_is_a_table() -> None:
    assert lines("| rain |\n|------|\n| sun |") == ["rain", "sun"]


def test_marks_keep_their_places() -> None:
    source = "| Rain\n|   [sun]{.term} on\n  [snow]{.term}"
    text = made(source, Span(Path("a.md"), 4, 3), 2, parser().parse(source))
    assert [(place.line, place.column) for _, place in text.marks("term")] == [(5, 7), (6, 5)]
