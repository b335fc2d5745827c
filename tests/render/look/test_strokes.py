"""Faces with heavier strokes: as wide as before, the same at every making, and darker."""

from __future__ import annotations

import pytest
import uharfbuzz

from coursepack.render.look.fontfile import font_data
from coursepack.render.look.strokes import heavier, wanted

CALADEA, TERMES = "font_caladea:files/Caladea-Regular.ttf", "coursepack:fonts/texgyretermes-regular.otf"


def face(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


@pytest.mark.parametrize("file", [CALADEA, TERMES])
def test_strokes_grow_and_letters_stay_as_wide(file: str) -> None:
    data = font_data(file)
    plain = face(data)
    numbers, units = [plain.get_nominal_glyph(ord(sign)) for sign in "lo .\u00e9"], plain.face.upem
    strong = face(heavier(data, 0.03, numbers))
    for number in numbers:
        assert strong.get_glyph_h_advance(number) == plain.get_glyph_h_advance(number)
        before, after = plain.get_glyph_extents(number), strong.get_glyph_extents(number)
        grown = 0.03 if before.width else 0.0
        assert (after.width - before.width) / units == pytest.approx(grown, abs=0.01)
        assert after.x_bearing == pytest.approx(before.x_bearing, abs=0.02 * units)


def test_a_face_is_the_same_at_every_making() -> None:
    data = font_data(CALADEA)
    assert heavier(data, 0.03, [40]) == heavier(data, 0.03, [40]) != data


def test_a_face_says_how_heavy_it_is_to_be_and_is_laid_out_as_it_is() -> None:
    plain, strong = font_data(CALADEA), font_data(f"{CALADEA}#heavier=0.03")
    assert (wanted(plain), wanted(strong)) == (0, 0.03)
    number = face(plain).get_nominal_glyph(ord("l"))
    assert face(strong).get_glyph_extents(number) == face(plain).get_glyph_extents(number)
