from __future__ import annotations

import logging
import re
from base64 import b64encode
from io import BytesIO
from typing import get_args

import pikepdf
import pytest
from chart_cases import FOLDER, case, theme
from chart_samples import charts
from fontTools.ttLib import TTFont
from lxml import etree
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.chart import MOST_SERIES, Chart, Kind, Series
from coursepack.render.charts.draw import draw
from coursepack.render.charts.limits import LimitError
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.look.fontfile import addresses, font_url
from coursepack.render.look.templates import environment

CASES = sorted(path.stem for path in FOLDER.glob("*.md"))
KINDS = get_args(Kind)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str) -> str:
    found = case(name)
    return draw(found.chart, found.width, theme(), environment())


def texts(svg: str, *, bold: bool) -> list[str]:
    labels = etree.fromstring(svg.encode()).iter(f"{SVG}text")
    return [label.text or "" for label in labels if (label.get("font-weight") == "bold") == bold]


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_drawn_as_its_file_says(name: str, request: pytest.FixtureRequest) -> None:
    svg = drawn(name)
    if request.config.getoption("--golden", default=False):
        case(name).accept(svg)
    assert svg == case(name).expected


def test_every_kind_has_a_case() -> None:
    assert {case(name).chart.kind for name in CASES} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_any_chart_is_well_formed_and_plain(kind: Kind) -> None:
    templates = environment()
    for chart, width in charts(kind, 10):
        try:
            svg = draw(chart, width, theme(), templates)
        except LimitError:
            continue
        root = etree.fromstring(svg.encode())
        assert root.get("width") == f"{width:.2f}pt"
        assert not re.search(r"\b(style|id|url)=|<style|nan|inf\b|-0\.00", re.sub(r">[^<]*<", "><", svg))
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}", svg))
        assert colours <= {theme().colours[name] for name in ("ink", "paper", "accent", "write")}


def test_the_numbers_of_a_line_can_be_read_back() -> None:
    assert texts(drawn("line"), bold=True) == [
        "69,961 in 1993",
        "14,347 in 1998",
        "107,088 in 2015",
        "75,085 in 2021",
        "61,788",
    ]
    plain = texts(drawn("line"), bold=False)
    assert plain[:4] == ["thousand persons, December of each year", "0", "50", "100"]
    assert plain[-2:] == ["Bosnia, Somalia", "June 2024"]


def test_the_numbers_of_bars_can_be_read_back() -> None:
    values = case("bar").chart.series[0].values
    assert texts(drawn("bar"), bold=True) == [f"{value:g}" for value in values if value is not None]


def test_names_and_values_of_grouped_bars_can_be_read_back() -> None:
    svg = drawn("bar-groups")
    values = [
        f"{value:g}" for series in case("bar-groups").chart.series for value in series.values if value is not None
    ]
    assert sorted(texts(svg, bold=True)) == sorted(values)
    assert texts(svg, bold=False)[-2:] == ["Girls", "Boys in the first year"]
    fills = [box.get("fill") for box in etree.fromstring(svg.encode()).iter(f"{SVG}rect")]
    assert (fills.count(theme().colours["accent"]), fills.count(theme().colours["paper"])) == (4, 3)
    assert 'class="hatch"' in svg


def test_lines_that_run_out_have_their_names_without_a_value() -> None:
    svg = drawn("line-out")
    assert texts(svg, bold=True) == ["samples of 160", "samples of 40", "samples of 10"]
    assert texts(svg, bold=False).count("0") == 1  # the one of the axis
    assert "<circle" not in svg


def test_the_totals_and_names_of_stacked_bars_can_be_read_back() -> None:
    totals = ["41", "29", "15", "47", "67", "9", "16", "31", "10"]
    names = ["USSR, later Russia", "United States", "Britain, France, China"]
    assert texts(drawn("stacked"), bold=True) == [*totals, *names]


