"""Number formats as a spreadsheet reads them: each comma at the end divides by a thousand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.plots.plot import Axis, axis_format, cells, column, commas, number_format

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas


def shown(value: float, code: str) -> str:
    """Show a number as a spreadsheet does by a format of this kind."""
    found = re.fullmatch(r"#,##0(\.0+)?(,*)", code)
    assert found, code
    return f"{value / 1000 ** len(found[2]):,.{max(0, len(found[1] or '') - 1)}f}"


@pytest.mark.parametrize(
    ("values", "divide", "wanted"),
    [
        ((5, 12), 1, ["5", "12"]),
        ((0.5, 12), 1, ["0.5", "12.0"]),
        ((0.25, 1.5), 1, ["0.25", "1.50"]),
        ((61788, 107088), 1, ["61,788", "107,088"]),
        ((61788, 107088), 1000, ["62", "107"]),
        ((1234, 5678), 1000, ["1.2", "5.7"]),
        ((123, 456), 1000, ["0.12", "0.46"]),
        ((2_500_000, 7_100_000), 1_000_000, ["2.5", "7.1"]),
        ((250, 710), 10, ["25", "71"]),  # ten is no thousand: the workbook's own cells are divided
        ((None, 15), 10, ["1.5"]),
    ],
)
def test_a_chart_shows_what_is_meant_with_two_or_three_digits(
    values: tuple[float | None, ...], divide: float, wanted: list[str]
) -> None:
    code = number_format(values, divide)
    assert [shown(cell, code) for cell in cells(values, divide) if cell is not None] == wanted


@pytest.mark.parametrize(("divide", "count"), [(1, 0), (1000, 1), (1_000_000, 2), (10, None), (500, None), (0.1, None)])
def test_only_powers_of_a_thousand_are_written_as_commas(divide: float, count: int | None) -> None:
    assert commas(divide) == count


def test_a_workbook_keeps_the_numbers_of_the_data_where_the_format_divides() -> None:
    assert cells((61788, None), 1000) == (61788, None)
    assert cells((250, None), 10) == (25, None)


@pytest.mark.parametrize(
    ("axis", "divide", "wanted"),
    [
        (Axis(0, 100, 20), 1, ["0", "20", "100"]),
        (Axis(0, 1, 0.25), 1, ["0.00", "0.25", "1.00"]),
        (Axis(0, 5000, 2500), 1000, ["0.0", "2.5", "5.0"]),
        (Axis(0, 100_000, 50_000), 1000, ["0", "50", "100"]),
    ],
)
def test_the_marks_of_an_axis_show_as_many_decimals_as_they_need(axis: Axis, divide: float, wanted: list[str]) -> None:
    code = axis_format(axis, divide)
    assert [shown(value, code) for value in (axis.low, axis.step, axis.high)] == wanted


def test_a_label_is_as_high_as_a_program_sets_its_faces(canvas: Canvas) -> None:
    (_, latin), (_, arabic), (_, both) = (
        canvas.extent(lines) for lines in ([("a", True)], [("م", True)], [("a م", True)])
    )
    assert latin < arabic == both


def test_columns_of_a_workbook_are_lettered() -> None:
    assert [column(number) for number in (0, 1, 25)] == ["A", "B", "Z"]
