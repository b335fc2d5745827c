"""The style of a drawing: it opens nothing, and names no font but by size, weight and slope."""

from __future__ import annotations

import pytest

from coursepack.load.picture import PictureError
from coursepack.load.svgstyle import declarations, families, stylesheet, values


@pytest.mark.parametrize(
    "css",
    [
        "fill: url(https://example.org/a.svg#x)",
        "fill: url('a.svg')",
        "fill: URL(a.svg)",
        r"fill: u\72l(a.svg)",
        "background: image-set('a.png' 1x)",
        "background: image(a.png)",
        "mask: calc(url(a.svg))",
        "x: (url(a.svg))",
        "src: attr(href)",
    ],
)
def test_nothing_but_a_part_of_the_drawing_is_opened(css: str) -> None:
    with pytest.raises(PictureError) as caught:
        declarations(css)
    assert caught.value.args
    with pytest.raises(PictureError):
        stylesheet(f".a {{ {css} }}")


def test_a_part_of_the_drawing_may_be_named() -> None:
    kept, fonts = declarations("fill: url(#water); mask: url('#m') !important")
    assert kept.replace(" ", "").replace("'", '"') in {
        'fill:url(#water);mask:url("#m")!important',
        "fill:url(#water);mask:url(#m)!important",
    }
    assert fonts == []


@pytest.mark.parametrize("value", ["url(a.png)", r"u\72l(a.png)", "rotate(1) url( 'x.svg' )"])
def test_values_of_attributes_are_looked_at_alike(value: str) -> None:
    with pytest.raises(PictureError):
        values(value)


@pytest.mark.parametrize("value", ["url(#a)", "rotate(45)", "none", "M0 0h9"])
def test_values_that_open_nothing_pass(value: str) -> None:
    values(value)


def test_families_go_and_the_first_of_each_list_is_told() -> None:
    assert declarations("font-family: 'Gill Sans', Arial; fill: red") == ("fill:red", ["Gill Sans"])
    assert families("  'Gill Sans' , Arial,, serif ") == ["Gill Sans", "Arial", "serif"]


@pytest.mark.parametrize(
    ("font", "kept", "family"),
    [
        ("bold 12px Arial", "font-weight:bold;font-size:12px", "Arial"),
        ("italic 700 9pt/1.2 'Gill Sans', serif", "font-weight:700;font-style:italic;font-size:9pt", "Gill Sans"),
        ("12px Times New Roman", "font-size:12px", "Times New Roman"),
    ],
)
def test_the_shorthand_keeps_size_weight_and_slope(font: str, kept: str, family: str) -> None:
    assert declarations(f"font: {font}") == (kept, [family])


def test_a_sheet_keeps_its_rules_but_those_with_an_at() -> None:
    css = "/* a */ @font-face { font-family: X; } .a { fill: red; font-family: X } @media print { .b { fill: blue } }"
    assert stylesheet(css) == (".a{fill:red}", ["X"])


@pytest.mark.parametrize("css", ["@import 'a.css';", "@IMPORT url(a.css);"])
def test_a_sheet_that_opens_another_is_refused(css: str) -> None:
    with pytest.raises(PictureError):
        stylesheet(css)


def test_two_thousand_rules_are_the_most() -> None:
    assert len(stylesheet(".a{x:1}" * 2000)[0].splitlines()) == 2000
    with pytest.raises(PictureError):
        stylesheet(".a{x:1}" * 2001)
