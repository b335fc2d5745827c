"""Which pages end early although the text goes on, and what it is that did not fit on them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from coursepack.render.handout.walk import foot
from coursepack.render.look.measure import FEW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

# Breaks that a style sheet asks for.
_ASKED = frozenset({"page", "left", "right", "recto", "verso"})
# A page that has no more than this left, as a share of it, is full.
_LEAST = 0.2


@dataclass(frozen=True)
class Gap:
    """What begins a page, how much of the page before it is empty, and how high it is itself, as shares of a page.

    `is_long` says that it goes on over the end of that page as well, `opens` that both pages are one opening. Some of
    them `leads` to what must stand with it: then it needs room for both.
    """

    element: Element
    empty: float
    high: float
    is_long: bool = False
    leads: Gap | None = None
    opens: bool = False

    @property
    def need(self) -> float:
        """How much of a page it needs."""
        return self.leads.need if self.leads else self.high

    def lacks(self, of_page: float, of_it: float) -> bool:
        """Tell whether it needs more room than there is, and than such shares of a page and of itself."""
        return self.need - self.empty > of_page + of_it * self.high

    def together(self) -> Iterator[Gap]:
        """Yield it and what must stand with it."""
        yield self
        yield from self.leads.together() if self.leads else ()


def gaps(document: Document, kinds: Collection[str]) -> Iterator[Gap]:
    """Yield what leaves a page before it empty: elements that have one of these classes, and are kept whole."""
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 the boxes have no public name
    for left, after, seen in early(document):
        gap, opens = None, is_front(after)
        for box in reversed([*_kept(after, seen, kinds)] if left > _LEAST else []):
            is_long = _goes_on(box, pages[pages.index(after) + 1 :])
            gap = Gap(box.element, left, (_end(box) - after.content_box_y()) / after.height, is_long, gap, opens)
        if gap:
            yield gap


def is_front(page: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a page is the front of a leaf: the second one of an opening."""
    side: str = page.page_type.side
    return side == ("left" if page.children[0].style["direction"] == "rtl" else "right")


def early(document: Document) -> Iterator[tuple[float, Any, Collection[Element]]]:
    """Yield how much is left of each page that does not end on purpose, the next one, and what stands before that."""
    seen: set[Element] = set()
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        seen |= {box.element for box in flow(page.children[0])}
        if not _is_ended(page, after, seen):
            yield empty(page), after, seen


def growing(document: Document, small: Mapping[Element, float]) -> Iterator[Element]:
    """Yield what is at a share of its size, and has the space for all of it on its page."""
    for page in (one._page_box for one in document.pages):  # noqa: SLF001 as above
        left = empty(page) * page.height
        for box in flow(page.children[0]):
            more = box.height * (1 / small[box.element] - 1) if box.element in small else 0
            if 0 < more < left:
                left -= more
                yield box.element


def sparing(document: Document) -> dict[Element, float]:
    """Return rooms that spare some of their rows, with the share that is left."""
    pages = (one._page_box for one in document.pages)  # noqa: SLF001 as above
    laid = {box.element for page in pages for box in flow(page.children[0])}
    left = {one: sum(row in laid for row in one) for one in laid if "write-on" in classes(one)}
    return {one: count / len(one) for one, count in left.items() if 0 < count < len(one)}


def is_small(document: Document) -> bool:
    """Tell whether a page holds few lines: what is seen or answered as a whole soon fills half of it."""
    page = document.pages[0]._page_box  # noqa: SLF001 as above
    leading = getattr(page.children[0].style["line_height"], "value", 0)
    return bool(leading) and page.height / leading < FEW


def begins(document: Document) -> list[Element]:
    """Return what stands at the head of each page."""
    pages = (one._page_box for one in document.pages)  # noqa: SLF001 the boxes have no public name
    return [next((box.element for box in flow(page) if is_seen(box)), page.element) for page in pages]


def classes(element: Element) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def empty(page: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much of a page is left empty, as a share of it: notes at its foot are none of that."""
    ends = [box.position_y + box.margin_height() for box in flow(page.children[0]) if is_seen(box)]
    return float((foot(page) - max(ends, default=page.content_box_y())) / page.height)


def is_seen(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box shows something itself: a line, a picture, or a line to write on."""
    return isinstance(box, boxes.LineBox | boxes.ReplacedBox) or not getattr(box, "children", ())


def flow(box: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield a box and those in it that are in the flow of the text, down to lines."""
    waiting = [box]
    while waiting:
        one = waiting.pop()
        if _flows(one):
            yield one
            waiting.extend(reversed(_inside(one)))


def held(box: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield what is in the flow of the text in a box itself."""
    return (child for child in _inside(box) if _flows(child))


def _is_ended(page: Any, after: Any, seen: Collection[Element]) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a page ends on purpose: after what ends one, or before what begins one."""
    begun = {box.element for box in flow(after.children[0])}
    ends = [box.style["break_after"] for box in edge(page.children[0], -1) if box.element not in begun]
    begins = [box.style["break_before"] for box in edge(after.children[0], 0) if box.element not in seen]
    return not _ASKED.isdisjoint([*ends, *begins])


def edge(box: Any, side: int) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield a box and those in the flow inside it with which a page begins (`side` 0) or ends (-1)."""
    yield box
    if inside := list(held(box)):
        yield from edge(inside[side], side)


def _kept(page: Any, seen: Collection[Element], kinds: Collection[str]) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the box that begins a page and is kept whole, or that follows what leads to it and begins the page.

    What is kept whole may lead to another one, as a figure does on a worksheet.
    """
    leads: set[Element] = set()
    for box in flow(page.children[0]):
        if box.element in seen or box.element in leads:
            continue
        found = any(name in kinds for name in classes(box.element))
        if found:
            yield box
        is_leading = box.style["break_after"] == "avoid"
        leads |= {*box.element.iter()} if is_leading else set()
        if not is_leading and (found or isinstance(box, boxes.LineBox)):
            return


def _goes_on(box: Any, pages: Sequence[Any]) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box goes on on the first of the pages after its own."""
    return any(one.element is box.element for page in pages[:1] for one in flow(page.children[0]))


def _end(box: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return where what must stand with the beginning of a box ends: its first question, if it asks several."""
    first = next((one for one in flow(box) if "ask" in classes(one.element)), box)
    return float(first.position_y + first.margin_height() - first.margin_bottom)


def _flows(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    return not isinstance(box, AbsolutePlaceholder) and bool(box.is_in_normal_flow())


def _inside(box: Any) -> Sequence[Any]:  # noqa: ANN401 WeasyPrint's boxes
    return () if isinstance(box, boxes.LineBox) else getattr(box, "children", ())
