"""Indents the first line of what is read from right to left, and hangs it, as in every other text: at its right.

WeasyPrint gives such a line the room that an indent asks for and sets it at the edge all the same. CSS Text 3, 7.1: an
indent is at the side on which lines start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def from_the_right() -> AbstractContextManager[None]:
    """Lay lines out so."""
    original = inline.text_align

    def align(context: Any, line: Any, room: float, last: bool) -> float:  # noqa: ANN401, FBT001 as the engine calls it
        offset = float(original(context, line, room, last))
        return offset + line.text_indent if line.style["direction"] == "rtl" else offset

    return replaced(inline, text_align=align)
