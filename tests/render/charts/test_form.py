"""Charts that take another form than their author's, because theirs could not be read."""

from __future__ import annotations

import re

import pytest
from chart_cases import lettering, theme

from coursepack.chart import Chart, Kind, Series
from coursepack.render.charts import form
from coursepack.render.charts.draw import drawn, formed
from coursepack.render.look.templates import environment

PROVINCES = tuple(f"Province of the river {number}" for number in range(30))
NUMBERS = tuple(float(number * number) for number in range(30))


def bars(kind: Kind, names: tuple[str, ...], *rows: tuple[float | None, ...]) -> Chart:
    return Chart(kind, names, tuple(Series(f"harvest {number}", row) for number, row in enumerate(rows)), "t", "en")


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)", svg)


@pytest.mark.parametrize("kind", ["bar", "stacked"])
@pytest.mark.parametrize("count", [1, 3])
def test_names_that_have_no_room_below_bars_stand_beside_them_and_none_is_lost(kind: Kind, count: int) -> None:
    found = drawn(bars(kind, PROVINCES, *[NUMBERS] * count), 340, theme(), environment())
    assert found.said == form.TURNED
    shown = words(found.pieces[0])
    assert set(PROVINCES) <= set(shown)
    assert count == 1 or {f"harvest {number}" for number in range(count)} <= set(shown)
    assert "841" in shown or count * 841 == 2523


def test_twelve_names_stand_on_two_levels() -> None:
    chart = bars("bar", tuple(f"Harbour {letter}" for letter in "ABCDEFGHIJKL"), tuple(range(1, 13)))
    made, drawing, said = formed(chart, 340, lettering())
    assert (made.kind, said) == ("bar", "")
    assert {run.text for run in drawing.runs} >= set(chart.categories)


def test_years_below_bars_may_be_left_out_and_numbers_that_are_are_counted() -> None:
    chart = bars(
        "bar", tuple(str(1970 + number) for number in range(50)), tuple(float(n % 7) + 1000 for n in range(50))
    )
    made, _, said = formed(chart, 340, lettering())
    assert made.kind == "bar"
    assert re.fullmatch(r"\d+ of its bars have no room for their number", said)


def test_a_sliver_of_a_pie_is_a_bar_with_a_share_that_is_not_zero() -> None:
    found = drawn(bars("pie", ("most", "few", "fewest"), (9990.0, 8.0, 2.0)), 340, theme(), environment())
    assert found.said == form.SLIVERS
    assert {"9,990 (99.9%)", "8 (0.1%)", "2 (0.02%)"} <= set(words(found.pieces[0]))


def test_what_is_higher_than_a_page_goes_on_and_all_parts_have_one_scale() -> None:
    chart = bars("ranked", PROVINCES, NUMBERS)
    found = drawn(chart, 340, theme(), environment(), most=200)
    assert len(found.pieces) > 2
    assert [word for piece in found.pieces for word in words(piece) if word in PROVINCES] == list(PROVINCES)
    assert {part.reach for part in form.parts(chart, 3)} == {(0, 841)}


@pytest.mark.parametrize("values", [(0.0, 0.0), (5.0, 5.0), (-5.0, -1.0), (1.0, None), (1e-300, 3e-300)])
@pytest.mark.parametrize("kind", ["line", "bar", "ranked", "scatter"])
def test_numbers_at_the_edge_are_drawn(kind: Kind, values: tuple[float | None, ...]) -> None:
    places = (2000.0, 2001.0) if kind in {"line", "scatter"} else ()
    chart = Chart(kind, ("2000", "2001"), (Series("a", values),), "t", "en", positions=places)
    assert "nan" not in drawn(chart, 340, theme(), environment()).pieces[0]


def test_an_error_bar_has_caps_and_the_number_stands_above_it() -> None:
    plain = Chart("bar", ("oats", "rye"), (Series("a", (35.0, 60.0)),), "cm", "en")
    reaching = Chart("bar", ("oats", "rye"), (Series("a", (35.0, 60.0), ((3, 8), None)),), "cm", "en")
    _, before, _ = formed(plain, 340, lettering())
    _, after, _ = formed(reaching, 340, lettering())
    height = {drawing: next(run.y for run in drawing.runs if run.text == "35") for drawing in (before, after)}
    assert height[after] < height[before]
    assert len(after.errors) == 3
