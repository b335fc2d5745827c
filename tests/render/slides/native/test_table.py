"""Tables: native, flagged, ruled, and as wide and high as their words ask."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import PlaceholderGraphicFrame

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design


def tables(deck: Deck) -> list[PlaceholderGraphicFrame]:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]


def one(
    slides: Callable[[str], tuple[Deck, list[Problem]]], rows: list[list[str]], more: str = ""
) -> tuple[PlaceholderGraphicFrame, list[Problem]]:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    made, problems = slides(
        f'<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        f'<table data-ph="table" data-alt="A" {more}>{cells}</table></section>'
    )
    return tables(made)[0], problems


def test_a_table_fills_the_table_placeholder(deck: Deck, design: Design) -> None:
    # The other one stands beside points, in no placeholder.
    frame = next(one for one in tables(deck) if one.is_placeholder)
    left, top, width, height = (Inches(value) for value in design.layouts["table"].frames["table"].at)
    assert frame.placeholder_format.type.name == "TABLE"
    assert (frame.left, frame.top) == (left, top)
    assert frame.width == pytest.approx(width, abs=1)
    assert frame.height <= height
    assert sum(column.width for column in frame.table.columns) == pytest.approx(width, abs=10)
    assert sum(row.height for row in frame.table.rows) == pytest.approx(frame.height, abs=10)


def test_heads_are_flagged_and_bold(deck: Deck) -> None:
    table = tables(deck)[0].table
    assert (table.first_row, table.first_col, table.horz_banding) == (True, True, False)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            for run in cell.text_frame.paragraphs[0].runs:
                assert bool(run.font.bold) == (number == 0 or column == 0)
                assert run.font.size == Pt(24)


def test_cells_hold_the_markup_s_text(deck: Deck) -> None:
    table = tables(deck)[0].table
    assert [cell.text for cell in table.rows[0].cells] == [
        "",
        "Collective security",
        "Collective defence",
        "Regional arrangement",
    ]
    assert [cell.text for cell in table.rows[5].cells] == ["Example", "United Nations", "NATO, CSTO", "African Union"]


def test_rules_are_horizontal_and_of_four_weights(deck: Deck) -> None:
    rows = [[rules(cell._tc) for cell in row.cells] for row in tables(deck)[0].table.rows]  # noqa: SLF001 python-pptx has no other way to its XML
    for row in rows:
        assert all(cell == row[0] and cell["lnL"] == cell["lnR"] == 0 for cell in row)
    above, below = [row[0]["lnT"] for row in rows], [row[0]["lnB"] for row in rows]
    assert above == [2.25, 1.25, 0.75, 0.75, 0.75, 0.75]
    assert below == [*above[1:], 2.25]


def rules(cell: _Element) -> dict[str, float]:
    found = {}
    for side in ("lnL", "lnR", "lnT", "lnB"):
        line = cell.find(f"{qn('a:tcPr')}/{qn(f'a:{side}')}")
        found[side] = 0 if line.find(qn("a:noFill")) is not None else int(line.get("w")) / 12700
    return found


def test_columns_are_as_wide_as_their_words_ask(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    frame, _ = one(slides, [["a", "a long cell with many words", "middle one"]])
    first, second, third = (column.width for column in frame.table.columns)
    assert first < third < second


def test_the_author_s_widths_win(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    frame, _ = one(slides, [["a long cell with many words", "b"]], 'data-widths="1,3"')
    first, second = (column.width for column in frame.table.columns)
    assert second == pytest.approx(first * 3, rel=0.001)


def test_a_full_table_is_set_smaller_and_then_split(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    sizes = []
    for rows in (6, 9, 12):
        frame, problems = one(slides, [["two words", "and three more"]] * rows)
        (size,) = {run.font.size.pt for cell in frame.table.iter_cells() for run in cell.text_frame.paragraphs[0].runs}
        sizes.append(size)
        assert frame.height <= Inches(4.45) + 10
        assert [one.severity for one in problems] == ([] if size > 19 else [Severity.NOTE])
    assert all(larger >= smaller for larger, smaller in pairwise(sizes))
    _, problems = one(slides, [["x", "y"]] * 30)
    assert [(problem.code, problem.span.line) for problem in problems] == [("slide-split", 5)]


def whole(
    slides: Callable[[str], tuple[Deck, list[Problem]]], rows: list[list[str]], head: list[str]
) -> list[list[list[str]]]:
    """Build a table that goes on, and read the cells of its parts."""
    top = "".join(f"<th>{cell}</th>" for cell in head)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    made, problems = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        f'<table data-ph="table" data-alt="A"><thead><tr>{top}</tr></thead>{cells}</table></section>'
    )
    assert not [problem for problem in problems if problem.severity != Severity.NOTE]
    for frame in tables(made):
        assert frame.height <= Inches(4.45) + 10
    return [[[cell.text for cell in row.cells] for row in frame.table.rows] for frame in tables(made)]


def test_a_split_table_repeats_its_head_and_loses_no_row(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    rows = [[f"Row {number}", "some words"] for number in range(40)]
    parts = whole(slides, rows, ["One", "Other"])
    assert len(parts) > 1
    assert all(part[0] == ["One", "Other"] for part in parts)
    assert [row for part in parts for row in part[1:]] == rows
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_a_row_higher_than_a_slide_goes_on_and_is_named_again(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    text = " ".join(f"Sentence {number} of a cell that never ends." for number in range(120))
    parts = whole(slides, [["Name", text, "short"]], ["A", "B", "C"])
    rows = [row for part in parts for row in part[1:]]
    assert len(rows) > 1
    assert " ".join(row[1] for row in rows) == text
    assert [row[0] for row in rows] == ["Name"] * len(rows)
    assert [row[2] for row in rows] == ["short", *[""] * (len(rows) - 1)]


def test_too_many_columns_are_parted_and_the_first_repeated(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    head = ["Country", *(f"Peacekeeping{number}" for number in range(14))]
    parts = whole(slides, [[f"{number}.{row}" for number in range(15)] for row in range(3)], head)
    assert len(parts) > 1
    assert all(part[0][0] == "Country" for part in parts)
    assert [cell for part in parts for cell in part[0][1:]] == head[1:]


def test_a_cell_merged_over_many_rows_is_said_again_on_every_slide(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    first, later = "<th>North Sea</th>", '<th data-join="^">North Sea</th>'
    rows = "".join(f"<tr>{later if number else first}<td>River {number}</td></tr>" for number in range(40))
    made, problems = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        '<table data-ph="table" data-alt="A"><thead><tr><th>Sea</th><th>River</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    parts = [frame.table for frame in tables(made)]
    assert len(parts) > 1
    for part in parts:
        assert [part.cell(0, column).is_merge_origin for column in (0, 1)] == [False, False]
        assert part.cell(1, 0).text == "North Sea"
        assert part.cell(1, 0).span_height == len(part.rows) - 1
    assert [part.cell(row, 1).text for part in parts for row in range(1, len(part.rows))] == [
        f"River {number}" for number in range(40)
    ]


def test_a_short_row_is_filled_up(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    frame, _ = one(slides, [["a", "b"], ["c"]])
    assert [cell.text for cell in frame.table.iter_cells()] == ["a", "b", "c", ""]
