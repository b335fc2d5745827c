"""One right answer among several, and what is wrong with a set of options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.chance import Draw
from fenced import block, said

if TYPE_CHECKING:
    from coursepack.task import Choose

STEM = "id: ex\ntext: Where does the Rhine begin?\n"


def task(fields: str, variant: int = 0) -> Choose:
    made: Choose = block("multiple-choice", STEM + fields).task(Draw("s", "ex", variant, {}))
    return made


@pytest.mark.parametrize("variant", range(4))
def test_what_belongs_to_an_option_moves_with_it(variant: int) -> None:
    options = [f"{{text: {word}, reason: r{word}, points: {points}}}" for word, points in (("p", -1), ("q", 0.5))]
    made = task(f"options: [{', '.join(options)}, {{text: x, reason: rx, points: 2, right: true}}]", variant)
    shown = [text.plain() for text in made.options]
    assert [reason.plain() for reason in made.reasons if reason] == [f"r{word}" for word in shown]
    assert [{"p": -1, "q": 0.5, "x": 2}[word] for word in shown] == list(made.points)
    assert [shown[place] for place in made.right] == ["x"]
    assert ["pqx"[number] for number in made.origin] == shown


def test_words_alone_are_a_wrong_option_and_keep_their_place() -> None:
    made = task("options: [the Alps, {text: a lake, right: true}, the *sea*]")
    assert sorted(text.plain() for text in made.options) == ["a lake", "the Alps", "the sea"]
    assert [made.options[place].plain() for place in made.right] == ["a lake"]
    assert said("multiple-choice", STEM + "options: [the Alps, the Alps, {text: x, right: true}]") == [
        ("equal-options", 3)
    ]


def test_an_option_that_is_last_or_fixed_keeps_its_place() -> None:
    fields = "options: [{text: p, fixed: true}, {text: q}, {text: r, right: true}, {text: none, last: true}]"
    shown = [[text.plain() for text in task(fields, variant).options] for variant in range(4)]
    assert {one[0] for one in shown} == {"p"}
    assert {one[3] for one in shown} == {"none"}


@pytest.mark.parametrize(
    ("options", "mixes"),
    [
        ("[{text: p, right: true}, {text: q}]", True),
        ("[{text: 10, right: true}, {text: 20}, {text: 30}]", False),
        ("[{text: 30 m, right: true}, {text: 20 m}, {text: 5 m}]", False),
        ("[{text: 30 m, right: true}, {text: 5 m}, {text: 20 m}]", True),
        ("[{text: '1,500', right: true}, {text: '20,000'}]", False),
        ("[{text: \u22125, right: true}, {text: 3}]", False),
        ("[{text: 1 king, right: true}, {text: 2 queens}]", True),
        ("[{text: p, right: true, fixed: true}, {text: q, last: true}]", False),
    ],
)
def test_options_are_mixed_unless_they_are_a_scale_or_keep_their_places(options: str, mixes: bool) -> None:  # noqa: FBT001 a case
    assert block("multiple-choice", f"{STEM}options: {options}").mixes is mixes


def test_it_is_worth_one_or_the_most_that_an_option_earns() -> None:
    assert block("multiple-choice", f"{STEM}options: [{{text: p, right: true}}, {{text: q}}]").worth == 1
    options = "options: [{text: p, right: true, points: 3}, {text: q, points: 1}, {text: r, points: -2}]"
    assert block("multiple-choice", STEM + options).worth == 3
    every = options.replace("q, ", "q, right: true, ")
    assert block("multiple-response", STEM + every).worth == 4


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("options: [{text: p, right: true}, {text: q}]", []),
        ("options: [{text: p}, {text: q}]", [("no-key", 3)]),
        ("options: [{text: p, right: true}, {text: q, right: true}]", [("no-key", 3)]),
        ("options:\n- {text: p, right: true}\n- {text: q}\n- {text: P}", [("equal-options", 6)]),
        ("options: [{text: p, right: true, points: 2}, {text: q}]\npoints: 3", [("points-sum", 4)]),
        ("options: [{text: p, right: true, points: 2}, {text: q}]\npoints: 2", []),
        ("options: [{text: Rhine, right: true}, {text: Elbe}]", [("given-away", 3)]),
        ("options: [{text: Elbe, right: true}, {text: Rhine}]", []),
    ],
)
def test_what_is_wrong_with_the_options_is_said_at_its_line(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("multiple-choice", STEM + fields) == expected
