"""Keeps what ends with a line to write on where it is, though the line is a hair too low for its page.

Of a box with a height of its own, whose border alone goes beyond a page's end, WeasyPrint lays out what follows on the
next page, then finds that what holds them both is too high, and takes all of that to the next page. Here such a box
does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# Where among the other arguments it is said whether nothing stands on the page yet.
_FIRST = 2


def low_edges() -> AbstractContextManager[None]:
    """Lay out so."""
    original = block.block_level_layout

    def layout(context: Any, box: Any, bottom: float, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found = original(context, box, bottom, *more, **named)
        is_first = named.get("page_is_empty", more[_FIRST] if len(more) > _FIRST else True)
        if not is_first and _is_low(context, found, bottom):
            return None, None, {"break": "any", "page": None}, [], False, found[-1]
        return found

    return replaced(block, block_level_layout=layout)


def _is_low(context: Any, found: Any, bottom: float) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether an empty box with a height of its own, which is whole, ends below its page.

    What its border takes is left free at the second try.
    """
    box, goes_on = found[:2]
    if goes_on is not None or not isinstance(box, boxes.BlockBox) or box.children or box.style["height"] == "auto":
        return False
    return bool(context.overflows_page(bottom, box.content_box_y() + box.height))
