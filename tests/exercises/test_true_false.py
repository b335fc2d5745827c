"""A statement that is true or false, or several under one stem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.chance import Draw
from fenced import block, said

if TYPE_CHECKING:
    from coursepack.task import Choose, Judge

STEM = "id: ex\ntext: Water is wet.\n"
SEVERAL = (
    "statements: [{text: p, answer: true, reason: rp}, {text: q, answer: false, reason: rq}, "
    "{text: r, answer: true, reason: rr}]\n"
)


def task(fields: str, variant: int = 0) -> Any:  # noqa: ANN401 of either form
    return block("true-false", STEM + fields).task(Draw("s", "ex", variant, {"true": "Vrai", "false": "Faux"}))


@pytest.mark.parametrize(("answer", "place"), [("true", 0), ("false", 1)])
def test_the_words_stand_in_one_order_and_the_reason_at_the_right_one(answer: str, place: int) -> None:
    made: Choose = task(f"answer: {answer}\nreason: So.")
    assert [text.plain() for text in made.options] == ["Vrai", "Faux"]
    assert made.right == {place}
    assert [reason.plain() if reason else "" for reason in made.reasons] == [
        "So." if at == place else "" for at in (0, 1)
    ]


@pytest.mark.parametrize("variant", range(4))
def test_answers_and_reasons_move_with_their_statements(variant: int) -> None:
    made: Judge = task(SEVERAL, variant)
    shown = [text.plain() for text in made.statements]
    assert sorted(shown) == ["p", "q", "r"]
    assert list(made.right) == [word != "q" for word in shown]
    assert [reason.plain() for reason in made.reasons if reason] == [f"r{word}" for word in shown]
    assert [text.plain() for text in made.words] == ["Vrai", "Faux"]


def test_statements_keep_their_order_if_they_are_to() -> None:
    orders = {tuple(text.plain() for text in task(f"{SEVERAL}fixed: true", variant).statements) for variant in range(4)}
    assert orders == {("p", "q", "r")}
    assert not block("true-false", f"{STEM}{SEVERAL}fixed: true").mixes
    assert block("true-false", STEM + SEVERAL).mixes
    assert not block("true-false", f"{STEM}answer: true").mixes


def test_a_statement_is_worth_a_point() -> None:
    assert block("true-false", f"{STEM}answer: true").worth == 1
    assert block("true-false", STEM + SEVERAL).worth == 3


def test_statements_may_be_named() -> None:
    named = "statements: [{id: first, text: p, answer: true}, {text: q, answer: false}]"
    assert block("true-false", STEM + named).named_choices() == {"1": 0, "2": 1, "first": 0}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("answer: false", []),
        (SEVERAL, []),
        ("points: 1", [("missing-field", 0)]),
        (f"{SEVERAL}answer: false", [("two-answers", 4)]),
        (f"{SEVERAL}reason: So.", [("two-answers", 4)]),
        ("statements: [{text: p, answer: true}]", [("no-key", 3)]),
        ("statements:\n- {text: p, answer: true}\n- {text: P, answer: false}", [("equal-options", 5)]),
    ],
)
def test_there_is_an_answer_or_there_are_statements_that_differ(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("true-false", STEM + fields) == expected
