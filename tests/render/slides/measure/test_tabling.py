"""Tables over slides: at which size, cut where, and what a later slide repeats. Points, worked out from the look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Table, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level, TableLook
from coursepack.render.slides.measure.grid import Grid
from coursepack.render.slides.measure.tabling import Plan, plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.fit import Measured

# A line of the largest type makes a row of 24 + 0.1 inches' margins = 31.2 pt, of the smallest 16 + 7.2 = 23.2 pt.
FRAME = Frame(type="tbl", at=(0, 0, 6, 3), levels=(Level(size=24, leading=24),))
LOOK = TableLook(top=2, head=1, row=1, foot=2, colour="ink", pad=0.1, margin=0.05, height=0.6)
FLOOR, ROOM = 16, 3 * 72


def cell(words: str) -> Text:
    return Text((Paragraph((Run(words),)),) if words else ())


def table(rows: int, columns: int = 2, head: str = "Head") -> Table:
    titles = tuple(cell(f"{head}{number}") for number in range(columns))
    body = (tuple(cell(f"r{row}c{number}") for number in range(columns)) for row in range(rows))
    return Table(titles, tuple(body), (), "A")


def planned(given: Table, twins: Faces) -> list[Plan]:
    return plan(given, FRAME, FLOOR, LOOK, twins)


def said(rows: Sequence[Sequence[Text]], column: int = 0) -> list[str]:
    return [" ".join(one.text for one in row[column].paragraphs) for row in rows]


def test_a_table_with_room_has_the_layouts_type_and_rows_of_the_usual_height(twins: Faces) -> None:
    (one,) = planned(table(2), twins)
    assert (one.found.levels, one.found.shrunk, one.found.fits) == (FRAME.levels, False, True)
    assert one.rows == pytest.approx([0.6 * 72] * 3)
    assert sum(one.columns) == pytest.approx(6 * 72)


def test_few_rows_are_set_larger_and_higher_unless_a_cell_breaks_for_it(twins: Faces) -> None:
    frame = FRAME.model_copy(update={"larger": {3: 36, 4: 30}})
    (few,), (more,), (many,) = (plan(table(rows), frame, FLOOR, LOOK, twins) for rows in (2, 3, 4))
    assert [one.found.levels[0].size for one in (few, more, many)] == [36, 30, 24]
    assert few.rows == pytest.approx([0.6 * 72 * 1.5] * 3)
    long = cell("a word or two now")
    (broken,) = plan(Table((), ((long, long), (long, long)), (1, 1), "A"), frame, FLOOR, LOOK, twins)
    assert broken.found.levels[0].size <= 24


def test_rows_are_lower_than_usual_before_the_type_is_smaller(twins: Faces) -> None:
    """Six rows of 43.2 pt are too much for 216 pt, six of 31.2 are not; 9 of 31.2 are, and 9 of 23.2 are not."""
    (low,) = planned(table(5), twins)
    assert not low.found.shrunk
    assert sum(low.rows) == pytest.approx(ROOM)
    assert all(31.2 - 1e-6 <= row < 43.2 for row in low.rows)
    (small,) = planned(table(8), twins)
    assert small.found.shrunk
    assert FLOOR <= small.found.levels[0].size < 24


def test_what_does_not_fit_goes_on_evenly_under_the_same_head(twins: Faces) -> None:
    """The floor holds 9 rows of 23.2 pt: with the head, 8 of ten rows. Five and five are more even."""
    parts = planned(table(10), twins)
    assert [said(part.table.rows) for part in parts] == [
        [f"r{row}c0" for row in range(5)],
        [f"r{row}c0" for row in range(5, 10)],
    ]
    for part in parts:
        assert said([part.table.head]) == ["Head0"]
        assert len(part.rows) == 6
        assert part.found.fits
        assert not part.found.shrunk  # six rows of the largest type go on each


@pytest.mark.parametrize(("merged", "rows"), [(4, [5, 4]), (5, [4, 5])])
def test_a_slide_begins_rather_where_no_cell_is_merged(twins: Faces, merged: int, rows: list[int]) -> None:
    """Four rows and five are as even as five and four."""
    given = table(9)
    joined = tuple((Text((), join="^"), row[1]) if n == merged else row for n, row in enumerate(given.rows))
    assert [len(part.table.rows) for part in planned(Table(given.head, joined, (), "A"), twins)] == rows


def test_a_cell_that_is_merged_over_slides_is_said_on_each(twins: Faces) -> None:
    given = table(20)
    joined = tuple((row[0] if n == 0 else Text((), join="^"), row[1]) for n, row in enumerate(given.rows))
    parts = planned(Table(given.head, joined, (), "A"), twins)
    assert len(parts) > 1
    assert [said(part.table.rows)[0] for part in parts] == ["r0c0"] * len(parts)
    assert [word for part in parts for word in said(part.table.rows, 1)] == [f"r{row}c1" for row in range(20)]


def test_a_row_higher_than_a_slide_is_cut_and_loses_no_word(twins: Faces) -> None:
    words = " ".join(f"The sentence number {number} is here." for number in range(40))
    parts = planned(Table((cell("River"), cell("What")), ((cell("Elbe"), cell(words)),), (1, 3), "A"), twins)
    assert len(parts) > 1
    assert all(part.found.fits for part in parts)
    assert " ".join(word for part in parts for word in said(part.table.rows, 1)) == words
    assert {name for part in parts for name in said(part.table.rows)} == {"Elbe"}


def test_columns_that_are_too_many_go_onto_further_slides_with_the_first(twins: Faces) -> None:
    parts = planned(table(1, 9, "Hydrology"), twins)
    assert len(parts) > 1
    assert all(said(part.table.rows) == ["r0c0"] and part.found.fits for part in parts)
    others = [name.paragraphs[0].text for part in parts for name in part.table.head[1:]]
    assert others == [f"Hydrology{number}" for number in range(1, 9)]


def test_of_words_wider_than_their_columns_the_one_that_is_too_long_is_said(twins: Faces) -> None:
    (one,) = planned(Table((), ((cell("a"), cell("b" * 99)),), (), "A"), twins)
    assert (one.found.fits, one.found.measured.wide) == (False, "b" * 99)


def test_a_table_is_read_from_where_its_first_column_stands(twins: Faces) -> None:
    arabic = Text((Paragraph((Run("نهر"),), rtl=True),))
    assert planned(Table((), ((arabic, cell("x")),), (), "A"), twins)[0].is_rtl
    assert not planned(Table((), ((cell("x"), arabic),), (), "A"), twins)[0].is_rtl


def test_columns_are_as_wide_as_their_author_says_unless_a_word_has_no_room(twins: Faces) -> None:
    (one,) = planned(replace(table(2), widths=(3.0, 1.0)), twins)
    assert one.columns == pytest.approx((6 * 72 * 3 / 4, 6 * 72 / 4))
    assert not one.eased
    given = replace(table(2), widths=(1.0, 9.0), head=(cell("Kraftfahrzeuge"), cell("b")))
    (one,) = planned(given, twins)
    assert one.eased
    assert one.found.fits
    assert one.columns[0] > 6 * 72 / 10


def test_many_rows_are_measured_at_the_sizes_alone_that_could_hold_them(
    twins: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[float] = []
    measure = Grid.rows

    def seen(self: Grid, levels: tuple[Level, ...], widths: tuple[float, ...]) -> list[Measured]:
        tried.append(levels[0].size)
        return measure(self, levels, widths)

    monkeypatch.setattr(Grid, "rows", seen)
    # At 16 pt a slide holds a head of 23.2 pt and eight rows, at 17 pt of 24.2 pt seven.
    assert len(planned(table(160), twins)) == 20
    assert set(tried) == {16}
