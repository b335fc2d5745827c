"""Glyphs cast anew: a glyph of a face at another place, of another width, or with other letters that it stands for.

Metal type had a sort for each letter that carries a mark. In a file a face may have them, too: what stands where it is
drawn needs no moves between letters, which readers take for blanks or for ends of lines.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable


# How far apart glyphs stand below each other, which no page asks for and casts do not have.
_UPRIGHT = {"vhea", "vmtx"}


class Part(NamedTuple):
    """A glyph, and how far it is moved to the right and up, in thousandths of an em."""

    glyph: int
    right: int
    up: int


class Cast(NamedTuple):
    """Glyphs that draw a letter, none if the one beside it does; its width, in thousandths of an em, and its text."""

    parts: tuple[Part, ...]
    width: int
    text: str


def units(width: int, upem: int) -> int:
    """Return thousandths of an em in a font's own units."""
    return round(width * upem / 1000)


def added(data: bytes, casts: Iterable[Cast], first: int) -> bytes:
    """Return a font of quadratic outlines that has casts, numbered from `first`; what it lacks before that is empty."""
    font = TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    for table in sorted(_UPRIGHT & {*font.keys()}):
        del font[table]
    upem, drawn, outlines = font["head"].unitsPerEm, font.getGlyphSet(), font["glyf"]
    names = font.getGlyphOrder()
    _append(font, [(TTGlyphPen(None).glyph(), 0) for _ in range(len(names), first)])
    made = []
    for cast in casts:
        pen = TTGlyphPen(drawn)
        for part in cast.parts:
            pen.addComponent(names[part.glyph], (1, 0, 0, 1, units(part.right, upem), units(part.up, upem)))
        glyph = pen.glyph()
        glyph.recalcBounds(outlines)
        made.append((glyph, units(cast.width, upem)))
    _append(font, made)
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _append(font: Any, glyphs: Iterable[tuple[Any, int]]) -> None:  # noqa: ANN401 fontTools has no types
    order = list(font.getGlyphOrder())
    for glyph, width in glyphs:
        name = f"cast{len(order)}"
        order.append(name)
        font["glyf"].glyphs[name] = glyph
        font["hmtx"].metrics[name] = (width, glyph.xMin if glyph.numberOfContours else 0)
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
