"""Points: halves, none, on top; and parts of every kind, whose points go into the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Item

PARTS = "parts: [{text: Why?, points: 1.5, model: So.}, {text: How?, model: Thus.}]\n"
CLOSED = {
    "multiple-choice": ("options: [{text: p, right: true}, {text: q}]", 1),
    "multiple-response": ("options: [{text: p, right: true}, {text: q, right: true}, {text: r}]", 1),
    "true-false": ("answer: true", 1),
    "matching": ("pairs: [{left: p, right: q}, {left: r, right: s}]", 2),
    "ordering": ("items: [p, q, r]", 1),
    "numeric": ("answer: 2", 1),
    "essay": ("words: [10, 20]", 1),
}


@pytest.mark.parametrize("kind", CLOSED)
@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_parts_of_a_closed_kind_add_to_its_points(kind: str, edition: str, block: Callable[..., Any]) -> None:
    fields, own = CLOSED[kind]
    assert block(kind, f"id: ex\ntext: What?\n{fields}\n{PARTS}", edition).worth == own + 2.5
    assert block(kind, f"id: ex\ntext: What?\npoints: 6\n{fields}\n{PARTS}", edition).worth == 6


def test_parts_of_a_closed_kind_are_numbered_after_the_letters_of_its_options(dealt: Callable[..., list[Item]]) -> None:
    fields = f"id: ex\ntext: What?\n{CLOSED['multiple-choice'][0]}\n{PARTS}"
    (item,) = dealt(f"```{{multiple-choice}}\n{fields}```")
    assert item.further
    assert [(ask.label, ask.points, ask.model) for ask in item.further.asks] == [("i", 1.5, None), ("ii", 1, None)]


def test_parts_of_a_short_answer_are_all_that_it_asks(dealt: Callable[..., list[Item]]) -> None:
    (item,) = dealt(f"```{{short-answer}}\nid: ex\ntext: A ball falls.\n{PARTS}```")
    assert item.further is None
    assert [ask.label for ask in getattr(item.task, "asks", ())] == ["a", "b"]
    assert item.counted == 2.5


def test_points_are_halves_or_quarters_or_none(block: Callable[..., Any]) -> None:
    for points in (0, 0.5, 1.25):
        assert block("true-false", f"id: ex\ntext: What?\nanswer: true\npoints: {points}").worth == points


def test_a_bonus_is_not_in_the_sum(dealt: Callable[..., list[Item]]) -> None:
    (item,) = dealt("```{true-false}\nid: ex\ntext: What?\nanswer: true\npoints: 2\nbonus: true\n```")
    assert (item.counted, item.bonus) == (0, 2)


def test_options_may_have_points_of_their_own(task: Callable[..., Any], block: Callable[..., Any]) -> None:
    fields = "id: ex\ntext: What?\noptions: [{text: p, right: true, points: 2}, {text: q, points: 0.5}, {text: r}]"
    made = task("multiple-choice", fields)
    shown = {option.plain(): points for option, points in zip(made.options, made.points, strict=True)}
    assert shown == {"p": 2, "q": 0.5, "r": 0}
    assert block("multiple-choice", fields).worth == 2


def test_ticking_everything_earns_less_than_all(task: Callable[..., Any]) -> None:
    fields = "id: ex\ntext: What?\npoints: 2\noptions: [{text: p, right: true}, {text: q, right: true}, {text: r}]"
    scale = dict(task("multiple-response", fields).credit.scale)
    right, wrong = 2, 1
    assert scale[right] == 2
    assert scale[right - wrong] < 2
    assert dict(task("multiple-response", f"{fields}\ncredit: per-option").credit.scale) == {3: 2, 2: 1.5, 1: 0.5}


def test_one_early_slip_in_an_order_costs_its_neighbours_alone(task: Callable[..., Any]) -> None:
    made = task("ordering", "id: ex\ntext: Order.\npoints: 5\nitems: [p, q, r, s, t]")
    assert made.credit.rule == "neighbours"
    # q r s t p: three follow the one before rightly, although no number is right.
    assert dict(made.credit.scale) == {5: 5, 4: 4, 3: 3, 2: 2, 1: 1}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("points: 1\nparts: [{text: Why?, points: 1.5}]\nanswer: true", "the parts add up to 1.5 points, not 1"),
        ("points: 0.3\nanswer: true", "multiple of 0.25"),
        ("reason: so", "`answer` is missing"),
        ("answer: true\nstatements: [{text: p, answer: true}, {text: q, answer: true}]", "`answer` besides"),
        ("statements: [{text: p, answer: true}]", "one statement alone"),
        ("statements: [{text: p, answer: true}, {text: P, answer: true}]", "stands twice"),
    ],
)
def test_what_does_not_add_up_is_said_at_its_line(unit: Callable[..., Path], fields: str, said: str) -> None:
    root = unit(f"## One\n\n```{{true-false}}\nid: ex\ntext: What?\n{fields}\n```\n")
    found = [problem for problem in read(root).problems if said in problem.message]
    assert len(found) == 1
    assert found[0].help
