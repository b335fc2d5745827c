"""A list, an opener or a text that is no unit, with a few lines alone on its last page: set closer if that saves it.

So is a unit of which no more is left than what ends it, where its style sheet draws that in: it says so of it. Of such
a unit all comes closer if a little is not enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weasyprint.document import Document

# What a style sheet sets closer has this on its document's body.
MARK = "data-drawn-in"
# And what it sets closer still has this there, too.
MORE = "data-drawn-more"
# What begins on a page of its own, and what may be alone on one, by the classes of its elements.
_CLASSES, _ENDS = ("page", "opener"), ("summary", "grading")
# What a style sheet says of the latter.
_SAID = "__draws_in"
# And where all of the unit may come closer for it.
_MUCH = "more"
# Less of a page than this can be drawn in; what `check` calls a stub is less.
_LEAST = 0.3
# What begins no lower than this heads its page (px).
_NEAR = 1


def wanted(document: Document) -> bool:
    """Tell whether what is printed ends on a page that it hardly uses."""
    if len(document.pages) == 1:
        return False
    page = document.pages[-1]._page_box  # noqa: SLF001 the boxes have no public name
    return _is_little(page, [*(box for name in _CLASSES for box in find(page, name)), *_ending(page)])


def wanted_more(document: Document) -> bool:
    """Tell whether of a unit nothing but its end is left on its last page, and its style sheet has more for that."""
    page = document.pages[-1]._page_box  # noqa: SLF001 as above
    ending = [box for box in _ending(page) if any(getattr(one, "value", "") == _MUCH for one in box.style[_SAID])]
    return len(document.pages) > 1 and _is_little(page, ending)


def _ending(page: Any) -> list[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Return what ends a unit and may be drawn in, if a page has no more of the unit."""
    ending = [box for name in _ENDS for box in find(page, name) if box.style[_SAID]]
    return ending if any(box.position_y - page.content_box_y() < _NEAR for box in ending) else []


def _is_little(page: Any, boxes: Iterable[Any]) -> bool:  # noqa: ANN401 as above
    return bool(0 < max(map(_end, boxes), default=0) - page.content_box_y() < _LEAST * page.height)


def _end(box: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return where a box ends (px from the page's top)."""
    return float(box.position_y + box.margin_height())
