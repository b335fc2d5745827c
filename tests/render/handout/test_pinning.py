"""The second patch of WeasyPrint: HarfBuzz pins the axes of a variable face where the text has them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout import pinning
from coursepack.render.handout.pinning import pinned_axes
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("fontpkg_source_serif_4:files/SourceSerif4[opsz,wght].ttf")
WORD = "Rivers"


def cut(weight: int, size: int) -> TTFont:
    """Print a word; return the font that the PDF holds."""
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url('{FACE.as_uri()}');font-weight:200 900}}"
    css = f"{css} p{{font:{weight} {size}pt T;font-variation-settings:'opsz' {size}}}"
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
    with pinned_axes():
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
    with pinned_axes():
        cuts = [list(outlines(cut(weight, size))) for weight, size in ((400, 10), (700, 10), (400, 40))]
    assert cuts[0] != cuts[1] != cuts[2] != cuts[0]


def test_weasyprints_own_way_is_put_back() -> None:
    before = Font.subset
    with pytest.raises(KeyError), pinned_axes():
        fail(KeyError)
    assert Font.subset is before


def test_a_face_with_an_axis_that_only_weasyprint_places_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pinning, "varying", lambda _: frozenset({"wght", "slnt"}))
    monkeypatch.setattr(pinning, "pinned", lambda *_: pytest.fail("it was pinned"))
    with pinned_axes():
        assert "fvar" not in cut(400, 10)
