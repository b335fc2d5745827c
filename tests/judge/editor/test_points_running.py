from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.judge.editor import findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

POINTS = "```{{slide}}\ntitle: River {}\npoints: [It rises, It falls]\nnotes: Say it.\n```\n\n"
STATEMENT = "```{slide}\ntitle: So\nstatement: It rises.\nnotes: Say it.\n```\n\n"


def test_the_third_slide_of_points_in_a_row_is_said(said: Callable[..., list[Problem]]) -> None:
    def found(text: str) -> list[tuple[str, int]]:
        return [(one.message, one.span.line) for one in said(text) if one.code == "points-running"]

    two = POINTS.format(1) + POINTS.format(2)
    ((message, line),) = found(two + POINTS.format(3) + POINTS.format(4))
    assert message == "4 slides of points follow one another"
    assert line == found_line(two)
    assert found(two) == []
    dated = POINTS.replace("[It rises, It falls]", '["1901: dry", "1902: wet", "1903: dry"]')
    assert found(two + dated.format(3)) == []
    assert found(two + STATEMENT + POINTS.format(3)) == []


def test_points_beside_a_figure_are_another_form(unit: Callable[..., Path]) -> None:
    two = POINTS.format(1) + POINTS.format(2)
    diagram = "  ```{diagram}\n  nodes: {a: It rises, b: It falls}\n  edges: [a -> b]\n  alt: Two boxes.\n  ```\n"
    beside = POINTS.format(3).replace("points: [It rises, It falls]\n", f"body: |\n  - It rises\n\n{diagram}")
    pictured = POINTS.format(3).replace("It falls]", '"![A river](media/river.svg)"]')
    others = {
        "course.yaml": "title: Rivers\nslides: written\nunits: [units/01-water.md]\n",
        "media/river.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    }
    for third in (beside, pictured):
        course = ready(unit(f"## One\n\n{two}{third}", others))
        assert [one for one in findings(course.pack) if one.code == "points-running"] == []


def found_line(before: str) -> int:
    """The unit's head takes ten lines, as in all of these tests; the title is the second line of its block."""
    return 10 + before.count("\n") + 2
