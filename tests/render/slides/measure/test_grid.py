"""A table measured: widths are those of the faces, heights lines and margins. Inches times 72 are points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Table, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level, TableLook
from coursepack.render.slides.measure.grid import Grid, grid

if TYPE_CHECKING:
    from coursepack.render.slides.measure.faces import Faces

LEVELS = (Level(size=20, leading=25),)
LOOK = TableLook(top=2, head=1, row=1, foot=2, colour="ink", pad=0.25, margin=0.05, height=0.5)
PAD, MARGIN = 0.25 * 72, 2 * 0.05 * 72
# A line holds 98 % of its width.
FULL = 0.98


def cell(words: str, across: int = 1) -> Text:
    runs = tuple(Run(part) for line in words.split("\n") for part in ("\n", line))[1:]
    return Text((Paragraph(runs),), across)


def table(*rows: str, widths: tuple[float, ...] = ()) -> Table:
    head, *below = (tuple(map(cell, row.split("|"))) for row in rows)
    return Table(head, tuple(below), widths, "A")


def made(given: Table, twins: Faces, width: float = 600) -> Grid:
    return grid(given, width, LOOK, twins)


def test_a_column_needs_its_longest_line_and_its_widest_word_with_the_padding_at_both_sides(twins: Faces) -> None:
    """The first column is bold and stands flush with the title: it is padded at one side."""
    first, second = made(table("a|b", "Rhine|into the sea"), twins).needs(LEVELS)
    bold = twins.width("Rhine", 20, bold=True) * 72 / FULL + PAD
    assert first == pytest.approx((bold, bold))
    assert second[0] == pytest.approx(twins.width("into the sea", 20) * 72 / FULL + 2 * PAD)
    assert second[1] == pytest.approx(twins.width("into", 20) * 72 / FULL + 2 * PAD)


def test_first_cells_that_are_no_heads_of_their_rows_need_less(twins: Faces) -> None:
    given = table("a|b", "Rhine|into the sea")
    (named, _), (plain, _) = (made(one, twins).needs(LEVELS) for one in (given, replace(given, row_heads=False)))
    assert plain[0] == pytest.approx(twins.width("Rhine", 20) * 72 / FULL + PAD)
    assert plain[0] < named[0]


def test_what_goes_over_two_columns_asks_nothing_of_one(twins: Faces) -> None:
    plain = table("a|b|c", "d|e|f")
    wide = Table(plain.head, (*plain.rows, (cell("g"), cell("a word " * 9, 2), Text((), join="<"))), (), "A")
    assert made(wide, twins).needs(LEVELS)[1:] == made(plain, twins).needs(LEVELS)[1:]


def test_it_has_the_room_of_both(twins: Faces) -> None:
    row = (cell("g"), cell("long words indeed", 2), Text((), join="<"))
    given, narrow = made(Table((), (row,), (), "A"), twins), (100.0, 150.0, 150.0)
    assert given.rows(LEVELS, narrow)[0].height == pytest.approx(25 + MARGIN)
    alone = made(Table((), ((row[0], cell("long words indeed")),), (), "A"), twins)
    assert alone.rows(LEVELS, (100.0, 150.0))[0].height == pytest.approx(2 * 25 + MARGIN)


def test_a_row_is_as_high_as_its_highest_cell(twins: Faces) -> None:
    given = made(table("a|b", "c|one\ntwo\nthree", "d|"), twins)
    heights = [row.height for row in given.rows(LEVELS, (200, 400))]
    assert heights == pytest.approx([25 + MARGIN, 3 * 25 + MARGIN, 25 + MARGIN])


def test_widths_are_the_authors_where_there_is_one_for_each_column(twins: Faces) -> None:
    assert made(table("a|b", "c|d", widths=(1, 2)), twins).columns(LEVELS) == (200, 400)
    assert made(table("a|b", "c|d", widths=(1, 2, 9)), twins).columns(LEVELS) != (200, 400)


def test_a_row_that_begins_a_slide_says_what_covers_it_from_above(twins: Faces) -> None:
    over, under = cell("North Sea"), Text((), join="^")
    rows = ((over, cell("Rhine")), (under, cell("Elbe")), (under, cell("Weser")), (cell("Baltic"), cell("Oder")))
    opened = made(Table((), rows, (), "A"), twins).opened.table.rows
    assert [row[0] for row in opened] == [over, over, over, rows[3][0]]
    assert [row[1] for row in opened] == [row[1] for row in rows]


def test_a_row_higher_than_a_slide_goes_on_and_is_named_again(twins: Faces) -> None:
    words = " ".join(f"This is the sentence number {number}." for number in range(12))
    given = made(Table((), ((cell("Rhine"), cell(words), cell("short")),), (1, 2, 1), "A"), twins)
    parts = list(given.part(given.table.rows[0], LEVELS, 4 * 25 + MARGIN))
    assert len(parts) > 1
    said = [[" ".join(one.text for one in text.paragraphs) for text in row] for row in parts]
    assert [row[0] for row in said] == ["Rhine"] * len(parts)
    assert " ".join(row[1] for row in said) == words
    assert [row[2] for row in said] == ["short", *[""] * (len(parts) - 1)]
    measured = made(Table((), tuple(parts), (1, 2, 1), "A"), twins).rows(LEVELS, given.columns(LEVELS))
    assert all(row.height <= 4 * 25 + MARGIN + 0.01 for row in measured)


def test_too_many_columns_are_parted_and_the_first_comes_with_each(twins: Faces) -> None:
    names = [f"Column{number}" for number in range(7)]
    groups = made(table("|".join(["River", *names]), "|".join("abcdefgh")), twins, 400).groups(LEVELS)
    assert len(groups) > 1
    heads = [[text.paragraphs[0].text for text in group.head] for group in groups]
    assert [head[0] for head in heads] == ["River"] * len(groups)
    assert [name for head in heads for name in head[1:]] == names
    assert "".join(text.paragraphs[0].text for group in groups for text in group.rows[0][1:]) == "bcdefgh"
    for group in groups:
        assert sum(least for _, least in made(group, twins, 400).needs(LEVELS)) <= 400
