"""Very large and very small numbers: a chart of them is drawn in powers of ten, which its unit says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import floor, log10
from typing import TYPE_CHECKING

from coursepack.languages.number import power

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.chart import Chart, Series

_LEAST, _MOST = 1e-3, 1e12  # a chart whose largest number is outside is divided
_STEP = 3  # of the exponents: 10⁻³, 10⁻⁶, …


def readable(chart: Chart) -> Chart:
    """Return the chart with numbers that an axis can show: 3.5e-9 m becomes 3.5, in 10⁻⁹ m, and so along the foot."""
    return _across(_up(chart))


def _up(chart: Chart) -> Chart:
    values = [value for series in chart.series for value in series.values if value is not None]
    exponent = _exponent(value / chart.divide for value in (*values, *(dot.y for dot in chart.apart)))
    if not exponent:
        return chart
    return replace(
        chart,
        series=tuple(_shifted(series, exponent) for series in chart.series),
        apart=tuple(replace(dot, y=_shift(dot.y, exponent)) for dot in chart.apart),
        unit=_in(exponent, chart.unit),
    )


def _across(chart: Chart) -> Chart:
    exponent = 0 if chart.dates else _exponent((*chart.positions, *(dot.x for dot in chart.apart)))
    if not exponent:
        return chart
    return replace(
        chart,
        positions=tuple(_shift(place, exponent) for place in chart.positions),
        apart=tuple(replace(dot, x=_shift(dot.x, exponent)) for dot in chart.apart),
        across=_in(exponent, chart.across),
    )


def _in(exponent: int, words: str) -> str:
    """Write the power of ten that numbers are shown in before the words of their axis."""
    return f"\u00d7\u00a0{power(exponent)} {words}".rstrip()


def _exponent(values: Iterable[float]) -> int:
    largest = max(map(abs, values), default=0)
    return 0 if not largest or _LEAST <= largest < _MOST else floor(log10(largest) / _STEP) * _STEP


def _shifted(series: Series, exponent: int) -> Series:
    return replace(
        series,
        values=tuple(None if value is None else _shift(value, exponent) for value in series.values),
        errors=tuple(
            None if reach is None else (_shift(reach[0], exponent), _shift(reach[1], exponent))
            for reach in series.errors
        ),
    )


def _shift(value: float, exponent: int) -> float:
    """Move the decimal point, without the dust of a division."""
    return float(Decimal(repr(float(value))).scaleb(-exponent))
