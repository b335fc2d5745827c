"""Lines of both directions, in the order in which they are seen: expectations are worked out by UAX #9."""

from __future__ import annotations

import pytest

from coursepack.render.look.bidi import closed, isolated, leads_right, visual


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
def test_pieces_stand_as_they_are_seen(text: str, rightward: bool, seen: list[tuple[str, bool]]) -> None:  # noqa: FBT001 a row
    assert visual(text, rightward=rightward) == seen


@pytest.mark.parametrize(("text", "right"), [("12 ماء", True), ("12 rain", False), ("(שלום", True), ("100", False)])
def test_the_first_letter_says_how_a_text_is_read(text: str, right: bool) -> None:  # noqa: FBT001 a row
    assert leads_right(text) is right


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("انظر UN Water (v. 2) ثم", "انظر [UN Water (v. 2)] ثم"),
        ("انظر (UN Water) ثم", "انظر ([UN Water]) ثم"),
        ("عند 100 °C ثم", "عند [100 °C] ثم"),
        ("The Council met.", "[The Council met.]"),  # a sentence has its stop
        ("قالوا. The Council met! ثم", "قالوا. [The Council met!] ثم"),
        (" in United Nations Water.", " [in United Nations Water]."),
        ("UN Water.", "[UN Water]."),
        ("لغة NATO فقط", "لغة NATO فقط"),  # one word needs none
        ("في 2019 قال", "في 2019 قال"),
    ],
)
def test_a_name_stays_in_one_piece_in_a_text_from_the_right(text: str, seen: str) -> None:
    assert isolated(text, leftward=True).replace("\u2066", "[").replace("\u2069", "]") == seen


@pytest.mark.parametrize(
    ("text", "leftward", "mark"),
    [
        ("إجابات، النموذج A", True, "\u200f"),
        ("من Living Well (2019)", True, "\u200f"),
        ("إجابات بإيجاز", True, ""),
        ("Key to מים", False, "\u200e"),
        ("Key to Unit 1", False, ""),
    ],
)
def test_numbers_that_follow_a_name_at_the_end_are_not_its_own(text: str, leftward: bool, mark: str) -> None:  # noqa: FBT001 a row
    assert closed(text, leftward=leftward) == isolated(text, leftward=leftward) + mark


@pytest.mark.parametrize(("text", "leftward", "order"), [("النموذج A", True, "21"), ("Key to מים", False, "12")])
def test_such_numbers_go_on_as_their_line_does(text: str, leftward: bool, order: str) -> None:  # noqa: FBT001 a row
    seen = "".join(piece for piece, _ in visual(f"{closed(text, leftward=leftward)} 1 2", rightward=not leftward))
    assert "".join(filter(str.isdigit, seen)) == order


def test_a_number_after_a_name_from_the_right_is_not_its_own() -> None:
    assert isolated("the word مطر 2019 is", leftward=False) == "the word \u2067مطر\u2069 2019 is"
    assert isolated("rain 2019", leftward=False) == "rain 2019"
