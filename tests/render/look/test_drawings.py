"""A course's own drawings: one note of the fonts that are not the theme's, at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.picture import Picture
from coursepack.problem import Severity, Span
from coursepack.render.look.drawings import check

if TYPE_CHECKING:
    from coursepack.render.look.design import Design

AT = Span("units/01.md", 15, 6)


@pytest.mark.parametrize("font", ["Source Sans 3", "SourceSansPro", "Drawing", "Calibri"])
def test_a_font_of_the_theme_needs_no_note(font: str, own_design: Design) -> None:
    assert list(check([("a.svg", AT, Picture(b"", fonts=(font,)))], own_design.theme)) == []


def test_other_fonts_are_one_note_that_names_drawing_and_fonts(own_design: Design) -> None:
    (said,) = check([("media/a.svg", AT, Picture(b"", fonts=("Arial", "Lato")))], own_design.theme)
    assert (said.code, said.severity, said.span) == ("drawing-font", Severity.NOTE, AT)
    assert "`media/a.svg` ask for Arial, Lato" in said.message
