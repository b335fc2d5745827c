"""Quantities as siunitx writes them (its manual, sections 3 and 4)."""

from __future__ import annotations

import pytest

from coursepack.render.words.quantities import QuantityError, angle, number, physical, quantity, span, unit


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("12", "12"),
        ("-3.5", "-3.5"),
        ("3,5", "3{,}5"),
        (".5", ".5"),
        ("6.02e23", r"6.02 \times 10^{23}"),
        ("1E-3", r"1 \times 10^{-3}"),
        ("1.2 +- 0.1", r"1.2 \pm 0.1"),
        (r"1.2\pm0.1e4", r"(1.2 \pm 0.1) \times 10^{4}"),
    ],
)
def test_a_number_has_its_power_and_its_spread(source: str, made: str) -> None:
    assert number(source) == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (r"\metre", r"\mathrm{m}"),
        (r"\kilo\metre", r"\mathrm{km}"),
        (r"\metre\per\second", r"\mathrm{m}\,\mathrm{s}^{-1}"),
        (r"\metre\per\second\squared", r"\mathrm{m}\,\mathrm{s}^{-2}"),
        (r"\square\metre", r"\mathrm{m}^{2}"),
        (r"\per\cubic\centi\metre", r"\mathrm{cm}^{-3}"),
        (r"\metre\tothe{4}", r"\mathrm{m}^{4}"),
        (r"\per\second\metre", r"\mathrm{s}^{-1}\,\mathrm{m}"),
        ("m/s^2", r"\mathrm{m}/\mathrm{s}^{2}"),
        ("kg.m^{-3}", r"\mathrm{kg}\,\mathrm{m}^{-3}"),
        ("%", r"\%"),
        (r"\kHz", r"\mathrm{kHz}"),
        (r"\mol\per\L", r"\mathrm{mol}\,\mathrm{L}^{-1}"),
        (r"\um", r"\mathrm{\mu m}"),
        (r"\decibel", r"\mathrm{dB}"),
    ],
)
def test_a_unit_is_upright_with_its_powers(source: str, made: str) -> None:
    assert unit(source) == made


def test_a_thin_blank_parts_number_and_unit_but_not_a_degree() -> None:
    assert quantity("5", "m") == r"5\,\mathrm{m}"
    assert quantity("5", r"\degree") == r"5\mathrm{^{\circ} }"
    assert angle("12;30;5") == r"12^{\circ}30'5''"
    assert angle(";30") == "30'"


def test_a_range_says_its_unit_once() -> None:
    assert span("0,2", "0,4", r"\volt") == "0{,}2\\text{\u2013}0{,}4\\,\\mathrm{V}"
    assert span("1", "3") == "1\\text{\u2013}3"


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("75.3 J // mol K", r"75.3\,\mathrm{J}/\mathrm{mol}\,\mathrm{K}"),
        ("123 kJ mol-1", r"123\,\mathrm{kJ}\,\mathrm{mol}^{-1}"),
        ("1.2e3 m2", r"1.2 \times 10^{3}\,\mathrm{m}^{2}"),
        ("12", "12"),
        ("cm3", r"\mathrm{cm}^{3}"),
    ],
)
def test_quantities_of_mhchem_are_a_number_and_units_with_powers(source: str, made: str) -> None:
    assert physical(source) == made


@pytest.mark.parametrize(("make", "source"), [(number, "many"), (unit, r"\furlong"), (unit, "m!"), (number, "1e2e3")])
def test_what_cannot_be_read_is_named(make: object, source: str) -> None:
    with pytest.raises(QuantityError, match=r"is no number|there is no unit|means nothing"):
        make(source)  # type: ignore[operator]
