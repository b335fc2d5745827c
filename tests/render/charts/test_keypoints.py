"""Which points of a line chart have labels, what these say, and on which side they like to stand."""

from __future__ import annotations

from chart_cases import lettering

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.render.charts.keypoints import Dot, dots
from coursepack.render.charts.plane import plane
from coursepack.render.geometry import Box

YEARS = (2000.0, 2001.0, 2002.0, 2003.0, 2004.0)


def found(*rows: tuple[float | None, ...], **more: object) -> list[Dot]:
    series = tuple(Series(name, row) for name, row in zip(("Rhine", "Elbe"), rows, strict=False))
    chart = Chart("line", tuple(f"{year:g}" for year in YEARS), series, "m", "en", YEARS, **more)  # type: ignore[arg-type]
    return list(dots(chart, plane(chart, lettering(), Box(0, 0, 340, 200), 80), lettering()))


def said(dot: Dot) -> str:
    return " ".join(line.text for line in dot.point.block.lines)


def test_a_single_line_says_its_last_value_and_its_first_if_there_is_room() -> None:
    last, first = found((5, 9, 3, 7, 6))
    assert (said(last), last.point.side, last.point.optional) == ("6", "right", False)
    assert (said(first), first.point.side, first.point.optional) == ("5", "above", True)


def test_a_mark_says_value_year_and_word_below_a_trough_and_above_all_else() -> None:
    trough, peak, *_ = found((5, 9, 3, 7, 6), marks=(Mark(2, "drought"), Mark(1, "")))
    assert (said(trough), trough.point.side) == ("3 in 2002 drought", "below")
    assert (said(peak), peak.point.side) == ("9 in 2001", "above")


def test_a_marked_end_is_not_said_again() -> None:
    assert [said(dot) for dot in found((5, 9, 3, 7, 6), marks=(Mark(4, "now"),))] == ["6 in 2004 now", "5"]


def test_a_mark_without_a_value_labels_nothing() -> None:
    assert [said(dot) for dot in found((5, 9, None, 7, 6), marks=(Mark(2, "gap"),))] == ["6", "5"]


def test_a_point_apart_is_an_open_dot_with_its_word() -> None:
    (apart,) = [dot for dot in found((5, 9, 3, 7, 6), apart=(Apart(2004.5, 8, "later"),)) if dot.is_open]
    assert (said(apart), apart.point.side) == ("8 later", "below")


def test_several_lines_are_named_at_their_ends_with_their_last_values() -> None:
    rhine, elbe = found((5, 9, 3, 7, 6), (1, 2, 3, 4, 2))
    assert (said(rhine), said(elbe)) == ("Rhine 6", "Elbe 2")
    assert rhine.point.is_end
    assert not rhine.point.has_dot
    assert [line.bold for line in rhine.point.block.lines] == [True, False]


def test_a_line_that_ends_before_the_others_is_named_there_with_a_dot() -> None:
    _, elbe = found((5, 9, 3, 7, 6), (1, 2, 3, None, None))
    assert said(elbe) == "Elbe 3"
    assert not elbe.point.is_end
    assert elbe.point.has_dot


def test_a_line_that_runs_out_is_named_beside_its_curve_without_its_nought() -> None:
    _, elbe = found((5, 9, 3, 7, 6), (1, 8, 3, 1, 0))
    assert (said(elbe), elbe.point.curve) == ("Elbe", 1)


def test_a_reading_between_gaps_bears_its_value() -> None:
    lone = found((5, None, 3, None, 6))
    assert sorted(said(dot) for dot in lone) == ["3", "5", "6"]
    assert len({dot.point.at for dot in lone}) == 3
