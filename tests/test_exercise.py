"""What every exercise has: points, parts, and what may not be said."""

from __future__ import annotations

import pytest

from coursepack.chance import Draw
from coursepack.exercise import folded, letters, says, twins
from coursepack.problem import Span
from fenced import block, said

DRAW = Draw("", "ex", 0, {"letters": "abc", "numerals": ("i", "ii", "iii")})
STEM = "id: ex\ntext: Why?\n"
PARTS = "parts: [{text: p, points: 1.5}, {text: q, marking: [{text: m}, {text: n, points: 2}]}, {text: r}]\n"


def test_a_part_is_worth_its_points_or_its_marking_points_or_one() -> None:
    made = block("true-false", f"{STEM}answer: true\n{PARTS}")
    assert [part.worth for part in made.parts] == [1.5, 3, 1]
    assert (made.marked, made.worth, made.left) == (5.5, 6.5, 1)  # the statement itself is one more


def test_points_that_are_given_are_those_of_the_whole() -> None:
    made = block("true-false", f"{STEM}answer: true\npoints: 8\n{PARTS}")
    assert (made.worth, made.left) == (8, 2.5)


def test_a_students_copy_keeps_the_sum_and_not_the_answers() -> None:
    told = block("true-false", f"{STEM}answer: true\nfeedback: So.\n{PARTS}").told()
    assert (told.worth, told.answer, told.parts) == (6.5, None, None)
    assert told.feedback.plain() == ""
    assert [text.plain() for text in told.printed() if text] == ["Why?", "p", "q", "r"]


def test_what_a_copy_prints_is_not_in_the_order_of_the_key() -> None:
    """Things to put in order stand as they are right in the file."""
    told = block("ordering", f"{STEM}items: [d, b, c, a]").told()
    assert [text.plain() for text in told.printed() if text] == ["Why?", "a", "b", "c", "d"]


def test_minutes_are_those_of_the_lesson_only_if_there_is_a_slide() -> None:
    fields = f"{STEM}answer: true\nminutes: 4\n"
    assert block("true-false", fields).spent == 0
    assert block("true-false", f"{fields}slide: {{}}").spent == 4
    assert block("true-false", f"{fields}slide: {{minutes: 6}}").spent == 6


def test_several_parts_are_lettered_and_one_is_not() -> None:
    made = block("true-false", f"{STEM}answer: true\n{PARTS}")
    assert [one.label for one in letters(made.parts, DRAW)] == ["a", "b", "c"]
    assert [one.label for one in letters(made.parts[:2], DRAW)] == ["a", "b"]
    assert [one.label for one in letters(made.parts[:1], DRAW)] == [""]
    further = made.further(DRAW)
    assert [(one.label, one.points) for one in further.asks] == [("i", 1.5), ("ii", 3), ("iii", 1)]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("true-false", "answer: true\npoints: 5\nparts: [{text: p, points: 6}]", [("points-sum", 4)]),
        ("true-false", "answer: true\npoints: 6\nparts: [{text: p, points: 6}]", []),
        ("short-answer", "points: 3\nparts: [{text: p, points: 1}, {text: q, points: 1}]", [("points-sum", 3)]),
        ("short-answer", "parts:\n- {text: p}\n- {text: q, points: 3, marking: [{text: m}]}", [("points-sum", 5)]),
    ],
)
def test_points_that_do_not_add_up_are_said_where_they_stand(
    kind: str, fields: str, expected: list[tuple[str, int]]
) -> None:
    assert said(kind, STEM + fields) == expected


def test_words_are_compared_in_small_letters_with_plain_blanks_and_apostrophes() -> None:
    assert folded("  The\u00a0 Farmer\u2019s\n STRASSE ") == "the farmer's strasse"
    places = [(Span("a.md", line), words) for line, words in enumerate(["Rhine", "Elbe", " rhine "], 1)]
    assert [one.span.line for one in twins(places)] == [3]


@pytest.mark.parametrize(
    ("words", "found"),
    [("Rhine", True), ("rhine", True), ("Rhin", False), ("the", False), ("flows north", True), ("north.", True)],
)
def test_a_stem_says_whole_words_of_more_than_three_letters(words: str, found: bool) -> None:  # noqa: FBT001 a case
    assert says("The Rhine flows  north.", words) is found
