from __future__ import annotations

import pytest

from coursepack.characters import pictured, plain, unprintable


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x80", "\ud83d", "\u202e", "\ufffe", "\ufff9"])
def test_what_no_file_can_hold_is_found_where_it_stands(sign: str) -> None:
    ((place, said),) = unprintable(f"ab{sign}c")
    assert place == 2
    assert f"U+{ord(sign):04X}" in said


@pytest.mark.parametrize(
    "sign", ["\t", "\n", "\u00ad", "\u200b", "\u200d", "\u2067", "\u2069", "\u00a0", "é", "日", "😀"]
)
def test_what_can_be_printed_or_joins_signs_is_left(sign: str) -> None:
    assert list(unprintable(sign)) == []


def test_letters_of_formulas_are_those_that_they_are_and_each_keeps_its_place() -> None:
    assert plain("\U0001d465\U0001d7cf = \U0001d6fc") == "x1 = \N{GREEK SMALL LETTER ALPHA}"
    assert plain("\u211d, \U0001d49c") == "\u211d, \U0001d49c"


@pytest.mark.parametrize(
    ("short", "sign"),
    [
        (":rocket:", "\U0001f680"),
        (":alarm_clock:", "\u23f0"),
        (":open_book:", "\U0001f4d6"),
        (":house:", ""),
        (":dart:", ""),
        (":book:", ""),
    ],
)
def test_a_picture_sign_is_known_by_its_name_in_unicode(short: str, sign: str) -> None:
    assert pictured(short) == sign
