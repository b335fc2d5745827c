"""Keeps letters of an Arabic word so near that no reader takes what is between them for a blank.

Arabic letters that are not joined are kerned apart. Where that is more than a tenth of an em, Poppler, and at places
PDFium, reads two words, and so do copies and searches. What is taken off, three hundredths of an em at most, is too
little to be seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weasyprint.draw import text

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_ARABIC = re.compile("[\u0600-\u06ff]")
# A kern or a move that parts by a little more than a tenth of an em (thousandths of it; ISO 32000-1, 9.4.3).
_APART = re.compile(rb">-1[0-2]\d(?:\.\d+)?<")
_NEAR = b">-99<"


def closer() -> AbstractContextManager[None]:
    """Have text drawn so."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        begun = len(stream.stream)
        drawn = original(stream, box, *rest)
        if _ARABIC.search(box.text):
            stream.stream[begun:] = [_APART.sub(_NEAR, one) for one in stream.stream[begun:]]
        return drawn

    return replaced(text, draw_first_line=draw)
