"""Lines of both directions, in the order in which they are seen: expectations are worked out by UAX #9."""

from __future__ import annotations

import pytest

from coursepack.render.look.bidi import leads_right, visual


@pytest.mark.parametrize(
    ("text", "rightward", "seen"),
    [
        ("rain", True, [("rain", False)]),
        ("ماء", False, [("ماء", True)]),
        ("(ماء)", False, [("(ماء)", True)]),
        ("ماء 100 درجة", False, [(" درجة", True), ("100", False), ("ماء ", True)]),
        # A number after a Latin word stays behind it.
        ("من NATO 2019", False, [("NATO 2019", False), ("من ", True)]),
        ("Rain مطر and more", True, [("Rain ", False), ("مطر", True), (" and more", False)]),
        # Per cent and a decimal point belong to their number.
        ("نسبة 12.5%", False, [("12.5%", False), ("نسبة ", True)]),
        ("", True, []),
    ],
)
def test_pieces_stand_as_they_are_seen(text: str, rightward: bool, seen: list[tuple[str, bool]]) -> None:  # noqa: FBT001
    assert visual(text, rightward=rightward) == seen


@pytest.mark.parametrize(("text", "right"), [("12 ماء", True), ("12 rain", False), ("(שלום", True), ("100", False)])
def test_the_first_letter_says_how_a_text_is_read(text: str, right: bool) -> None:  # noqa: FBT001
    assert leads_right(text) is right
