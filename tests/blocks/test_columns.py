"""Texts side by side: where they stand, and what they do not hold."""

from __future__ import annotations

import pytest

from fenced import block, said


def test_two_that_hold_something_are_a_pair_whatever_stands_between_them() -> None:
    made = block("columns", "columns: [{width: 40%, body: a}, {width: 10%}, {body: b}]")
    assert [(share, column.body.source) for share, column in made.pair] == [((0, 40), "a"), ((50, 50), "b")]
    assert block("columns", "columns: [{body: a}, {body: b}, {body: c}]").pair == ()


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("[{width: 40%, body: a}, {width: 60%, body: b}]", []),
        ("[{width: 60%, body: a}, {width: 60%, body: b}]", ["columns-wide"]),
        ("[{width: 20%, body: irreplaceable}, {body: b}]", ["columns-narrow"]),
        ("[{width: 20%, body: 改行は自動ではされませんので書きすぎ}, {body: b}]", []),
        ("[{width: 20%, body: 'well-to-do / so-and-so'}, {body: b}]", []),
        ("[{width: 30%, body: irreplaceable}, {body: b}]", []),
        ("[{width: 1%, body: '![A](a.svg)'}, {body: b}]", []),
    ],
)
def test_what_has_no_room_is_said(columns: str, expected: list[str]) -> None:
    assert [code for code, _ in said("columns", f"columns: {columns}")] == expected
