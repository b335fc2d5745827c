"""Where a line may break, and how many lines a paragraph takes. A face in which every letter is an em wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.faces import Shaped
from coursepack.render.slides.measure.lines import Gauge, Style, gauge, natural, pieces, shape

STYLE = Style("body", bold=False, italic=False)
# What a line holds of its frame.
HELD = 0.98


@dataclass
class Square:
    """A face whose letters and blanks are one em wide, and twice that if they are bold."""

    def shape(self, text: str, _role: str, *, bold: bool = False, italic: bool = False, near: Any = ()) -> Shaped:  # noqa: ANN401 unused
        self.italic, self.near = italic, near
        return Shaped(len(text) * (2.0 if bold else 1.0), "".join(sign for sign in text if sign == "?"))

    def shape_code(self, text: str) -> Shaped:
        return Shaped(len(text) * 0.6, "")


def measured(*runs: Run | str) -> Gauge:
    made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return gauge(Paragraph(made), STYLE, Square())  # type: ignore[arg-type]


def cut(text: str) -> list[str]:
    return ["".join(part for part, _ in piece) for piece in pieces(Paragraph((Run(text),)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two", ["one ", "two"]),
        ("well-known", ["well-", "known"]),
        ("1990-1995", ["1990-1995"]),  # no break in a range of numbers
        ("a - b", ["a ", "- ", "b"]),
        ("yes—no", ["yes—", "no"]),
        ("10\u00a0km", ["10\u00a0km"]),
        ("東京は", ["東", "京", "は"]),
        ("東京。", ["東", "京。"]),  # a full stop begins no line
        ("「東京」", ["「東", "京」"]),  # a bracket that opens ends none
        ("", []),
    ],
)
def test_a_line_may_end_after_a_blank_a_hyphen_a_dash_or_a_chinese_character(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


def test_a_piece_may_run_over_marks_and_a_forced_break_is_empty() -> None:
    made = list(pieces(Paragraph((Run("un"), Run("like", bold=True), Run("\n"), Run("ly")))))
    assert [[part for part, _ in piece] for piece in made] == [["un", "like"], [], ["ly"]]


def test_lines_are_counted_by_hand() -> None:
    """Three words of 4, 3 and 5 em with blanks of one, at 10 pt: 80 pt hold the first two, 78 do not."""
    found = measured("four two fives")
    assert found.widths == ((4, 1), (3, 1), (5, 0))
    assert found.lines(10, 140 / HELD) == 1
    assert found.lines(10, 139 / HELD) == 2
    assert found.lines(10, 80 / HELD) == 2
    assert found.lines(10, 79 / HELD) == 3
    assert found.starts(10, 80 / HELD) == [0, 2]


def test_the_blank_at_a_lines_end_takes_no_room() -> None:
    assert measured("aaaa bbbb").lines(10, 40 / HELD) == 2


def test_a_forced_break_makes_a_line_however_short() -> None:
    assert measured(Run("a"), Run("\n"), Run("b")).lines(10, 1000) == 2


def test_a_word_wider_than_every_line_is_named() -> None:
    found = measured("a riverbed b")
    assert found.wide(10, 79) == "riverbed "
    assert found.wide(10, 80 / HELD) == ""
    assert found.widest == 8


def test_bold_letters_and_code_have_widths_of_their_own() -> None:
    found = measured(Run("ab ", bold=True), Run("abcde", code=True))
    assert found.widths == ((4, 2), (3, 0))


def test_letters_that_the_face_lacks_are_named() -> None:
    assert measured("w?at ?").missing == "??"


def test_two_paragraphs_become_one() -> None:
    both = measured("one ") + measured("two")
    assert (both.widths, both.lines(10, 80 / HELD)) == (measured("one two").widths, 1)


def test_the_natural_width_leaves_the_margin_of_a_line() -> None:
    assert natural(measured("four two"), 10) == pytest.approx((80 / HELD, 40 / HELD))


def test_emphasis_inside_italics_is_upright() -> None:
    faces = Square()
    shape("x", Run("x", italic=True), Style("body", bold=False, italic=True), faces)  # type: ignore[arg-type]
    assert faces.italic is False
