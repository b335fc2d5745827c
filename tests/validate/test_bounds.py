"""What is too much, each just at its bound and one beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read
from coursepack.validate.bounds import ARROWS, BOXES, LARGEST, POINTS, ROWS, SMALLEST, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

    Write = Callable[..., Path]

DIAGRAM = "```{{diagram}}\nid: d{}\ntitle: T\nalt: A\nnodes: {}\nedges: {}\n```\n"
CHART = "```{{chart}}\nid: {0}\nkind: {1}\ndata: data/{0}.csv\nx: x\ny: y\nunit: u\ntitle: T\nalt: A\n{2}```\n"
TABLE = "```{{table}}\nid: t{0}\ntitle: T\ndata: data/{0}.csv\n```\n"


def found(root: Path) -> list[Problem]:
    return [problem for problem in read(root).problems if problem.code in {"too-much", "no-value"}]


def diagram(number: int, boxes: int, arrows: int, words: int) -> str:
    texts = (f"n{place}: {'w' * words if not place else 'w'}" for place in range(boxes))
    return DIAGRAM.format(number, f"{{{', '.join(texts)}}}", f"[{', '.join(['n0 -> n1'] * arrows)}]")


def rows(count: int) -> str:
    return "x,y\n" + "".join(f"{number},1\n" for number in range(count))


def test_a_diagram_has_so_many_boxes_arrows_and_letters(unit: Write) -> None:
    """Three just hold the most of each, and of the three after them each has one more of one."""
    most = [(BOXES, 1, 1), (2, ARROWS, 1), (2, 1, WORDS)]
    more = [(BOXES + 1, 1, 1), (2, ARROWS + 1, 1), (2, 1, WORDS + 1)]
    body = "\n".join(diagram(number, *counts) for number, counts in enumerate([*most, *more]))
    boxes, arrows, words = (problem.message for problem in found(unit(f"## A\n\n{body}")))
    assert str(BOXES + 1) in boxes
    assert str(ARROWS + 1) in arrows
    assert str(WORDS) in words


def test_rows_of_a_chart_and_of_a_table_have_an_end(unit: Write) -> None:
    data = {"a": POINTS, "b": POINTS + 1, "c": ROWS, "d": ROWS + 1}
    body = "\n".join([*(CHART.format(name, "line", "") for name in "ab"), *(TABLE.format(name) for name in "cd")])
    problems = found(unit(f"## A\n\n{body}", {f"data/{name}.csv": rows(count) for name, count in data.items()}))
    assert [str(most + 1) in problem.message for most, problem in zip((POINTS, ROWS), problems, strict=True)] == [
        True
    ] * 2


def test_numbers_are_those_that_an_axis_can_show(unit: Write) -> None:
    numbers = [LARGEST, LARGEST * 2, -LARGEST * 2, SMALLEST, SMALLEST / 2, 0]
    data = "x,y\n" + "".join(f"{place},{number!r}\n" for place, number in enumerate(numbers))
    body = CHART.format("a", "bar", "") + "\n" + CHART.format("b", "bar", "divide: 1000\n")
    problems = found(unit(f"## A\n\n{body}", {"data/a.csv": data, "data/b.csv": f"x,y\na,1\nb,{LARGEST * 2!r}\n"}))
    assert [problem.span.line - 2 for problem in problems] == [1, 2, 4]


def test_a_pie_of_nothing_is_none(unit: Write) -> None:
    body = CHART.format("a", "pie", "") + "\n" + CHART.format("b", "pie", "")
    problems = found(unit(f"## A\n\n{body}", {"data/a.csv": "x,y\na,0\nb,0\n", "data/b.csv": "x,y\na,0\nb,1\n"}))
    assert [problem.code for problem in problems] == ["no-value"]


def test_a_table_has_so_many_letters_in_the_longest_words_of_its_columns(unit: Write) -> None:
    """Ten columns of words of 7 letters, and what parts them, go beside each other; those of 9 are broken."""
    tables = [f"|{f'{word}|' * 10}\n|{'---|' * 10}\n|{'a b-c/d|' * 10}\n" for word in ("w" * 7, "w" * 9)]
    problems = read(unit("## S\n\n" + "\n\n".join(tables))).problems
    assert [one.message.split()[8] for one in problems if one.code == "wide-table"] == ["110"]


def test_a_table_that_is_no_drawing_has_so_many_letters_too(unit: Write) -> None:
    def rows(word: str) -> str:
        return f"```{{table}}\ncolumns: [{', '.join([word] * 10)}]\nrows:\n  - [{', '.join(['a b-c'] * 10)}]\n```\n\n"

    body = f"## S\n\n{rows('w' * 7)}{rows('w' * 9)}```{{table}}\ndata: data/t.csv\n```\n"
    data = {"data/t.csv": f"{','.join(f'c{place}' for place in range(10))}\n{','.join(['w' * 10] * 10)}\n"}
    problems = [one for one in read(unit(body, data)).problems if one.code == "wide-table"]
    assert [one.message.split()[8] for one in problems] == ["110", "120"]
    assert [one.span.line - problems[0].span.line for one in problems] == [0, 6]
