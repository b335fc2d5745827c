"""Keeps Pango from breaking a line far too early.

Where a run of text fits its line but for the space that ends it, Pango breaks the run at its first chance and leaves
most of the line white. Such a run is measured again with room for that space, which hangs over the edge, unseen.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

# The widest word space, as a share of the type size.
SPACE = 0.4
# A line that is filled to this share of its width was not broken too early.
MUCH = 0.75


@contextmanager
def whole_runs() -> Iterator[None]:
    """Lay out with the repair; WeasyPrint's own function is put back afterwards."""
    original = inline.split_first_line

    def split(text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found = original(text, style, context, max_width, *more, **named)
        if found[2] is None or max_width is None or not text.endswith(" ") or found[3] > MUCH * max_width:
            return found
        wider = original(text, style, context, max_width + SPACE * style["font_size"], *more, **named)
        return wider if wider[2] is None and _fits(wider, style, max_width) else found

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = original


def _fits(found: Any, style: Any, width: float) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether a run fits without its last space."""
    return bool(found[3] - SPACE * style["font_size"] <= width)
