"""Faces with heavier strokes, for letters that are smaller on paper than a copier can see."""

from __future__ import annotations

import logging
from io import BytesIO

import uharfbuzz
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from coursepack.run import inputs, store

# What a font says of its strokes for screens of few dots (OpenType 1.9).
_SCREEN = ("fpgm", "prep", "cvt ", "hdmx", "LTSH", "VDMX", "DSIG")

# When a face was made is nothing to warn of.
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)


def kept(data: bytes, more: float) -> bytes:
    """Return a heavier face, from the store if it was made before: a face of many letters takes seconds."""
    return store.kept(store.key("heavier", inputs.program(), data, repr(more)), lambda: heavier(data, more))


def heavier(data: bytes, more: float) -> bytes:
    """Return a TrueType font whose strokes are heavier by a part of an em; its letters are as wide as before."""
    font, drawn = TTFont(BytesIO(data), recalcTimestamp=False), uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))
    drawn.synthetic_bold = (more, more, True)
    for number, name in enumerate(font.getGlyphOrder()):
        pen = TTGlyphPen(None)
        drawn.draw_glyph_with_pen(number, pen)
        font["glyf"][name] = glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin if glyph.numberOfContours else 0)
    for table in _SCREEN:
        if table in font:
            del font[table]
    made = BytesIO()
    font.save(made)
    return made.getvalue()
