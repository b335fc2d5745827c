"""Where a map shows what: true lengths where they can be, the world where a view reaches past half of it. Points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.blocks.map import Map
from coursepack.render.figures.mapsheet import Drawn, fitted
from fenced import block

if TYPE_CHECKING:
    from coursepack.render.figures.mapsheet import Sheet


def shown(view: str, width: float = 340, most: float = 255) -> Sheet:
    given = block("map", f"title: T\nalt: A\nview: {view}\n")
    assert isinstance(given, Map)
    return fitted(Drawn(given.view, given.groups, given.names, given.places, given.lines, given.scale), width, most)


def test_a_small_view_has_one_scale_and_its_own_height() -> None:
    sheet = shown("{west: 12, south: 40, east: 24, north: 46}")
    assert sheet.is_true
    assert sheet.frame.width == 340
    assert sheet.frame.height < 255


def test_a_view_that_would_be_too_high_shows_more_at_its_sides() -> None:
    sheet = shown("{west: 12, south: 30, east: 24, north: 60}", most=200)
    assert sheet.frame.width == 340
    assert sheet.frame.height == pytest.approx(200)
    ((west, _),) = sheet.line(((12, 30),))
    assert west > 50


@pytest.mark.parametrize("east", [60, 180])
def test_past_half_the_globe_no_length_is_true(east: int) -> None:
    sheet = shown(f"{{west: {-east / 3}, south: -58, east: {east}, north: 84}}", most=120)
    assert not sheet.is_true
    assert sheet.frame.width == 340
