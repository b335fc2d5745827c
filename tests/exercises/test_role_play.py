"""A role play: who knows what, how long it takes, and what it is worth."""

from __future__ import annotations

import pytest

from coursepack.chance import Draw
from fenced import block, said

ROLES = "id: ex\ntext: They meet.\nroles: [{name: Upper, public: Speaks., private: Lies.}, {name: Lower}]\n"
STEPS = "steps: [{do: Brief, what: read, minutes: 10}, {do: Meet, what: talk, minutes: 20}]\n"
ROWS = "rubric: [{name: Case, levels: [all, none], points: 2}, {name: Tone, levels: [calm, loud], points: 1}]\n"


def test_a_role_keeps_to_itself_what_is_private() -> None:
    made = block("role-play", ROLES)
    assert made.roles[0].private.plain() == "Lies."
    told = made.told().roles
    assert [(role.name, bool(role.private)) for role in told] == [("Upper", False), ("Lower", False)]
    assert told[0].public.plain() == "Speaks."


def test_of_a_role_copies_print_what_everybody_knows() -> None:
    assert [text.plain() for text in block("role-play", ROLES).printed()] == ["They meet.", "Speaks."]


def test_a_game_that_nobody_judges_has_no_points_and_asks_nothing() -> None:
    made = block("role-play", ROLES)
    assert made.worth == 0
    assert made.task(Draw("s", "ex", 0, {"letters": "ab"})).asks == ()


def test_it_is_worth_what_its_rubric_and_its_debrief_add_up_to() -> None:
    made = block("role-play", f"{ROLES}{ROWS}parts: [{{text: Who gave in?, points: 3}}]")
    assert made.worth == 2 + 1 + 3
    task = made.task(Draw("s", "ex", 0, {"letters": "ab"}))
    assert [ask.text.plain() for ask in task.asks] == ["Who gave in?"]
    assert [row.points for row in task.rubric] == [2, 1]


def test_in_class_it_takes_the_minutes_of_its_steps() -> None:
    assert block("role-play", f"{ROLES}{STEPS}slide: {{notes: Go.}}").spent == 30
    assert block("role-play", ROLES + STEPS).spent == 0


@pytest.mark.parametrize(("minutes", "found"), [(30, []), (40, [("plan-minutes", 5)])])
def test_its_minutes_are_those_of_its_steps(minutes: int, found: list[tuple[str, int]]) -> None:
    assert said("role-play", f"{ROLES}{STEPS}minutes: {minutes}\n") == found


def test_roles_can_be_told_apart() -> None:
    roles = "id: ex\ntext: They meet.\nroles:\n  - {name: Upper}\n  - {name: upper}\n"
    assert said("role-play", roles) == [("equal-options", 5)]
