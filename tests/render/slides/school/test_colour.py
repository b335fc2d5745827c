"""Colours of a template; values beside PowerPoint's and WCAG's own."""

from __future__ import annotations

import pytest
from lxml.etree import fromstring

from coursepack.render.slides.school.colour import Palette, channels, contrast, palette

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
OFFICE = Palette({"accent1": "4472C4", "tx1": "000000", "bg1": "FFFFFF"})


def read(colour: str, known: Palette = OFFICE) -> str:
    return known.read(fromstring(f"<a:solidFill {A}>{colour}</a:solidFill>"))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('<a:srgbClr val="ff8800"/>', "FF8800"),
        ('<a:schemeClr val="accent1"/>', "4472C4"),
        ('<a:sysClr val="windowText" lastClr="010203"/>', "010203"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="red"/>', "FF0000"),
        ('<a:schemeClr val="accent9"/>', ""),
        ("", ""),
    ],
)
def test_every_way_to_name_a_colour_is_read(written: str, wanted: str) -> None:
    assert read(written) == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        # "Accent 1, lighter 80 %", "lighter 40 %" and "darker 25 %" of Office 2013, as its colour picker shows them.
        ('<a:lumMod val="20000"/><a:lumOff val="80000"/>', (0xDA, 0xE3, 0xF3)),
        ('<a:lumMod val="60000"/><a:lumOff val="40000"/>', (0x8F, 0xAA, 0xDC)),
        ('<a:lumMod val="75000"/>', (0x2F, 0x55, 0x97)),
    ],
)
def test_lighter_and_darker_are_those_of_powerpoint(change: str, wanted: tuple[int, int, int]) -> None:
    made = read(f'<a:schemeClr val="accent1">{change}</a:schemeClr>')
    assert [value * 255 for value in channels(made)] == pytest.approx(wanted, abs=1.01)


def test_a_tint_of_black_is_grey_by_amounts_of_light() -> None:
    """Half the light of white is 188 in sRGB, not 128."""
    assert read('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>') == "BCBCBC"
    assert read('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>') == "BCBCBC"


def test_transparency_is_passed_over() -> None:
    assert read('<a:srgbClr val="123456"><a:alpha val="50000"/></a:srgbClr>') == "123456"


def test_a_master_may_map_dark_to_light() -> None:
    scheme = '<a:dk1><a:sysClr val="windowText"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    theme = fromstring(f"<a:theme {A}><a:clrScheme>{scheme}</a:clrScheme></a:theme>")
    found = palette(theme, fromstring('<clrMap bg1="dk1" tx1="lt1" bg2="none"/>'))
    assert (found.colours["bg1"], found.colours["tx1"], found.colours["bg2"]) == ("000000", "FFFFFF", "")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("FFFFFF", "000000", 21), ("767676", "FFFFFF", 4.54), ("0000FF", "FFFFFF", 8.59), ("123456", "123456", 1)],
)
def test_contrast_is_that_of_wcag_whichever_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)
