"""Glyphs cast anew: where they are to be, as wide as they are to be, the same at every making."""

from __future__ import annotations

from io import BytesIO

import pytest
import uharfbuzz
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from coursepack.render.look.cast import Cast, Part, added
from coursepack.render.look.fontfile import font_data

CALADEA = "font_caladea:files/Caladea-Regular.ttf"
DATA = font_data(CALADEA)
PLAIN = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(DATA)))
NUMBER, COUNT, UPEM = PLAIN.get_nominal_glyph(ord("o")), PLAIN.face.glyph_count, PLAIN.face.upem


def test_a_cast_is_the_glyph_at_its_place() -> None:
    # A face that was cut has fewer glyphs than it had: what lies between is empty.
    made = added(DATA, [Cast((Part(NUMBER, 100, -200),), 700, "o"), Cast((), 300, "u")], COUNT + 5)
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(made)))
    assert font.face.glyph_count == COUNT + 7
    before, after = PLAIN.get_glyph_extents(NUMBER), font.get_glyph_extents(COUNT + 5)
    assert (after.width, after.height) == (before.width, before.height)
    assert after.x_bearing - before.x_bearing == pytest.approx(0.1 * UPEM, abs=1)
    assert after.y_bearing - before.y_bearing == pytest.approx(-0.2 * UPEM, abs=1)
    assert font.get_glyph_h_advance(COUNT + 5) == round(0.7 * UPEM)
    assert font.get_glyph_h_advance(COUNT + 6) == round(0.3 * UPEM)
    assert font.get_glyph_extents(COUNT + 6).width == font.get_glyph_extents(COUNT).width == 0


def test_a_face_is_the_same_at_every_making() -> None:
    casts = [Cast((Part(NUMBER, 100, 0), Part(NUMBER, 0, 90)), 700, "o")]
    assert added(DATA, casts, COUNT) == added(DATA, casts, COUNT)


def test_what_measures_downwards_is_left_out() -> None:
    # Faces of emoji have it: for what is cast it would have no measures, and no file could be written.
    font = TTFont(BytesIO(DATA))
    upright = FontBuilder(font=font)
    upright.setupVerticalMetrics(dict(font["hmtx"].metrics))
    upright.setupVerticalHeader()
    written = BytesIO()
    font.save(written)
    made = added(written.getvalue(), [Cast((Part(NUMBER, 100, 0),), 700, "o")], COUNT)
    assert not {"vhea", "vmtx"} & {*TTFont(BytesIO(made)).keys()}
    assert uharfbuzz.Face(uharfbuzz.Blob(made)).glyph_count == COUNT + 1
