"""What is answered in writing: parts and their points, rubrics, lines and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.exercises.role_play import RolePlay
    from coursepack.task import Write

ROLES = "id: ex\ntext: They meet.\nroles: [{name: a, public: Speaks., private: Lies.}, {name: b}]"


def test_several_parts_have_letters_and_one_has_none(task: Callable[..., Write]) -> None:
    source = "id: ex\ntext: Read.\nsource: one\n"
    two = task("source-analysis", f"{source}parts: [{{text: What?}}, {{text: Who?}}]")
    assert [ask.label for ask in two.asks] == ["a", "b"]
    assert [ask.label for ask in task("source-analysis", f"{source}parts: [{{text: What?}}]").asks] == [""]


def test_points_are_those_of_the_parts(block: Callable[..., Any]) -> None:
    parts = "parts: [{text: What?, points: 2}, {text: Who?, marking: [{text: x, points: 3}]}, {text: Why?}]"
    for edition in ("teacher", "student"):
        assert block("source-analysis", f"id: ex\ntext: Read.\nsource: one\n{parts}", edition).worth == 6
        marking = "marking: [{text: x}, {text: y, points: 2}]"
        assert block("short-answer", f"id: ex\ntext: Why?\n{marking}", edition).worth == 3
        assert block("short-answer", "id: ex\ntext: Why?", edition).worth == 1
        assert block("short-answer", "id: ex\ntext: Why?\npoints: 4", edition).worth == 4
        rubric = "rubric: [{name: a, levels: [x, y], points: 5}, {name: b, levels: [x, y], points: 3}]"
        assert block("essay", f"id: ex\ntext: Write.\n{rubric}", edition).worth == 8


def test_the_writers_see_the_rubric_and_the_length(task: Callable[..., Write]) -> None:
    fields = "id: ex\ntext: Write.\nwords: [200, 300]\nrubric: [{name: Cases, levels: [all, none]}]\nmodel: So."
    made = task("essay", fields, "student")
    assert made.words == (200, 300)
    assert [level.plain() for level in made.rubric[0].levels] == ["all", "none"]
    assert made.asks[0].model is None


def test_the_lines_of_a_source_are_those_that_were_written(block: Callable[..., Any]) -> None:
    fields = "id: ex\ntext: Read.\nsource: |\n  One  two\n    three\n\n  four\nparts: [{text: What?}]"
    assert block("source-analysis", fields, "student").lines == ("One  two", "  three", "", "four")


def test_a_role_keeps_to_itself_what_is_private(block: Callable[..., RolePlay]) -> None:
    told = block("role-play", ROLES, "student").roles
    assert [role.name for role in told] == ["a", "b"]
    assert told[0].public
    assert not told[0].private
    known = block("role-play", ROLES).roles[0].private
    assert known
    assert known.plain() == "Lies."


def test_a_game_that_nobody_judges_has_no_points_and_asks_nothing(
    block: Callable[..., RolePlay], task: Callable[..., Write]
) -> None:
    assert block("role-play", ROLES).worth == 0
    assert block("role-play", ROLES, "student").worth == 0
    assert task("role-play", ROLES).asks == ()


def test_a_game_takes_the_minutes_of_its_steps(block: Callable[..., RolePlay]) -> None:
    steps = "steps: [{do: Brief, what: read, minutes: 10}, {do: Meet, what: talk, minutes: 20}]"
    assert block("role-play", f"{ROLES}\n{steps}\nslide: {{notes: Go.}}").spent == 30
    assert block("role-play", f"{ROLES}\n{steps}").spent == 0


def test_a_question_on_data_says_what_it_is_about(dealt: Callable[..., Any]) -> None:
    table = "```{table}\nid: rivers\ntitle: Rivers\ncolumns: [River]\nrows: [[Rhine]]\n```\n"
    fence = "```{data-question}\nid: ex\ntext: Read.\ntable: rivers\nparts: [{text: What?}]\n```\n"
    assert dealt(f"{table}\n{fence}")[1].block.about == "rivers"
