from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.look.measure import measure
from coursepack.render.words.printwords import PrintWords
from coursepack.render.words.tablecells import alignment, grid, is_crowded
from reading import Box, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.text import Rich

TABLE = "## S\n\n```{{table}}\nid: t\n{}\n```\n"


def test_cells_of_a_data_file_are_words_without_marks(unit: Callable[..., Path]) -> None:
    made = ready(unit(TABLE.format("data: data/a.csv"), {"data/a.csv": "a,b\n*x*,[@y]\n"}))
    (table,) = made.course.units[0].blocks()
    cells = grid(table, made.pack)  # type: ignore[arg-type]
    assert [cell.plain() for cell in cells.columns] == ["a", "b"]
    assert [[cell.text.plain() for cell in row] for row in cells.rows] == [["*x*", "[@y]"]]
    assert cells.widths == []


def test_widths_are_shares_of_a_hundred(unit: Callable[..., Path]) -> None:
    made = ready(unit(TABLE.format("columns: [a, b]\nrows:\n  - [c, d]\nwidths: [1, 3]")))
    (table,) = made.course.units[0].blocks()
    assert grid(table, made.pack).widths == [25, 75]  # type: ignore[arg-type]


def test_a_cell_knows_the_side_of_its_column_where_bars_say_it(unit: Callable[..., Path]) -> None:
    made = ready(
        unit("## S\n\n```{table}\nid: t\ntitle: T\nbody: |\n  | a | b | c |\n  |---|--:|:-:|\n  | 1 | 2 | |\n```\n")
    )
    (table,) = made.course.units[0].blocks()
    cells = grid(table, made.pack)  # type: ignore[arg-type]
    expected = ["", ' style="text-align:right"', ' style="text-align:center"']
    assert [alignment(cell) for cell in cells.columns] == expected
    assert [alignment(cell.text) for cell in cells.rows[0]] == expected


def test_a_row_that_says_bold_words_alone_heads_the_next(unit: Callable[..., Path]) -> None:
    """The cell that names a row is bold in any case; a row without such words after it heads nothing."""
    told = ["[a, '**Bread**', '']", "[b, rye, 1]", "[c, '**Salt** and water', '']", "[d, '**Cake**', '**Pie**']"]
    rows = "\n".join(f"  - {row}" for row in [*told, "[e, '', '']", "[f, '**Last**', '']"])
    made = ready(unit(TABLE.format(f"columns: [No, Claim, Mark]\nrows:\n{rows}")))
    (table,) = made.course.units[0].blocks()
    cells = grid(table, made.pack)  # type: ignore[arg-type]
    assert [cells.leads(place) for place in range(6)] == [True, False, False, True, False, False]


def test_large_letters_may_leave_columns_no_room_for_their_words(unit: Callable[..., Path]) -> None:
    rows = "\n".join(f"  - [{row}]" for row in ("a, multidimensional, c", "d, e, government"))
    made = ready(unit(TABLE.format(f"columns: [a, b, c]\nrows:\n{rows}")))
    (table,) = made.course.units[0].blocks()
    cells = grid(table, made.pack)  # type: ignore[arg-type]
    theme = made.design.theme
    usual = measure(theme, theme.papers["a4"])
    large = replace(usual, growth=1.75)
    # The longest words have 1, 16 and 10 letters; three times 8 pt, grown, stand between: 27 + 42 = 69.
    room = (27 + 42 - 0.1, 27 + 42 + 0.1)
    assert [is_crowded(cells, longest, width, large) for width in room] == [True, False]
    # Usual letters are hyphenated in their columns.
    assert not is_crowded(cells, longest, room[0], usual)


def longest(text: Rich) -> float:
    """Say a point for each letter."""
    return max(map(len, text.plain().split(" ")))


WIDE = "aaaa = bbbb + cccc + dddd + eeee + ffff"


def pieces(markup: str) -> int:
    """Return in how many pieces the formulas of a text are drawn, if they may be parted."""
    return markup.count('class="math piece"')


def test_a_formula_in_a_cell_has_the_room_of_its_column(unit: Callable[..., Path]) -> None:
    rows = f"| a ${WIDE}$ | b |\n|-|-|\n| c ${WIDE}$ | ${WIDE}$ |\n"
    table = f"```{{table}}\nid: t\ntitle: T\ncolumns: [a, b]\nrows:\n  - ['a ${WIDE}$', b]\n```\n"
    made = ready(unit(f"## S\n\n${WIDE}$\n\n{rows}\n${WIDE}$ again\n\n{table}"))
    text, block = made.course.units[0].blocks()
    words = PrintWords(made.pack, replace(measure(made.design.theme, made.design.theme.papers["a4"]), text=200))
    before, inside = str(words.prose(text.body)).split("<table")  # type: ignore[attr-defined]
    cells, after = inside.split("</table>")
    assert [pieces(before), pieces(cells), pieces(after)] == [0, 10, 0]
    cell = block.rows[0][0]  # type: ignore[attr-defined]
    assert [pieces(str(words.cell(cell, width))) > 1 for width in (100, 300)] == [True, False]


def test_a_head_without_words_is_none(unit: Callable[..., Path]) -> None:
    """It was an empty strip between two rules."""
    drawn = "|  |  |\n|--|--|\n| rain | snow |\n"
    grid = "+------+------+\n| hail | dew  |\n+------+------+\n"
    pages = Reading(pdf.make(ready(unit(f"First\n\n{drawn}\nSecond\n\n{grid}")), None, "a4").data).pages
    page = next(one for one in pages if one.find("First"))
    first, rain, second, hail = (page.find(word) or Box(0, 0, 0, 0) for word in ("First", "rain", "Second", "hail"))
    assert first.bottom - rain.top == pytest.approx(second.bottom - hail.top, abs=1)
    assert rain.top > second.top > 0
