"""Keeps notes at the foot of the page that their words stand on.

Where the second line of a paragraph lacks room, WeasyPrint makes some: notes of lines before it go to the next page,
and the line's own are forgotten. Here they stay, as they do in a column, and the paragraph goes to the next page.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import LayoutContext, block

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_notes() -> Iterator[None]:
    """Lay out so."""
    set_lines, measure = block._linebox_layout, LayoutContext._update_footnote_area  # noqa: SLF001 they have no public name
    # The lines that are being set as if in a column: one may hold boxes with lines of their own.
    kept: list[None] = []

    def lines(context: Any, *more: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if context.in_column:
            return set_lines(context, *more)
        kept.append(None)
        context.in_column = True
        try:
            return set_lines(context, *more)
        finally:
            context.in_column = False
            kept.pop()

    def area(context: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if not kept:
            return measure(context)
        context.in_column = False
        try:
            return measure(context)
        finally:
            context.in_column = True

    with replaced(block, _linebox_layout=lines), replaced(LayoutContext, _update_footnote_area=area):
        yield
