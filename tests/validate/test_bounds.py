"""What is too much, each just at its bound and one beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.validate.bounds import ARROWS, BOXES, LARGEST, POINTS, ROWS, SMALLEST, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

    Write = Callable[..., Path]

DIAGRAM = "## A\n\n```{{diagram}}\nid: d\ntitle: T\nalt: A\nnodes: {nodes}\nedges: {edges}\n```\n"
CHART = "## A\n\n```{{chart}}\nid: c\nkind: {}\ndata: data/a.csv\nx: x\ny: y\nunit: u\ntitle: T\nalt: A\n{}```\n"
TABLE = "## A\n\n```{table}\nid: t\ntitle: T\ndata: data/a.csv\n```\n"


def found(root: Path) -> list[Problem]:
    return [problem for problem in read(root).problems if problem.code in {"too-much", "no-value"}]


def diagram(boxes: int, arrows: int, words: int = 1) -> str:
    nodes = {f"n{number}": "w" * words if not number else "w" for number in range(boxes)}
    written = "{" + ", ".join(f"{name}: {text}" for name, text in nodes.items()) + "}"
    return DIAGRAM.format(nodes=written, edges="[" + ", ".join(["n0 -> n1"] * arrows) + "]")


@pytest.mark.parametrize(
    ("boxes", "arrows", "words", "count"),
    [
        (BOXES, 1, 1, 0),
        (BOXES + 1, 1, 1, 1),
        (2, ARROWS, 1, 0),
        (2, ARROWS + 1, 1, 1),
        (2, 1, WORDS, 0),
        (2, 1, WORDS + 1, 1),
    ],
)
def test_a_diagram_has_so_many_boxes_arrows_and_letters(
    unit: Write, boxes: int, arrows: int, words: int, count: int
) -> None:
    assert len(found(unit(diagram(boxes, arrows, words)))) == count


def test_rows_of_a_chart_and_of_a_table_have_an_end(unit: Write) -> None:
    def rows(count: int) -> dict[str, str]:
        return {"data/a.csv": "x,y\n" + "".join(f"{number},1\n" for number in range(count))}

    for body, most in ((CHART.format("line", ""), POINTS), (TABLE, ROWS)):
        assert found(unit(body, rows(most))) == []
        (problem,) = found(unit(body, rows(most + 1)))
        assert problem.code == "too-much"
        assert str(most + 1) in problem.message


@pytest.mark.parametrize(
    ("number", "divide", "fine"),
    [
        (LARGEST, 1, True),
        (LARGEST * 2, 1, False),
        (-LARGEST * 2, 1, False),
        (LARGEST * 2, 1000, True),
        (SMALLEST, 1, True),
        (SMALLEST / 2, 1, False),
        (0, 1, True),
    ],
)
def test_numbers_are_those_that_an_axis_can_show(unit: Write, number: float, divide: int, *, fine: bool) -> None:
    files = {"data/a.csv": f"x,y\na,1\nb,{number!r}\n"}
    problems = found(unit(CHART.format("bar", f"divide: {divide}\n"), files))
    assert [problem.span.line for problem in problems] == ([] if fine else [3])


def test_a_pie_of_nothing_is_none(unit: Write) -> None:
    assert [problem.code for problem in found(unit(CHART.format("pie", ""), {"data/a.csv": "x,y\na,0\nb,0\n"}))] == [
        "no-value"
    ]
    assert found(unit(CHART.format("pie", ""), {"data/a.csv": "x,y\na,0\nb,1\n"})) == []
