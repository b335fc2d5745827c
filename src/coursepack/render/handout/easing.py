"""What came closer although its page has room for it as it was: an exercise pressed beside another gains nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.gaps import empty, flow, held, is_seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

    Standing = dict[Element, "Stand"]

# White that stays free (px), for a line more where the pages' numbers are longer.
_SPARE = 16
# Heights that differ by less are one (px).
_NEAR = 1
_EDGES = {side: (f"margin_{side}", f"border_{side}_width", f"padding_{side}") for side in ("top", "bottom")}


@dataclass
class Stand:
    """Where an element stands: what it shows on its pages reaches from there to there, and what is around it (px)."""

    pages: dict[int, tuple[float, float]] = field(default_factory=dict)
    around: Mapping[str, float] = field(default_factory=dict)

    @property
    def height(self) -> float:
        """How high it is on all its pages."""
        return sum(end - begin for begin, end in self.pages.values())

    def reach(self, page: int, begin: float, end: float) -> None:
        """Say that it shows something on a page."""
        first, last = self.pages.get(page, (begin, end))
        self.pages[page] = min(first, begin), max(last, end)


def standing(document: Document) -> Standing:
    """Return where elements stand."""
    found: Standing = {}
    for number, page in enumerate(_pages(document)):
        _stand(found, page.children[0], number, ())
    return found


def needless(document: Document, before: Standing, closer: Iterable[Element]) -> Iterator[Element]:
    """Yield what of all that came closer has room on its page as it was `before`: first what wants least."""
    now = standing(document)
    free = [empty(page) * page.height - _SPARE for page in _pages(document)]
    wanted = {one: {page: _wants(one, page, now, before) for page in now[one].pages} for one in closer if one in now}
    for element, wants in sorted(wanted.items(), key=lambda one: max(one[1].values(), default=0)):
        if max(wants.values(), default=0) > _NEAR and all(free[page] > more for page, more in wants.items()):
            for page, more in wants.items():
                free[page] -= more
            yield element


def begins(document: Document) -> list[Element]:
    """Return what stands at the head of each page."""
    return [next((box.element for box in flow(page) if is_seen(box)), page.element) for page in _pages(document)]


def overfull(document: Document, again: Document) -> set[Element]:
    """Return what is on the first page of a document after which other pages begin when it is laid out `again`."""
    heads = zip_longest(begins(document), begins(again))
    at = next((number for number, (one, other) in enumerate(heads) if one is not other), 0)
    return {box.element for page in list(_pages(document))[max(at - 1, 0) : at] for box in flow(page.children[0])}


def _stand(found: Standing, box: Any, page: int, inside: tuple[Stand, ...]) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Find where a box stands, what it is `inside`, and all that it holds."""
    if box.element not in found:
        found[box.element] = Stand(around=_around(box))
    inside = (*inside, found[box.element])
    for one in inside if is_seen(box) else ():
        one.reach(page, box.position_y, box.position_y + box.margin_height())
    for child in held(box):
        _stand(found, child, page, inside)


def _around(box: Any) -> Mapping[str, float]:  # noqa: ANN401 WeasyPrint's boxes
    """Return what is above and below a box, as its style says: at the head of a page it has no margin."""
    if is_seen(box) or not isinstance(box, boxes.BlockLevelBox):
        return {}
    return {side: sum(_length(box.style[name]) for name in names) for side, names in _EDGES.items()}


def _length(value: Any) -> float:  # noqa: ANN401 WeasyPrint's values
    """Return a length (px); what is no length, as a share of a width, is none."""
    return float(value if isinstance(value, int | float) else value.value if getattr(value, "unit", "") == "px" else 0)


def _wants(element: Element, page: int, now: Standing, before: Standing) -> float:
    """Return how much higher an element was before (px), as far as it stands on a page by now."""
    here, there = now[element], before.get(element)
    if there is None:
        return 0
    edges = {"top": min(here.pages) == page, "bottom": max(here.pages) == page}
    more = sum(there.around.get(side, 0) - here.around.get(side, 0) for side, has in edges.items() if has)
    is_whole = len(here.pages) == len(there.pages) == 1
    return more + (there.height - here.height if is_whole else _parts(element, page, now, before))


def _parts(element: Element, page: int, now: Standing, before: Standing) -> float:
    """Return how much higher those parts of an element were that stand on a page; what is gone stood below another."""
    more, at = 0.0, min(now[element].pages)
    for child in element:
        pages = now[child].pages if child in now else {}
        at = max(pages, default=at)
        if page in pages:
            more += _wants(child, page, now, before)
        elif child in before and not pages and at == page:
            more += before[child].height
    return more


def _pages(document: Document) -> Iterator[Any]:
    return (page._page_box for page in document.pages)  # noqa: SLF001 the boxes have no public name
