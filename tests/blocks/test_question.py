"""A question to discuss, with ruled lines, or to decide, with options."""

from __future__ import annotations

import pytest

from fenced import block, said

OPTIONS = "text: Which?\noptions: [Rhine, Elbe, Oder]\n"


@pytest.mark.parametrize(
    ("answer", "place"), [("b", 1), ("B)", 1), ("c.", 2), ("2", 1), ("3.", 2), ("Rhine", 0), ("Elbe", 1)]
)
def test_the_right_option_is_named_by_its_letter_its_number_or_its_words(answer: str, place: int) -> None:
    made = block("question", f"{OPTIONS}answer: '{answer}'")
    assert made.right == place
    assert said("question", f"{OPTIONS}answer: '{answer}'") == []


def test_words_of_one_letter_are_words_before_they_are_a_letter() -> None:
    assert block("question", "text: Which?\noptions: [b, a]\nanswer: a").right == 1


def test_without_an_answer_or_in_a_students_copy_none_is_right() -> None:
    assert block("question", OPTIONS).right is None
    assert block("question", f"{OPTIONS}answer: b").told().right is None


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("text: Why?", 4),
        (OPTIONS, 0),
        ("text: Why?\nlines: 7", 7),
        (f"{OPTIONS}lines: 2", 2),
        ("text: Why?\nlines: 0", 0),
    ],
)
def test_four_lines_are_ruled_or_none_below_options(fields: str, lines: int) -> None:
    assert block("question", fields).ruled == lines


def test_options_may_be_referred_to_by_their_numbers() -> None:
    assert block("question", OPTIONS).named_choices() == {"1": 0, "2": 1, "3": 2}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("text: Which?\noptions: [Rhine]", 2),
        ("text: Which?\nanswer: a", 2),
        ("text: Which?\nreason: So.", 2),
        (f"{OPTIONS}reason: So.", 3),
        (f"{OPTIONS}answer: d", 3),
        (f"{OPTIONS}answer: Danube", 3),
    ],
)
def test_an_answer_is_one_of_the_options(fields: str, line: int) -> None:
    assert said("question", fields) == [("options", line)]
