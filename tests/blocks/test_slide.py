"""The short form of a section's prose: one thing is on a slide."""

from __future__ import annotations

import pytest

from fenced import block, said

POINTS = "points: [a, {text: b, points: [c]}]"
COLUMNS = "columns: [{head: H, points: [a]}, {head: I, points: [b]}]"


@pytest.mark.parametrize("shown", [POINTS, COLUMNS, "statement: S.", "body: B.", "statement: S.\nnumber: 3 in 10"])
def test_points_columns_a_statement_or_a_body_is_a_slide(shown: str) -> None:
    assert said("slide", f"title: T\n{shown}") == []


@pytest.mark.parametrize(
    ("shown", "line"),
    [
        ("minutes: 3", 0),
        (f"{POINTS}\nbody: B.", 0),
        (f"{COLUMNS}\nstatement: S.", 0),
        ("columns: [{head: H, points: [a]}]", 0),
        (f"{POINTS}\nnumber: 3 in 10", 3),
    ],
)
def test_nothing_two_things_or_half_of_one_is_none(shown: str, line: int) -> None:
    assert said("slide", f"title: T\n{shown}") == [("empty-slide", line)]


def test_a_point_is_words_or_words_with_points_below_them() -> None:
    made = block("slide", f"title: T\n{POINTS}")
    assert [(one.text.plain(), [under.plain() for under in one.points]) for one in made.points] == [
        ("a", []),
        ("b", ["c"]),
    ]


def test_it_is_never_printed_has_its_own_title_and_tells_no_student_its_notes() -> None:
    made = block("slide", "title: T\nbody: B.\nnotes: N.")
    assert [made.goes_to(medium) for medium in ("handout", "slides")] == [False, True]
    assert made.slide_title()[0].plain() == "T"
    assert made.told().notes.plain() == ""


def test_what_is_compared_has_heads_and_points_and_may_have_widths() -> None:
    two = "title: T\ncompare: true\ncolumns: [{{head: a, {0}}}, {{{1}points: [d]}}]\n"
    assert said("slide", two.format("width: 30%, points: [c]", "head: b, ")) == []
    assert [code for code, _ in said("slide", two.format("points: [c]", ""))] == ["empty-slide"]
    assert block("slide", two.format("width: 30%, points: [c]", "head: b, ")).shares == ((0, 30), (30, 70))
