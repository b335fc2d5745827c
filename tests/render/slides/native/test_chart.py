"""Charts: native, with the numbers of the data file in their workbooks."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots import bar, line
from coursepack.render.slides.plots.plot import Canvas, Plot, cells, number_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces

    Build = Callable[..., tuple[Deck, list[Problem]]]

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ONE = (
    '<section data-layout="chart"><h2 data-ph="title">T</h2>'
    '<figure data-ph="chart" data-alt="A" data-figure="one"></figure></section>'
)


@pytest.fixture
def canvas(design: Design, twins: Faces) -> Canvas:
    _, _, width, height = design.layouts["chart"].frames["chart"].at
    return Canvas(width, height, design.chart, twins)


def charts(deck: Deck) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.placeholders if getattr(shape, "has_chart", False)]


def numbers(shape: Any) -> dict[str, float]:  # noqa: ANN401 (python-pptx has no type for it)
    """Read the numbers of a chart's workbook by cell."""
    with zipfile.ZipFile(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    found = ((cell.get("r"), cell.get("t"), cell.findtext(f"{MAIN}v")) for cell in sheet.iter(f"{MAIN}c"))
    return {str(name): float(value) for name, kind, value in found if kind != "s" and value is not None}


def test_charts_are_in_chart_placeholders(deck: Deck) -> None:
    assert [shape.placeholder_format.type.name for shape in charts(deck)] == ["CHART"] * 5


def test_every_kind_is_of_its_native_type(deck: Deck) -> None:
    kinds = [[type(plot).__name__ for plot in shape.chart.plots] for shape in charts(deck)]
    assert kinds == [["XyPlot"], ["XyPlot"], ["BarPlot", "LinePlot"], ["BarPlot"], ["BarPlot"]]


def test_workbooks_hold_the_numbers_as_they_stand_in_the_data(deck: Deck) -> None:
    book = numbers(charts(deck)[0])
    assert (book["A2"], book["B2"], book["A31"], book["B31"]) == (1992, 52154, 2021, 75085)
    assert (book["D2"], book["E2"]) == (2024.5, 61788)


def test_a_chart_shows_what_its_workbook_holds(deck: Deck) -> None:
    for shape in charts(deck):
        book = numbers(shape)
        for reference in shape.chart.part._element.iter(f"{C}numRef"):  # noqa: SLF001 python-pptx has no other way to its XML
            first, last = reference.findtext(f"{C}f").removeprefix("Sheet1!").replace("$", "").split(":")
            column, start = first[0], int(first[1:])
            shown = {f"{column}{start + int(one.get('idx'))}": float(one[0].text) for one in reference.iter(f"{C}pt")}
            assert shown == {cell: value for cell, value in book.items() if cell in rows(column, start, int(last[1:]))}


def rows(column: str, first: int, last: int) -> set[str]:
    return {f"{column}{row}" for row in range(first, last + 1)}


def test_ids_of_axes_are_positive_and_of_one_chart_alone(deck: Deck) -> None:
    ids = [{axis.get("val") for axis in shape.chart.part._element.iter(f"{C}axId")} for shape in charts(deck)]  # noqa: SLF001 python-pptx has no other way to its XML
    assert all(len(pair) == 2 for pair in ids)
    assert len(set.union(*ids)) == 10
    assert all(int(one) > 0 for pair in ids for one in pair)


def test_no_chart_has_a_legend_or_a_title(deck: Deck) -> None:
    assert not any(shape.chart.has_legend or shape.chart.has_title for shape in charts(deck))


def test_the_unit_stands_above_the_chart_as_words(deck: Deck) -> None:
    texts = [{shape.name: shape for shape in slide.placeholders} for slide in deck.slides]
    units = [named["unit"].text_frame.text for named in texts if "unit" in named]
    assert units[0] == "thousand persons, each December"
    assert len(units) == 6


def test_labels_of_points_are_written_in_the_language(canvas: Canvas) -> None:
    series, years = (Series("a", (1.5, 22500.0, None)),), (1999, 2000, 2001)
    chart = Chart("line", tuple(map(str, years)), series, "", "de", years, in_year="{number} ({year})")
    (row,) = line.plan(chart, canvas).rows
    assert [(label.index, label.lines) for label in row.labels] == [(1, (("22.500 (2000)", True),))]


@pytest.mark.parametrize(("language", "begins"), [("en", ""), ("zh", ""), ("fr", "[$-40C]"), ("de-AT", "[$-C07]")])
def test_formats_of_numbers_say_whose_marks_they_have(slides: Build, language: str, begins: str) -> None:
    """LibreOffice would write English ones: it follows neither the chart's language nor that of its words."""
    made, _ = slides(ONE, one=Chart("bar", ("a", "b"), (Series("s", (1.5, 2.5)),), "", language))
    (shape,) = charts(made)
    codes = {one.get("formatCode") for one in shape.chart.part._element.iter(f"{C}numFmt")} - {"General"}  # noqa: SLF001 python-pptx has no other way to its XML
    assert codes
    assert codes == {f"{begins}{code.removeprefix(begins)}" for code in codes}
    assert any("$" in code for code in codes) == bool(begins)


def test_the_words_of_labels_and_titles_name_the_face_that_they_were_measured_with(slides: Build) -> None:
    """In their runs, for LibreOffice knows nothing of what their paragraphs say."""
    chart = Chart("line", ("1", "2"), (Series("م", (1.0, 9.0)),), "", "ar", (1, 2), marks=(Mark(1, "ق"),), across="ع")
    made, _ = slides(ONE, one=chart)
    (shape,) = charts(made)
    runs = {run.findtext(f"{A}t"): run for run in shape.chart.part._element.iter(f"{A}r")}  # noqa: SLF001 python-pptx has no other way to its XML
    faces = {text: [one.get("typeface") for one in run.iter(f"{A}cs")] for text, run in runs.items()}
    assert faces == {text: [] if text.isascii() else ["Amiri"] for text in faces}
    assert {"ق", "ع"} <= faces.keys()


def test_marks_have_their_words_below_the_value(canvas: Canvas) -> None:
    series = Series("a", (1.0, 9.0, 4.0))
    chart = Chart("line", ("1", "2", "3"), (series,), "", "en", (1, 2, 3), marks=(Mark(1, "peak"),))
    (row,) = line.plan(chart, canvas).rows
    assert row.labels[0].lines == (("9", True), ("peak", False))
    assert row.dots == (1, 2)


def test_labels_meet_neither_the_line_nor_each_other(canvas: Canvas) -> None:
    values = (5.0, 9.0, 8.0, 2.0, 3.0, 9.5, 4.0)
    marks = tuple(Mark(index, "some words") for index in (1, 3, 5))
    years = tuple(float(year) for year in range(2000, 2007))
    chart = Chart("line", tuple(map(str, years)), (Series("a", values),), "", "en", years, marks=marks)
    (row,) = line.plan(chart, canvas).rows
    assert {label.index: label.position for label in row.labels if label.index in (1, 5)} == {1: "t", 5: "t"}


def test_a_point_apart_is_a_series_without_a_line(canvas: Canvas) -> None:
    chart = Chart("line", ("1", "2"), (Series("a", (1.0, 2.0)),), "", "en", (1, 2), apart=(Apart(2.5, 3.0, "June"),))
    plot = line.plan(chart, canvas)
    assert plot.apart is not None
    assert (plot.apart_positions, plot.apart.values) == ((2.5,), (3.0,))
    assert plot.apart.labels[0].lines == (("3", True), ("June", False))
    assert plot.across is not None
    assert plot.across.high == 2.5


@pytest.mark.parametrize(
    ("years", "start", "step"), [((1992, 2021), 1992, 4), ((1990, 2010), 1990, 5), ((1946, 2022), 1940, 20)]
)
def test_the_axis_begins_with_a_marked_year(canvas: Canvas, years: tuple[int, int], start: int, step: int) -> None:
    chart = Chart("line", tuple(map(str, years)), (Series("a", (1.0, 2.0)),), "", "en", years)
    across = line.plan(chart, canvas).across
    assert across is not None
    assert across.low == start
    assert start % across.step == 0
    assert across.step <= step


@pytest.mark.parametrize(("high", "step"), [(5.0, 2), (5.5, 1.5), (107.0, 30)])
def test_marks_of_the_scale_are_numbers_that_its_format_can_write(canvas: Canvas, high: float, step: float) -> None:
    plot = line.plan(Chart("line", ("1", "2"), (Series("a", (0.0, high)),), "", "en", (1, 2)), canvas)
    assert plot.up.step == pytest.approx(step, abs=1)
    assert "." in plot.format or plot.up.step == round(plot.up.step)


def test_several_lines_are_named_at_their_ends_and_the_names_do_not_meet(canvas: Canvas) -> None:
    series = (Series("first", (1.0, 5.0)), Series("second", (2.0, 5.1)))
    plot = line.plan(Chart("line", ("1", "2"), series, "", "en", (1, 2)), canvas)
    labels = [row.labels[-1] for row in plot.rows]
    assert [label.lines for label in labels] == [(("first", True),), (("second", True),)]
    (_, first), (_, second) = (label.shift or (0, 0) for label in labels)
    assert first - second > 0


def test_a_line_without_positions_has_its_categories_on_the_axis(
    slides: Callable[..., tuple[Deck, list[Problem]]],
) -> None:
    made, _ = slides(ONE, one=Chart("line", ("Mon", "Tue"), (Series("a", (1, 2)),), "", "en"))
    (shape,) = charts(made)
    assert list(shape.chart.plots[0].categories) == ["Mon", "Tue"]


def test_ranked_bars_begin_at_the_top(deck: Deck) -> None:
    shape = charts(deck)[3]
    assert shape.chart.category_axis.reverse_order
    assert next(iter(shape.chart.plots[0].categories)) == "Pakistan"


def stacks(canvas: Canvas, *values: tuple[float, ...]) -> Plot:
    series = tuple(Series(name, row) for name, row in zip("ABC", values, strict=False))
    return bar.plan(Chart("stacked", tuple(map(str, range(len(values[0])))), series, "", "en"), canvas)


def named(plot: Plot) -> list[tuple[str, int, bool]]:
    """Return the names of parts, the bars they stand beside, and whether leaders go there."""
    return [("".join(line for line, _ in one.lines), one.index, row.leaders) for row in plot.rows for one in row.labels]


def test_stacks_bear_their_totals_and_the_last_one_the_names(canvas: Canvas) -> None:
    plot = stacks(canvas, (10.0, 8.0), (10.0, 10.0), (10.0, 9.0))
    assert plot.totals is not None
    assert plot.totals.values == (30, 27)
    assert named(plot) == [("A", 1, False), ("B", 1, False), ("C", 1, False)]
    assert all(label.shift and abs(label.shift[1]) < 0.001 for row in plot.rows for label in row.labels)


def test_names_stand_beside_large_parts_where_those_of_the_last_bar_are_tiny(canvas: Canvas) -> None:
    plot = stacks(canvas, (10.0, 1.0), (10.0, 0.0), (10.0, 2.0))
    assert named(plot) == [("A", 0, False), ("B", 0, False), ("C", 0, False)]
    # Without room for names at the right the bars are wider apart.
    assert plot.inner[2] == 1


CROWDED = {"Coal and lignite": [*[50] * 7, 96], "Natural gas": [*[25] * 7, 2], "Wind and sun": [*[25] * 7, 2]}


def test_names_that_find_no_other_place_have_leaders_and_air_before_them(
    slides: Callable[..., tuple[Deck, list[Problem]]],
) -> None:
    series = tuple(Series(name, tuple(row)) for name, row in CROWDED.items())
    made, _ = slides(ONE, one=Chart("stacked", tuple("abcdefgh"), series, "", "en"))
    (shape,) = charts(made)
    rows = list(shape.chart.part._element.iter(f"{C}ser"))  # noqa: SLF001 python-pptx has no other way to its XML
    leaders = [one.get("val") for row in rows for one in row.iter(f"{C15}showLeaderLines")]
    assert leaders == ["0", "1", "1", "0"]
    words = [one.text for row in rows[:3] for one in row.iter(f"{A}t")]
    assert words == ["\u00a0Coal and lignite", "\u00a0Natural gas", "\u00a0Wind and sun"]


def test_lines_that_run_out_are_named_beside_their_curves(canvas: Canvas) -> None:
    falls = Series("falls", (0.0, 100.0, 60.0, 20.0, 1.0))
    stays = Series("stays", (5.0, 6.0, 7.0, 8.0, 30.0))
    both = line.plan(Chart("line", tuple("12345"), (falls, stays), "", "en", (1, 2, 3, 4, 5)), canvas)
    labels = [row.labels[-1] for row in both.rows]
    assert [(label.index, label.position) for label in labels] == [(1, "t"), (4, "r")]
    assert [label.lines for label in labels] == [(("falls", True),), (("stays", True),)]
    assert both.rows[0].dots == ()
    alone = line.plan(Chart("line", tuple("12345"), (falls, falls), "", "en", (1, 2, 3, 4, 5)), canvas)
    # Both are one curve: neither name would be nearer to its own.
    assert [row.labels[-1].index for row in alone.rows] == [4, 4]


def test_a_name_beside_a_curve_spares_the_points_that_are_marked(canvas: Canvas) -> None:
    series = (Series("falls", (0.0, 100.0, 60.0, 20.0, 1.0)), Series("low", (1.0, 1.0, 1.0, 1.0, 0.0)))
    chart = Chart("line", tuple("12345"), series, "", "en", (1, 2, 3, 4, 5), marks=(Mark(1, "top"),))
    (row, _) = line.plan(chart, canvas).rows
    assert len({label.index for label in row.labels}) == 2
    assert row.labels[0].lines == (("100", True), ("top", False))


def test_each_series_of_grouped_bars_is_named_over_one_of_its_bars(canvas: Canvas) -> None:
    series = (Series("Girls", (30.0, 40.0, 22.0)), Series("Boys", (28.0, None, 20.0)))
    plot = bar.plan(Chart("bar", ("a", "b", "c"), series, "", "en"), canvas)
    lines = [{label.index: label.lines for label in row.labels} for row in plot.rows]
    assert [found for found in lines[0].values() if found] == [(("Girls", False), ("30", True))]
    assert [found for found in lines[1].values() if found] == [(("Boys", False), ("28", True))]
    assert [len(row) for row in lines] == [3, 2]


def test_values_of_hanging_bars_are_above_the_names_at_the_foot(canvas: Canvas) -> None:
    plot = bar.plan(Chart("bar", ("a", "b"), (Series("s", (-5.0, 5.0)),), "", "en"), canvas)
    assert (plot.up.low, plot.up.high) == (pytest.approx(-6.4), 5)


def test_too_many_bars_bear_the_values_of_first_last_and_highest(canvas: Canvas) -> None:
    values = tuple(10_000.0 + (number == 7) for number in range(30))
    plot = bar.plan(Chart("bar", tuple(map(str, range(30))), (Series("a", values),), "", "en"), canvas)
    assert [label.index for label in plot.rows[0].labels] == [0, 7, 29]


def test_few_bars_do_not_grow_into_blocks(canvas: Canvas) -> None:
    plot = bar.plan(Chart("bar", ("a", "b"), (Series("s", (1.0, 2.0)),), "", "en"), canvas)
    assert canvas.width / 2 / (1 + plot.gap / 100) < 1.4


@pytest.mark.parametrize(
    ("values", "divide", "code", "held"),
    [
        ((1.0, 2.0), 1, "#,##0", (1, 2)),
        ((2.17, 3.2), 1, "#,##0.00", (2.17, 3.2)),
        ((69961.0, None), 1000, "#,##0,", (69961, None)),
        ((2_500_000.0,), 1_000_000, "#,##0.0,,", (2_500_000,)),
        ((250.0,), 100, "#,##0.0", (2.5,)),
    ],
)
def test_the_number_format_divides_where_it_can(
    values: tuple[float, ...], divide: float, code: str, held: tuple[float, ...]
) -> None:
    assert number_format(values, divide) == code
    assert cells(values, divide) == held


def test_labels_are_spread_and_kept_between_two_ends() -> None:
    assert spread([5, 5.1, 9.9], [1, 1, 1], 0, 10) == pytest.approx([5, 6, 9.5])
    assert spread([9, 9], [2, 2], 0, 10) == pytest.approx([7, 9])
