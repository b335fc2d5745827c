"""Charts of every kind are Office's own, and say on both sides what their data files hold."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from pptx import Presentation

from slidexml import MAIN, A

if TYPE_CHECKING:
    from reading import Reading

NATIVE = Path(__file__).parents[1] / "golden" / "native"


def charts(deck: bytes) -> dict[str, Any]:
    made = Presentation(BytesIO(deck))
    shapes = [shape for one in made.slides for shape in one.placeholders if getattr(shape, "has_chart", False)]
    return {shape.part.slide.shapes.title.text: shape.chart for shape in shapes}


def cells(chart: Any) -> list[list[str | float | None]]:  # noqa: ANN401 (python-pptx has no type for it)
    """Read a workbook's rows, as far as the columns go that the chart's data have."""
    with zipfile.ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
    words = ["".join(one.itertext()) for one in shared]
    rows = []
    for row in list(sheet.iter(f"{MAIN}row"))[1:]:
        found = {str(cell.get("r"))[0]: cell for cell in row if cell.find(f"{MAIN}v") is not None}
        rows.append(
            [
                None
                if name not in found
                else words[int(found[name].findtext(f"{MAIN}v"))]
                if found[name].get("t") == "s"
                else float(found[name].findtext(f"{MAIN}v"))
                for name in "ABCDE"
            ]
        )
    return rows


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Wind came on top", "power"),
        ("Every third pupil walks", "way"),
        ("Taller people weigh more", "sizes"),
        ("Three bars", "three"),
        ("Three groups", "three"),
        ("Three stacks", "three"),
        ("Three ranks", "three"),
        ("One line", "power"),
    ],
)
def test_the_workbook_of_every_kind_holds_the_cells_of_the_data_file(title: str, file: str, deck: bytes) -> None:
    with (NATIVE / "data" / f"{file}.csv").open() as data:
        rows = list(csv.reader(data))[1:]
    wanted = [[_value(cell) for cell in row] for row in rows]
    got = [[_value(str(cell)) if isinstance(cell, str) else cell for cell in row] for row in cells(charts(deck)[title])]
    used = {"Three bars": 2, "Three ranks": 2, "One line": 2}.get(title, len(wanted[0]))
    assert [row[:used] for row in got] == [row[:used] for row in wanted]


def _value(cell: str) -> str | float | None:
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_every_kind_is_of_its_native_type(deck: bytes) -> None:
    kinds = {title: type(chart.plots[0]).__name__ for title, chart in charts(deck).items()}
    assert kinds["Wind came on top"] == "AreaPlot"
    assert kinds["Every third pupil walks"] == "PiePlot"
    assert kinds["Taller people weigh more"] == "XyPlot"


def test_words_under_an_axis_are_on_both_sides(deck: bytes, reading: Reading) -> None:
    assert charts(deck)["Taller people weigh more"].category_axis.axis_title.text_frame.text == "Height in cm"
    assert "Height in cm" in reading.text


def test_labels_stand_at_the_parts_themselves(reading: Reading, deck: bytes) -> None:
    assert "52 (25%)" in " ".join(reading.text.split())
    assert not any(chart.has_legend for chart in charts(deck).values())


def test_bars_of_two_series_are_drawn_and_named_on_both_sides(reading: Reading, deck: bytes) -> None:
    plot = charts(deck)["Three groups"].plots[0]
    assert [series.name for series in plot.series] == ["First lot", "Second lot"]
    labels = [one.text for one in plot._element.iter(f"{A}t")]  # noqa: SLF001 python-pptx has no other way to its XML
    for name in ("First lot", "Second lot"):
        assert name in labels
        assert name in reading.text
