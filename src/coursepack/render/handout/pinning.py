"""Has HarfBuzz, not fontTools, make the one cut of a variable face that a PDF holds: it takes a hundredth of the time.

WeasyPrint cuts out the glyphs that are used with HarfBuzz, and then pins the axes of what is left with fontTools.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.pdf.fonts import Font

from coursepack.render.look.fontfile import pinned, varying

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIES = "fvar"
# What nobody reads in a font that a PDF holds: its names, and what it once varied along.
_UNREAD = ("name", "STAT", "GDEF")


@contextmanager
def pinned_axes() -> Iterator[None]:
    """Write PDFs with the shorter way; WeasyPrint's own is put back afterwards."""
    original = Font.subset

    def subset(font: Any, to_unicode: object, hinting: object) -> None:  # noqa: ANN401 WeasyPrint has no types
        original(font, to_unicode, hinting)
        if _VARIES in font.tables:
            _pin(font)

    Font.subset = subset
    try:
        yield
    finally:
        Font.subset = original


def _pin(font: Any) -> None:  # noqa: ANN401 WeasyPrint has no types
    """Pin all axes where the text has them; a face with axes whose place only WeasyPrint knows is left to it."""
    places = {"wght": font.weight, "opsz": font.font_size, **font.variations}
    axes = varying(font.file_content)
    if axes <= places.keys():
        font.file_content = pinned(font.file_content, {axis: places[axis] for axis in axes}, _UNREAD)
        font.tables.remove(_VARIES)
