"""Draws the blanks that stand alone between two elements.

WeasyPrint leaves out a box of nothing but a blank: the eye sees the room, but in the file "In [Kosovo]{.term} *KFOR*"
is one word, for those who listen, search or copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.draw import text
from weasyprint.formatting_structure.boxes import TextBox

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# What WeasyPrint takes for words; what is drawn are the glyphs of the box's layout.
_WORDS = "\u200b"


def drawn() -> AbstractContextManager[None]:
    """Have blanks drawn."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        said = box.text
        # Words in a drawing are boxes of another kind.
        if said.strip() or not isinstance(box, TextBox) or not box.width:
            return original(stream, box, *rest)
        box.text = _WORDS
        try:
            return original(stream, box, *rest)
        finally:
            box.text = said

    return replaced(text, draw_first_line=draw)
