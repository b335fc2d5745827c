"""Says of a hyphen that a line's end brought that it is none of the author's.

Faces draw both with one glyph, so that a reader could not tell them apart: in what is copied or searched every hyphen
would be the same. Here a glyph stands for the sign that is typed (`faces`), and one that nobody wrote is marked as a
soft hyphen (ISO 32000-1, 14.8.2.2.3), which those who read or search pass over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.draw import text

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# The last glyph of a shown text, with the number that may follow it.
_LAST = re.compile(rb"(.*)(<[0-9a-f]{4}>|(?<=[0-9a-f])[0-9a-f]{4}>)([-.\d]*)\] TJ", re.DOTALL)
SOFT = "\u00ad"


def told() -> AbstractContextManager[None]:
    """Have text drawn so."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        drawn = original(stream, box, *rest)
        if box.text.endswith(box.style["hyphenate_character"]):
            _mark(stream)
        return drawn

    return replaced(text, draw_first_line=draw)


def _mark(stream: Any) -> None:  # noqa: ANN401 pydyf has no types
    """Part the last glyph from what is shown before it, and say what it is."""
    found = _LAST.fullmatch(stream.stream[-1])
    if found is None:
        return
    before, glyph, move = found.groups()
    stream.stream[-1] = before + (b">" if glyph[:1] != b"<" else b"") + b"] TJ"
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(SOFT)}))
    stream.show_text(b"<" + glyph.lstrip(b"<") + move)
    stream.end_marked_content()
