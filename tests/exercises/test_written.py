"""What is answered in writing: parts and their points, and rubrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.task import Write


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
