"""Says which letters small capitals stand for.

Faces draw small capitals of large and of small letters with one glyph, so that NATO beside [Nato]{.smallcaps} could not
be copied as it is written: what is set in them carries its letters with it (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.draw import text

from coursepack.render.handout.softhyphen import SOFT
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def told() -> AbstractContextManager[None]:
    """Have text drawn so."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if box.style["font_variant_caps"] == "normal" or not box.text.strip():
            return original(stream, box, *rest)
        return carrying(original, stream, box, *rest)

    return replaced(text, draw_first_line=draw)


def carrying(original: Any, stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 as above
    """Draw a text that carries its letters with it."""
    # Who knows whether the line ends here says so to those who listen (`heard`).
    box.letters = pydyf.String(box.text.replace(box.style["hyphenate_character"], SOFT))
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": box.letters}))
    drawn = original(stream, box, *rest)
    stream.end_marked_content()
    return drawn
