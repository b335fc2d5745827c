"""What a kind of chart can show at all, each just at its bound and one beyond it."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.chart import MOST_SERIES, Chart, Form, Series
from coursepack.render.charts.label import block
from coursepack.render.charts.limits import MOST_PARTS, LimitError, all_placed, check


def chart(kind: Form, *rows: tuple[float | None, ...]) -> Chart:
    names = tuple("abcdefgh"[: len(rows[0]) if rows else 2])
    return Chart(kind, names, tuple(Series(f"s{number}", row) for number, row in enumerate(rows)), "u", "en")


def refused(given: Chart) -> str:
    with pytest.raises(LimitError) as caught:
        check(given)
    return str(caught.value)


@pytest.mark.parametrize("kind", MOST_SERIES)
def test_every_kind_shows_so_many_series_and_no_more(kind: Form) -> None:
    most = MOST_SERIES[kind]
    check(chart(kind, *[(1, 2)] * most))
    assert f"1 to {most} series" in refused(chart(kind, *[(1, 2)] * (most + 1)))
    assert "series" in refused(chart(kind))


def test_a_chart_of_nothing_is_none() -> None:
    assert "category" in refused(chart("bar", ()))


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("stacked", (1, -1)),
        ("area", (1, -1)),
        ("area", (1, None)),
        ("area", (1,)),
        ("pie", (1, -1)),
        ("pie", (1, None)),
        ("pie", (1, 0)),
        ("pie", (1,)),
        ("pie", (1,) * (MOST_PARTS + 1)),
    ],
)
def test_parts_of_a_whole_are_parts(kind: Form, row: tuple[float | None, ...]) -> None:
    refused(chart(kind, row))


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("stacked", (1, None)),
        ("stacked", (0, 0)),
        ("area", (0, 1)),
        ("pie", (1, 1)),
        ("pie", (1,) * MOST_PARTS),
        ("bar", (-1, None)),
        ("line", (None, -1)),
    ],
)
def test_what_a_kind_can_show_passes(kind: Form, row: tuple[float | None, ...]) -> None:
    check(chart(kind, row))


def test_a_label_without_a_place_is_named() -> None:
    one, other = block(lettering(), "Upper", "Rhine"), block(lettering(), "Elbe")
    all_placed([(one, object()), (other, object())])
    with pytest.raises(LimitError, match="“Upper Rhine”"):
        all_placed([(one, None), (other, object())])