def test_the_rows_of_ranked_bars_can_be_read_back() -> None:
    chart = case("ranked").chart
    assert texts(drawn("ranked"), bold=False) == [chart.unit, *chart.categories]
    assert texts(drawn("ranked"), bold=True)[:3] == ["9.867", "9.681", "9.483"]


def test_the_second_series_is_hatched_and_the_first_solid() -> None:
    root = etree.fromstring(drawn("stacked").encode())
    (hatch,) = (path for path in root.iter(f"{SVG}path") if path.get("class") == "hatch")
    lines = re.findall(r"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)", hatch.get("d", ""))
    assert len(lines) > 50
    assert all(float(x2) - float(x1) == pytest.approx(float(y1) - float(y2), abs=0.02) for x1, y1, x2, y2 in lines)
    fills = [box.get("fill") for box in root.iter(f"{SVG}rect")]
    assert fills.count(theme().colours["accent"]) == 9
    assert fills.count("none") == 9 + 6 + 8  # no box where a state cast no veto


def test_the_same_chart_is_drawn_the_same() -> None:
    assert drawn("line") == drawn("line")


def test_what_a_template_is_given_is_escaped() -> None:
    chart = Chart("bar", ("A < B & C",), (Series("s", (1,)),), 'the "unit" & more', "en")
    assert texts(draw(chart, 340, theme(), environment()), bold=False) == ['the "unit" & more', "A < B & C"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_with_too_many_series_or_none_is_refused(kind: Kind) -> None:
    for number in (0, MOST_SERIES[kind] + 1):
        chart = Chart(kind, ("a",), (Series("s", (1,)),) * number, "", "en")
        with pytest.raises(LimitError, match=f"not {number}"):
            draw(chart, 340, theme(), environment())


def test_stacked_bars_with_a_negative_part_and_charts_without_categories_are_refused() -> None:
    with pytest.raises(LimitError, match="negative"):
        draw(Chart("stacked", ("a",), (Series("s", (-1,)),), "", "en"), 340, theme(), environment())
    with pytest.raises(LimitError, match="category"):
        draw(Chart("bar", (), (Series("s", ()),), "", "en"), 340, theme(), environment())


@pytest.mark.parametrize("embedding", ["image", "inline"])
def test_weasyprint_sets_all_labels_in_the_face_at_both_weights(
    embedding: str, caplog: pytest.LogCaptureFixture
) -> None:
    svgs = [drawn(name) for name in CASES]
    images = (f'<img alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">' for svg in svgs)
    logging.getLogger("weasyprint").addHandler(caplog.handler)
    try:
        pdf = _printed("".join(images if embedding == "image" else svgs))
    finally:
        logging.getLogger("weasyprint").removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert _faces(pdf) == {("Source Sans 3", 500), ("Source Sans 3", 700)}


def _printed(html: str) -> bytes:
    fonts = FontConfiguration()
    source = "".join(
        f"@font-face{{font-family:Drawing;font-weight:{face.weight};src:url('{font_url(face.file)}')}}"
        for face in theme().faces
        if face.family == "Drawing"
    )
    fetcher = CourseFetcher({}, addresses(face.file for face in theme().faces))
    sheet = f"{source} @page{{size:520pt 260pt}} body{{font-family:Drawing}}"
    style = CSS(string=sheet, font_config=fonts, url_fetcher=fetcher, base_url=BASE)
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=[style], font_config=fonts)
    return pdf


def _faces(pdf: bytes) -> set[tuple[str, int]]:
    with pikepdf.open(BytesIO(pdf)) as document:
        files = [thing.FontFile2 for thing in document.objects if _is_descriptor(thing)]
        fonts = [TTFont(BytesIO(file.read_bytes())) for file in files]
    return {(font["name"].getDebugName(1).removesuffix(" ExtraLight"), font["OS/2"].usWeightClass) for font in fonts}


def _is_descriptor(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing
