"""The faces of a file: HarfBuzz cuts them, and pins their axes where the text has them."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint import pdf as engine
from weasyprint.text.fonts import FontConfiguration

from coursepack.problem import Span
from coursepack.render.handout import faces
from coursepack.render.look import strokes
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FACE = font_path("fontpkg_source_serif_4:files/SourceSerif4[opsz,wght].ttf")
WORD = "Rivers"


def cut(weight: int, size: int, face: Path = FACE) -> TTFont:
    """Print a word; return the font that the PDF holds. Without a size nothing is said of the axis for it."""
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url('{face.as_uri()}');font-weight:200 900}}"
    css = f"{css} p{{font:{weight} {size or 12}pt T}}"
    css += f" p{{font-variation-settings:'opsz' {size}}}" if size else ""
    style = CSS(string=css, font_config=fonts)
    document = HTML(string=f"<p>{WORD}</p>").render(stylesheets=[style], font_config=fonts)
    with pikepdf.open(BytesIO(document.write_pdf())) as pdf:
        (made,) = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item)
        return TTFont(BytesIO(made.FontFile2.read_bytes()))


def fail(error: type[Exception]) -> None:
    raise error


def outlines(font: TTFont) -> Iterator[tuple[str, int, list[tuple[float, float]]]]:
    """Yield each glyph that has an outline: its advance, and its points."""
    glyphs = font.getGlyphSet()
    for number, name in enumerate(font.getGlyphOrder()):
        pen = RecordingPen()
        glyphs[name].draw(pen)
        points = [point for _, places in pen.value for point in places if point]
        if points:
            yield str(number), font["hmtx"][name][0], points


@pytest.mark.parametrize(("weight", "size"), [(400, 10), (700, 10), (400, 40)])
def test_the_outlines_are_those_that_fonttools_makes_within_a_unit(weight: int, size: int) -> None:
    expected = list(outlines(cut(weight, size)))
    with faces.cut():
        made = cut(weight, size)
    assert "fvar" not in made
    assert "gvar" not in made
    found = list(outlines(made))
    assert [(glyph, len(points)) for glyph, _, points in found] == [
        (glyph, len(points)) for glyph, _, points in expected
    ]
    assert len(found) == len(set(WORD))
    for (_, own, points), (_, other, others) in zip(found, expected, strict=True):
        assert abs(own - other) <= 1
        assert all(abs(x - u) <= 1 and abs(y - v) <= 1 for (x, y), (u, v) in zip(points, others, strict=True))


def test_weights_and_sizes_are_cut_apart() -> None:
    with faces.cut():
        cuts = [list(outlines(cut(weight, size))) for weight, size in ((400, 10), (700, 10), (400, 40))]
    assert cuts[0] != cuts[1] != cuts[2] != cuts[0]


@pytest.mark.parametrize("size", [6, 10, 40])
def test_a_face_with_an_axis_that_is_to_be_heavier_keeps_its_outlines(size: int, tmp_path: Path) -> None:
    heavy = tmp_path / "heavy.ttf"
    heavy.write_bytes(strokes.told(FACE.read_bytes(), 0.03))
    with faces.cut():
        usual, made = (list(outlines(cut(700, size, face))) for face in (FACE, heavy))
    assert len(made) == len(usual) == len(set(WORD))
    for (_, own, points), (_, other, others) in zip(made, usual, strict=True):
        assert own == other
        assert max(x for x, _ in points) > max(x for x, _ in others)


def test_weasyprints_own_way_is_put_back() -> None:
    before = engine.build_fonts_dictionary
    with pytest.raises(KeyError), faces.cut():
        fail(KeyError)
    assert engine.build_fonts_dictionary is before


def test_axes_that_a_style_sheet_does_not_name_are_pinned_too() -> None:
    with faces.cut():
        assert "fvar" not in cut(400, 0)


def test_a_character_in_a_face_of_the_machine_is_reported_where_it_is_written() -> None:
    worn = SimpleNamespace(digest="none of ours", to_unicode={7: "\u16a0"})
    written = {"\u16a0": Span("units/01-rain.md", 12, 5)}
    (problem,) = faces.foreign([SimpleNamespace(faces=[worn])], {}, written.__getitem__)  # type: ignore[list-item] of all that is asked
    assert (problem.code, problem.span) == ("no-glyph", written["\u16a0"])
