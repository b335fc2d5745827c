"""Keeps words whole that stand inside a link or a stress which goes on from the line before.

A word that is too long for a whole line is broken anywhere, and only such a one. WeasyPrint takes every text for the
start of its line that stands in an inline box with which the line starts, and breaks the first word of it that has no
room. Here a text starts a line where no other stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# What rounding may add to a place, in px.
_NEAR = 0.01


def true_starts() -> AbstractContextManager[None]:
    """Lay out so."""
    split_box, split_text = inline.split_inline_box, inline.split_text_box
    # Where the first text stands of each line that is being set: one may hold boxes with lines of their own.
    firsts: list[float | None] = []

    def box_of(context: Any, box: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if not isinstance(box, boxes.LineBox):
            return split_box(context, box, *more, **named)
        firsts.append(None)
        try:
            return split_box(context, box, *more, **named)
        finally:
            firsts.pop()

    def text_of(context: Any, box: Any, width: Any, skip: Any, is_line_start: bool = True) -> Any:  # noqa: ANN401, FBT001, FBT002 as the engine calls it
        if firsts and width is not None:
            firsts[-1] = first = box.position_x if firsts[-1] is None else firsts[-1]
            is_line_start = is_line_start and box.position_x <= first + _NEAR
        return split_text(context, box, width, skip, is_line_start)

    return replaced(inline, split_inline_box=box_of, split_text_box=text_of)
