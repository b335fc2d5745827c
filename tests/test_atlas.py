"""Outlines of countries: all there, borders as the General Assembly has them, holes as holes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack import atlas


def holds(code: str, east: float, north: float) -> bool:
    """Say whether a place is in a country, by counting the borders east of it."""
    return sum(
        (y1 > north) != (y2 > north) and x1 + (x2 - x1) * (north - y1) / (y2 - y1) > east
        for ring in atlas.outlines()[code]
        for (x1, y1), (x2, y2) in pairwise(ring)
    ) % 2 == 1  # fmt: skip


@pytest.mark.parametrize(
    ("place", "code", "other"),
    [
        ((34.1, 45.3), "UKR", "RUS"),  # Crimea
        ((44.1, 9.6), "SOM", "ETH"),  # Hargeisa
        ((33.6, 35.25), "CYP", "TUR"),  # Kyrenia
        ((21.0, 42.6), "XKX", "SRB"),
        ((28.3, -29.5), "LSO", "ZAF"),
        ((2.3, 48.9), "FRA", "DEU"),
        ((25.0, 67.0), "FIN", "NOR"),
    ],
)
def test_a_place_is_in_one_country(place: tuple[float, float], code: str, other: str) -> None:
    assert holds(code, *place)
    assert not holds(other, *place)


def test_parts_of_a_country_have_no_border_between_them() -> None:
    assert len(atlas.outlines()["SOM"]) == 1
    assert all(ring[0] == ring[-1] for rings in atlas.outlines().values() for ring in rings)


def test_what_the_180th_meridian_cuts_can_be_had_whole() -> None:
    assert [len(places["FJI"]) for places in (atlas.outlines(), atlas.whole())] == [3, 2]
    assert [len(places["RUS"]) for places in (atlas.outlines(), atlas.whole())] == [13, 11]
    assert all(ring[0] == ring[-1] for rings in atlas.whole().values() for ring in rings)
    assert atlas.whole()["FRA"] == atlas.outlines()["FRA"]


def test_a_small_state_has_a_place_and_no_outline() -> None:
    assert not atlas.capitals().keys() & atlas.outlines().keys()
    assert atlas.capitals()["CPV"] == pytest.approx((-23.5, 14.9), abs=0.1)
    assert atlas.capitals()["MLT"] == pytest.approx((14.5, 35.9), abs=0.1)


def test_islands_enclaves_and_young_states_can_be_drawn() -> None:
    assert {"CPV", "COM", "MUS", "STP", "SYC", "LSO", "SWZ", "GMB", "SSD", "ESH", "TLS", "XKX", "SMR"} <= atlas.codes()


def test_every_country_has_a_short_code_too() -> None:
    short = atlas.short_codes()
    assert short.keys() == atlas.codes()
    assert (short["BIH"], short["XKX"], short["NOR"]) == ("BA", "XK", "NO")
    assert len(set(short.values())) == len(short)
