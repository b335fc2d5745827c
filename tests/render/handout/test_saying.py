"""What references say of pages: of one, of a range, of what is near."""

from __future__ import annotations

import pytest

from coursepack.render.handout.saying import UNKNOWN, counted_apart, said, sayings

ONE = '<span id="from-1" data-far="#a"> (p. {page})</span>'
RANGE = '<span id="from-2" data-far="#a #b #before.c #c" data-one=" (p. {page})"> (pp. {first}-{page})</span>'


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        # The last section ends where the next one begins, or on the page before that.
        ({"a": 6, "b": 9, "c": 11}, " (pp. 6-11)"),
        ({"a": 6, "b": 9, "before.c": 10, "c": 11}, " (pp. 6-10)"),
        # Nothing comes after it.
        ({"a": 6, "b": 9, "c": 0}, " (pp. 6-9)"),
        ({"a": 6, "b": 6, "before.c": 6, "c": 7}, " (p. 6)"),
        # It names the last one first.
        ({"a": 9, "b": 6, "c": 7}, " (pp. 6-9)"),
        ({}, f" (p. {UNKNOWN})"),
    ],
)
def test_a_range_says_its_first_page_and_its_last(pages: dict[str, int], words: str) -> None:
    assert said(RANGE, pages, {"from-2"}) == f'<span id="from-2">{words}</span>'


def test_a_range_is_away_if_either_end_is() -> None:
    (one,) = sayings(RANGE)
    assert one.away({"from-2": 4, "a": 5, "b": 6})
    assert one.away({"from-2": 6, "a": 5, "b": 7})
    assert not one.away({"from-2": 4, "a": 4, "b": 5})
    assert not one.away({"from-2": 4, "a": 4})


def test_what_numbers_of_pages_have_before_them_stands_in_references_too() -> None:
    assert said(counted_apart(ONE, "L "), {"a": 7}, {"from-1"}) == '<span id="from-1"> (p. L 7)</span>'
    assert " (pp. L 6-L 9)<" in said(counted_apart(RANGE, "L "), {"a": 6, "b": 9}, {"from-2"})
    assert counted_apart("{page}", "L ") == "{page}"
