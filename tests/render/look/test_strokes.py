"""Faces with heavier strokes: as wide as before, the same at every making, and darker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import uharfbuzz

from coursepack.render.look import strokes
from coursepack.render.look.fontfile import font_data
from coursepack.render.look.strokes import heavier
from coursepack.run import store

if TYPE_CHECKING:
    from pathlib import Path

CALADEA = "font_caladea:files/Caladea-Regular.ttf"


def face(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


def test_strokes_grow_and_letters_stay_as_wide() -> None:
    plain, strong = face(font_data(CALADEA)), face(font_data(f"{CALADEA}#heavier=0.03"))
    units = plain.face.upem
    for sign in "lo .\u00e9":
        number = plain.get_nominal_glyph(ord(sign))
        assert strong.get_glyph_h_advance(number) == plain.get_glyph_h_advance(number)
        before, after = plain.get_glyph_extents(number), strong.get_glyph_extents(number)
        grown = 0.0 if sign == " " else 0.03
        assert (after.width - before.width) / units == pytest.approx(grown, abs=0.01)
        assert after.x_bearing == pytest.approx(before.x_bearing, abs=0.02 * units)


def test_a_face_is_the_same_at_every_making() -> None:
    data = font_data(CALADEA)
    assert heavier(data, 0.03) == heavier(data, 0.03) != data


def test_a_face_is_drawn_anew_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = font_data(CALADEA)
    with store.within(tmp_path):
        made = strokes.kept(data, 0.03)
        monkeypatch.setattr(strokes, "TTFont", None)
        assert strokes.kept(data, 0.03) == made
        with pytest.raises(TypeError):
            strokes.kept(data, 0.06)


def test_a_face_of_other_outlines_stays_as_it_is() -> None:
    file = "coursepack:fonts/texgyretermes-regular.otf"
    assert font_data(f"{file}#heavier=0.03") == font_data(file)
