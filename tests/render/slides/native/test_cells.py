"""Cells of a table: their rules where cells are merged, their margins at the ends, and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from coursepack.render.slides.content import Text
from coursepack.render.slides.native.cells import down

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck
    from pptx.table import Table

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design

    Build = Callable[[str], tuple[Deck, list[Problem]]]

JOINED = Text((), join="^")


def test_a_cell_reaches_down_over_those_that_are_merged_with_it() -> None:
    one, up = Text(()), JOINED
    rows = [(one, one), (up, one), (up, up), (one, up)]
    assert [down(rows, row, 0) for row in (0, 3)] == [3, 1]
    assert [down(rows, row, 1) for row in (0, 1)] == [1, 3]


def test_a_short_row_ends_a_merged_cell() -> None:
    assert down([(JOINED, Text(())), (Text(()),), (JOINED, JOINED)], 0, 1) == 1


@pytest.fixture
def table(slides: Build) -> Table:
    """The first column is merged over both rows below the head, the last one's cells stand alone."""
    made, _ = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        '<table data-ph="table" data-alt="A"><thead><tr><th>Sea</th><th>River</th></tr></thead><tbody>'
        '<tr><th>North Sea</th><td>Rhine</td></tr><tr><th data-join="^">North Sea</th><td>Elbe</td></tr>'
        "</tbody></table></section>"
    )
    return next(shape.table for shape in made.slides[0].placeholders if getattr(shape, "has_table", False))


def weight(table: Table, row: int, column: int, side: str) -> int:
    return int(table.cell(row, column)._tc.tcPr.find(qn(f"a:{side}")).get("w"))  # noqa: SLF001 python-pptx has no other way to its XML


def test_a_cell_merged_down_to_the_last_row_ends_with_the_tables_foot(table: Table, design: Design) -> None:
    look = design.table
    assert table.cell(1, 0).span_height == 2
    assert weight(table, 1, 0, "lnB") == weight(table, 2, 1, "lnB") == Pt(look.foot)
    assert weight(table, 1, 1, "lnB") == Pt(look.row)
    assert weight(table, 0, 0, "lnT") == Pt(look.top)
    assert weight(table, 0, 1, "lnB") == weight(table, 1, 0, "lnT") == Pt(look.head)


def test_the_first_column_is_flush_with_the_title_and_the_last_with_the_end_of_the_rules(table: Table) -> None:
    first, last = (table.cell(1, column)._tc.tcPr for column in (0, 1))  # noqa: SLF001 python-pptx has no other way to its XML
    assert (first.get("marL"), last.get("marR")) == ("0", "0")
    assert int(first.get("marR")) == int(last.get("marL")) > 0


def test_an_empty_cell_has_a_language_too(slides: Build) -> None:
    made, _ = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2><table data-ph="table" data-alt="A">'
        "<tbody><tr><th>a</th><td></td></tr></tbody></table></section>"
    )
    (end,) = made.slides[0].element.iter(qn("a:endParaRPr"))
    assert end.get("lang") == "en"


def test_words_with_a_colour_of_their_own_keep_it_and_have_no_other(slides: Build) -> None:
    made, _ = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        '<table data-ph="table" data-alt="A"><tbody><tr><td><span data-colour="accent">for</span> all</td></tr>'
        "</tbody></table></section>"
    )
    table = next(shape.table for shape in made.slides[0].placeholders if getattr(shape, "has_table", False))
    runs = list(table.cell(0, 0)._tc.iter(qn("a:rPr")))  # noqa: SLF001 python-pptx has no other way to its XML
    assert [len(run.findall(qn("a:solidFill"))) for run in runs] == [1] * len(runs)


def test_a_column_stands_at_the_side_that_its_author_gave_it(slides: Build) -> None:
    made, _ = slides(
        '<section data-layout="table" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
        '<table data-ph="table" data-alt="A"><thead><tr><th>Sea</th><th style="text-align:right">km</th>'
        '<th style="text-align:center">Code</th></tr></thead><tbody><tr><th>North</th>'
        '<td style="text-align:right">1230</td><td style="text-align:center">N</td></tr></tbody></table></section>'
    )
    table = next(shape.table for shape in made.slides[0].placeholders if getattr(shape, "has_table", False))
    sides = [[table.cell(row, column).text_frame.paragraphs[0].alignment for column in range(3)] for row in range(2)]
    assert sides == [[None, PP_ALIGN.RIGHT, PP_ALIGN.CENTER]] * 2
