"""A question with a short answer: what it asks, what it is worth, and what gives its answer away."""

from __future__ import annotations

import pytest

from coursepack.chance import Draw
from fenced import block, said

STEM = "id: ex\ntext: Which river leaves Lake Constance?\n"
DRAW = Draw("s", "ex", 0, {"letters": "abc"})


def test_without_parts_the_stem_is_asked_on_three_lines() -> None:
    (ask,) = block("short-answer", f"{STEM}accepted: [the Rhine]\nmodel: The Rhine.\npoints: 2").task(DRAW).asks
    assert (ask.label, ask.text, ask.space.lines, ask.points) == ("", None, 3, 2)
    assert [one.plain() for one in ask.accepted] == ["the Rhine"]
    assert ask.model.plain() == "The Rhine."


def test_parts_are_asked_in_place_of_the_stem() -> None:
    asks = block("short-answer", f"{STEM}parts: [{{text: Where to?, points: 2}}, {{text: How long?}}]").task(DRAW).asks
    assert [(one.label, one.text.plain(), one.points) for one in asks] == [("a", "Where to?", 2), ("b", "How long?", 1)]


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ("", 1),
        ("marking: [{text: x}, {text: y, points: 2}]", 3),
        ("parts: [{text: x, points: 2}, {text: y}]", 3),
    ],
)
def test_it_is_worth_its_marking_points_or_its_parts_or_one(fields: str, points: float) -> None:
    assert block("short-answer", STEM + fields).worth == points


@pytest.mark.parametrize("name", ["accepted: [so]", "marking: [{text: so}]", "model: So."])
def test_an_answer_stands_at_the_parts_if_there_are_any(name: str) -> None:
    assert said("short-answer", f"{STEM}parts: [{{text: Where to?}}]\n{name}") == [("two-answers", 4)]


def test_a_stem_that_says_its_answer_is_said_at_the_answer() -> None:
    assert said("short-answer", f"{STEM}accepted:\n  - the Rhine\n  - lake constance\n") == [("given-away", 5)]


def test_no_student_has_the_answer() -> None:
    told = block("short-answer", f"{STEM}accepted: [the Rhine]\nmodel: The Rhine.\nmarking: [{{text: so}}]").told()
    assert not any((told.accepted, told.model, told.marking))
