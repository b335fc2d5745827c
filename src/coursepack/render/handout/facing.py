"""What a worksheet may do with its last page, and with a page that is white for a figure and its exercise overleaf.

A figure goes over a page's end with its exercise. On an opening it may stay, and have the exercise opposite. A unit
ends with its points: they come back to the page before where the exercises there give them the room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.render.handout.gaps import classes, empty, flow, gaps
from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

    from coursepack.render.handout.gaps import Gap

# Of what leads to an exercise this is looked at beside it.
_SHOWN, _ASKED = frozenset({"figure", "table"}), "exercise"
# A page of which less is white is no worse than a figure without its exercise; `check` calls a little more a gap.
_WHITE = 0.4
# Closer an exercise is lower by about such shares of a page and of its height.
_OF_PAGE, _OF_IT = 0.02, 0.1


def facing(document: Document) -> Iterator[Element]:
    """Yield figures that have room on a left page before them, with which their exercises are opposite then."""
    for gap in gaps(document, {*_SHOWN, _ASKED}):
        if gap.opens and gap.empty > _WHITE:
            yield from [one.element for one in gap.together() if _has_room(one)][-1:]


def _has_room(gap: Gap) -> bool:
    is_shown = gap.leads is not None and not _SHOWN.isdisjoint(classes(gap.element))
    return is_shown and gap.high <= gap.empty


def ending(document: Document) -> Iterator[Element]:
    """Yield the exercises on the last two pages, if they give what the page before lacks for the points."""
    *others, before, last = [None, None, *(one._page_box for one in document.pages)]  # noqa: SLF001 no public name
    if before is None or not any(any(find(sheet, "grading")) for sheet in find(last, "worksheet")):
        return
    seen = {box.element for page in others if page is not None for box in flow(page.children[0])}
    high = _exercises(before, last, seen)
    gives = sum(_OF_PAGE + _OF_IT * one for one in high.values())
    if 1 - empty(last) - empty(before) < gives:
        yield from high


def _exercises(before: Any, last: Any, seen: set[Element]) -> dict[Element, float]:  # noqa: ANN401 WeasyPrint's boxes
    """Return the exercises that begin on the last two pages, with their heights as shares of a page."""
    high: dict[Element, float] = {}
    for page in (before, last):
        for box in flow(page.children[0]):
            if _ASKED in classes(box.element) and box.element not in seen:
                high[box.element] = high.get(box.element, 0) + float(box.border_height() / page.height)
    return high
