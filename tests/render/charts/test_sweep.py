"""What must hold for any chart: labels meet neither each other nor the drawing, and none is lost."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, get_args

import pytest
from chart_cases import case, lettering
from chart_samples import charts

from coursepack.chart import Kind
from coursepack.render.charts.area import AreaDrawing
from coursepack.render.charts.bar import BarDrawing
from coursepack.render.charts.draw import formed, lay_out
from coursepack.render.charts.keypoints import NAME_WIDTH
from coursepack.render.charts.limits import LimitError
from coursepack.render.charts.line import LineDrawing
from coursepack.render.charts.number import dated, scaled, total, written
from coursepack.render.charts.pie import PieDrawing
from coursepack.render.charts.ranked import RankedDrawing
from coursepack.render.charts.scatter import ScatterDrawing
from coursepack.render.charts.stacked import StackedDrawing
from coursepack.render.geometry import Box, Segment
from coursepack.render.labelling.linenames import runs_out

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.draw import Drawing

# Random charts of each kind: those of every run, and all.
FEW, MANY = 20, 80
KINDS = get_args(Kind)
REFUSED = {
    "line": 2,
    "bar": 2,
    "scatter": 7,
    "area": 4,
    "pie": 4,
}  # of the random charts ask for more labels than have room


@cache
def drawings(kind: Kind, number: int = FEW) -> list[tuple[Chart, Drawing]]:
    found = []
    for chart, width in charts(kind, number):
        try:
            found.append((chart, formed(chart, width, lettering())[1]))
        except LimitError:
            assert kind in REFUSED
    return found


@pytest.fixture(scope="module", params=[FEW, pytest.param(MANY, marks=pytest.mark.thorough)])
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module", params=KINDS)
def sweep(request: pytest.FixtureRequest, number: int) -> list[tuple[Chart, Drawing]]:
    return drawings(request.param, number)


def test_hardly_a_chart_is_refused(sweep: list[tuple[Chart, Drawing]], number: int) -> None:
    assert len(sweep) >= number - REFUSED.get(sweep[0][0].kind, 0)


def test_no_two_labels_overlap(sweep: list[tuple[Chart, Drawing]]) -> None:
    for _, drawing in sweep:
        for one, other in combinations(drawing.runs, 2):
            assert not one.box.overlaps(other.box), (one.text, other.text)


def test_no_label_leaves_the_frame(sweep: list[tuple[Chart, Drawing]]) -> None:
    for _, drawing in sweep:
        frame = Box(0, 0, drawing.width, drawing.height).grown(0.01)
        assert all(run.box.within(frame) for run in drawing.runs)


def test_no_label_meets_the_drawing(sweep: list[tuple[Chart, Drawing]]) -> None:
    for _, drawing in sweep:
        for run in drawing.runs:
            assert not any(run.box.overlaps(box) for box in _bars(drawing)), run.text
            assert not any(run.box.crossed_by(line) for line in _lines(drawing)), run.text


def test_every_number_is_there_unless_bars_are_too_many(sweep: list[tuple[Chart, Drawing]]) -> None:
    for chart, drawing in sweep:
        both = chart.kind in ("area", "pie")
        bold = [run.text for run in drawing.runs if run.bold or both]
        numbers = _numbers(chart)
        if chart.kind in ("bar", "stacked"):
            assert {text for text in bold if text in numbers}
            assert len(numbers) > 5 or _contains(bold, numbers)
        else:
            assert _contains(bold, numbers)


def test_names_of_lines_that_run_out_are_nearest_to_their_own_curves() -> None:
    out = case("line-out").chart
    found = 0
    for chart, drawing in [*drawings("line"), (out, lay_out(out, 340, lettering()))]:
        assert isinstance(drawing, LineDrawing)
        if len(chart.series) == 1 or drawing.leaders:
            continue
        lines = [[Segment(*pair) for piece in path for pair in pairwise(piece)] for path in drawing.paths]
        for number, series in enumerate(chart.series):
            words = lettering().squeeze(series.name, NAME_WIDTH, 3)
            boxes = [run.box for run in drawing.runs if run.bold and run.text in words]
            if runs_out(series.values) and len(boxes) == len(words) and lines[number]:
                far = [min((box.distance(line) for box in boxes for line in one), default=999) for one in lines]
                assert far.index(min(far)) == number
                found += 1
    assert found >= 3


def _bars(drawing: Drawing) -> list[Box]:
    match drawing:
        case RankedDrawing():
            return [bar for row in drawing.bars for bar in row]
        case BarDrawing():
            return [bar for row in drawing.bars for bar in row]
        case StackedDrawing():
            return [part for row in drawing.parts for part in row]
        case ScatterDrawing():
            return [Box(*point, *point).grown(2.2) for row in drawing.dots for point in row]
        case AreaDrawing() | PieDrawing():
            return []
        case LineDrawing():
            return [Box(*point, *point).grown(2.6) for point in (*drawing.dots, *drawing.open_dots)]


def _lines(drawing: Drawing) -> list[Segment]:
    if isinstance(drawing, LineDrawing):
        pieces = [piece for path in drawing.paths for piece in path]
        data = [Segment(start, end) for piece in pieces for start, end in pairwise(piece)]
        return [*data, *drawing.grid, *drawing.leaders, drawing.axis, *([drawing.zero] if drawing.zero else [])]
    match drawing:
        case PieDrawing():
            return list(drawing.leaders)
        case ScatterDrawing():
            return [*drawing.axes, *drawing.leaders]
        case StackedDrawing() | AreaDrawing() | BarDrawing():
            return [drawing.axis, *drawing.leaders]
        case _:
            return [drawing.axis]


def _numbers(chart: Chart) -> list[str]:
    values = list(zip(*(series.values for series in chart.series), strict=True))
    if chart.kind == "pie":
        return [written(value[0] / chart.divide, chart.language) for value in values]
    if chart.kind == "area":
        return [text for series in chart.series for text in scaled(series.values[-1:], chart.divide, chart.language)]
    if chart.kind == "scatter":
        return []
    if chart.kind == "line":
        known = [
            (mark, next((value for value in values[mark.index] if value is not None), None)) for mark in chart.marks
        ]
        words = [dated(value, chart.categories[mark.index], chart) for mark, value in known if value is not None]
        return [word.partition("(")[0].strip() for word in words]
    if chart.kind in ("bar", "ranked"):
        rows = (scaled(series.values, chart.divide, chart.language) for series in chart.series)
        return [text for row in rows for text in row if text]
    sums = tuple(None if all(value is None for value in row) else total(row) for row in values)
    return [text for text in scaled(sums, chart.divide, chart.language) if text]


def _contains(labels: list[str], numbers: list[str]) -> bool:
    words = " ".join(labels)
    return all(number in words for number in numbers)
