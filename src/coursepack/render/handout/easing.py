"""What came closer although its page has room for it as it was: an exercise pressed beside another gains nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from coursepack.render.handout.gaps import empty, flow, is_seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

    # On which pages elements stand, and how high they are there with their margins (px).
    Standing = Mapping[Element, Mapping[int, float]]

# White that stays free (px): margins that met others are not measured.
_SPARE = 32
# Heights that differ by less are one (px).
_NEAR = 1


def standing(document: Document) -> Standing:
    """Return where elements stand."""
    found = defaultdict[Any, dict[int, float]](dict)
    for number, page in enumerate(_pages(document)):
        for box in flow(page.children[0]):
            # A table's own box is inside one with its caption.
            found[box.element].setdefault(number, box.margin_height())
    return found


def needless(document: Document, before: Standing, groups: Mapping[Element, Sequence[Element]]) -> Iterator[Element]:
    """Yield what came closer, each with its neighbours, and has room on its page as it was `before`."""
    now = standing(document)
    free = [empty(page) * page.height - _SPARE for page in _pages(document)]
    for element, neighbours in groups.items():
        wants = Counter[int]()
        for one in (element, *neighbours):
            wants.update(_wants(now.get(one, {}), before.get(one, {})))
        if wants and all(free[page] > more for page, more in wants.items()):
            for page, more in wants.items():
                free[page] -= more
            yield element


def begins(document: Document) -> list[Element]:
    """Return what stands at the head of each page."""
    return [next((box.element for box in flow(page) if is_seen(box)), page.element) for page in _pages(document)]


def _wants(now: Mapping[int, float], before: Mapping[int, float]) -> dict[int, float]:
    """Return how much higher than `now` an element was, by its page; of one that goes on to another nobody knows."""
    more = sum(before.values()) - sum(now.values())
    if more < _NEAR:
        return {}
    return {page: more if len(now) == 1 else float("inf") for page in now}


def _pages(document: Document) -> Iterator[Any]:
    return (page._page_box for page in document.pages)  # noqa: SLF001 the boxes have no public name
