"""Says which letters stand in a line whose signs change their places: "वि" is drawn as its vowel and then its letter.

A glyph can stand for the same letters alone wherever it is drawn. What was copied, searched and heard of Hindi had
vowels where none were, and lost others: such a line carries its letters with it (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weasyprint.draw import text

from coursepack.render.handout.smallcapitals import carrying
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# Devanagari and its kin in India, Sinhala; Myanmar; Khmer.
_MOVING = re.compile("[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1cd0-\u1cff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f]")


def told() -> AbstractContextManager[None]:
    """Have text drawn so."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        # Small capitals carry theirs already.
        if box.style["font_variant_caps"] != "normal" or not _MOVING.search(box.text):
            return original(stream, box, *rest)
        return carrying(original, stream, box, *rest)

    return replaced(text, draw_first_line=draw)
