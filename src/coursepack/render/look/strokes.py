"""Faces with heavier strokes, for letters that are smaller on paper than a copier can see.

They are laid out as they are, for their letters stay as wide. How much heavier they are to be stands behind the end of
the font, and is done to the glyphs that a file has: to draw all of a face anew takes seconds.
"""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import uharfbuzz
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable

# What stands behind a font, whose readers go by its own table of contents.
_SAID = re.compile(rb"\[heavier=([\d.]+)\]\Z")
_LONGEST = 40
# What a font says of its strokes for screens of few dots (OpenType 1.9).
_SCREEN = ("fpgm", "prep", "cvt ", "hdmx", "LTSH", "VDMX", "DSIG")

# When a face was made is nothing to warn of.
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)


def told(data: bytes, more: float) -> bytes:
    """Return a font which says that its strokes are to be heavier by a part of an em."""
    return data + b"[heavier=%a]" % more


def wanted(data: bytes) -> float:
    """Return how much heavier a font says that its strokes are to be."""
    said = _SAID.search(data[-_LONGEST:])
    return float(said[1]) if said else 0.0


def heavier(data: bytes, more: float, glyphs: Iterable[int]) -> bytes:
    """Return a font in which these glyphs are heavier by a part of an em; they are as wide as before."""
    if not more:
        return data
    font, drawn = TTFont(BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False), _face(data)
    draw = _quadratic if "glyf" in font else _cubic
    drawn.synthetic_bold = (more, more, True)
    for number in glyphs:
        draw(font, drawn, number)
    for table in (one for one in _SCREEN if one in font):
        del font[table]
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _face(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


def _quadratic(font: Any, drawn: uharfbuzz.Font, number: int) -> None:  # noqa: ANN401 fontTools has no types
    name, pen = font.getGlyphName(number), TTGlyphPen(None)
    drawn.draw_glyph_with_pen(number, pen)
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin if glyph.numberOfContours else 0)


def _cubic(font: Any, drawn: uharfbuzz.Font, number: int) -> None:  # noqa: ANN401 as above
    name, strings = font.getGlyphName(number), font["CFF "].cff.topDictIndex[0].CharStrings
    private = strings[name].private
    width = font["hmtx"][name][0]
    pen = T2CharStringPen(None if width == private.defaultWidthX else width - private.nominalWidthX, None)
    drawn.draw_glyph_with_pen(number, pen)
    strings[name] = pen.getCharString(private, strings.globalSubrs)
