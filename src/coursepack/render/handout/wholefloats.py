"""Keeps what text runs beside on one page, where a style sheet says so: it goes over to the next as a whole.

WeasyPrint tears a float at a page's end whatever its style says of breaks inside it: a caption stood at the foot of a
page, and its picture at the head of the next. One that is as high as a page is torn all the same.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_AVOIDS = frozenset({"avoid", "avoid-page"})
# The share of a page that is more than a float needs.
_HIGHEST = 0.8


def whole_floats() -> AbstractContextManager[None]:
    """Lay floats out so."""
    original = block.float_layout

    def layout(context: Any, box: Any, around: Any, absolute: Any, fixed: Any, bottom: float, skip_stack: Any) -> Any:  # noqa: ANN401, PLR0913, PLR0917 as the engine calls it
        lists = [(one, len(one)) for one in (absolute, fixed, context.excluded_shapes)]
        top = box.position_y

        def lay(bottom: float) -> Any:  # noqa: ANN401 WeasyPrint has no types
            for one, length in lists:
                del one[length:]
            box.position_y = top
            return original(context, box, around, absolute, fixed, bottom, skip_stack)

        found = lay(bottom)
        if found[1] is None or skip_stack is not None or box.style["break_inside"] not in _AVOIDS:
            return found
        whole = lay(-inf)
        return whole if whole[0].margin_height() < _HIGHEST * context.page_bottom else lay(bottom)

    return replaced(block, float_layout=layout)
