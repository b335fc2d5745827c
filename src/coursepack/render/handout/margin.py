"""After layout: notes and wide blocks go to the outer margin, and notes make room for each other.

WeasyPrint lays a note out beside its line, always on the right, without knowing its page's side or its neighbours.
Moving finished boxes costs about a millisecond a page; laying the pages out again would cost a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weasyprint.document import Page

from coursepack.render.handout import answers, rest, toend
from coursepack.render.handout.moved import move
from coursepack.render.handout.opposite import spread
from coursepack.render.handout.walk import MM, find
from coursepack.render.look.templates import css_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.document import Document

    from coursepack.render.look.theme import Paper

# The least white between two notes, and how far one may stand above its line (6 and 9 pt, in CSS px).
APART, LIFT = 8.0, 12.0


@dataclass
class Slot:
    """A stretch of the margin: `top` and `bottom` in px from the page's top, and the box that wants it."""

    top: float
    bottom: float
    box: Any = None

    @property
    def height(self) -> float:
        """The length of the stretch."""
        return self.bottom - self.top


def settle(document: Document, paper: Paper | None, first: int = 1) -> Document:
    """Move notes, points and wide blocks of every page to its outer side; return the document with its links in place.

    Slides have no `paper`, and nothing beside their text. `first` is the number of the document's first page; even
    pages are left ones, or right ones in a book that is read from right to left.
    """
    rest.spread([page._page_box for page in document.pages])  # noqa: SLF001 the boxes have no public name
    for number, page in enumerate(document.pages, first):
        whole = page._page_box  # noqa: SLF001 as above
        # Without an outer column, notes are at the foot of the page and points in their lines.
        if paper and paper.outer:
            _settle(whole, paper, verso=number % 2 == 0)
        for opener in find(whole, "opener"):
            _sink(opener, whole)
        for sides in find(whole, "match-sides"):
            spread(sides)
        toend.rule(whole)
        answers.drop_outside(whole)
        rest.rule(whole)
    return document.copy([Page(page._page_box) for page in document.pages])  # noqa: SLF001 gathers the moved links


def crowded(document: Document, paper: Paper | None) -> dict[str, float]:
    """Return what is in the way of notes that do not all go beside their text: selectors, with the margins they need.

    What is wide and stands below the first of these notes goes down by as much as they lack (px).
    """
    found: dict[str, float] = {}
    if not paper or not paper.outer:
        return found
    for page in document.pages:
        whole = page._page_box  # noqa: SLF001 the boxes have no public name
        fixed, notes = _beside(whole, paper)
        wanted, tops = _arrangement(whole, fixed, notes)
        lack = whole.content_box_y() - tops[0] if tops else 0
        below = [box for box in fixed if lack > 0 and box.border_box_y() > wanted[0].top and "wide" in _classes(box)]
        if below and (selector := _selector(below[0].element)):
            found[selector] = below[0].margin_top + lack + APART
    return found


def _classes(box: Any) -> list[str]:  # noqa: ANN401 WeasyPrint's boxes
    return (box.element.get("class") or "").split()


def _selector(element: Any) -> str:  # noqa: ANN401 an element of the source
    """Return a selector of an element that has an id, or that holds one that has; empty if there is none."""
    name = next((inner.get("id") for inner in element.iter() if inner.get("id")), "")
    own = f'[id="{css_string(name)}"]'
    if not name or element.get("id"):
        return own if name else ""
    return f"{''.join(f'.{one}' for one in element.get('class').split())}:has({own})"


def _beside(page: Any, paper: Paper) -> tuple[list[Any], list[Any]]:  # noqa: ANN401 WeasyPrint's boxes
    """Return what stands in the margin of a page: what cannot move there, and the notes."""
    wide, points, notes = (list(find(page, name)) for name in ("wide", "points", "note"))
    # What a style sheet makes no wider than the text leaves the margin to the notes.
    return [*(box for box in wide if box.border_width() > (paper.text + paper.gap / 2) * MM), *points], notes


def _settle(page: Any, paper: Paper, *, verso: bool) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move what belongs to the margin of one page."""
    fixed, notes = _beside(page, paper)
    if verso:
        leftward = page.children[0].style["direction"] == "rtl"
        wide = [box for box in fixed if "points" not in _classes(box)]
        points = [box for box in fixed if "points" in _classes(box)]
        _mirror(wide, [*notes, *points], paper, 1 if leftward else -1)
    wanted, tops = _arrangement(page, fixed, notes)
    for slot, place in zip(wanted, tops, strict=True):
        slot.box.translate(0, place - slot.top)


def _mirror(wide: Sequence[Any], narrow: Sequence[Any], paper: Paper, way: int) -> None:
    """On a second side of a leaf the margin lies before the text, which is `way`."""
    for box in wide:
        move(box, way * (paper.gap + paper.outer) * MM, 0)
    for box in narrow:
        box.translate(way * (paper.text + paper.gap + paper.outer + paper.gap) * MM, 0)


def _sink(opener: Any, page: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move the plan of an opener down to the foot of its page, if that holds nothing else."""
    for box in find(opener, "time-bar") if opener.style["break_after"] == "page" else ():
        box.translate(0, page.content_box_y() + page.height - box.position_y - box.margin_height())


def _arrangement(page: Any, fixed: Sequence[Any], notes: Sequence[Any]) -> tuple[list[Slot], list[float]]:  # noqa: ANN401 WeasyPrint's boxes
    """Return the notes in their order, and for each of them the free stretch that is nearest to its line."""
    top = page.content_box_y()
    taken = sorted((_slot(box) for box in fixed), key=_top)
    wanted = sorted((Slot(box.position_y, box.position_y + box.margin_height(), box) for box in notes), key=_top)
    return wanted, arrange(wanted, taken, top, top + page.height)


def _slot(box: Any) -> Slot:  # noqa: ANN401 WeasyPrint's boxes
    """Return what a box covers, without the white around it."""
    return Slot(box.border_box_y(), box.border_box_y() + box.border_height())


def _top(slot: Slot) -> float:
    return slot.top


def arrange(wanted: Sequence[Slot], taken: Sequence[Slot], top: float, bottom: float) -> list[float]:
    """Return the tops of the notes: in order, apart, clear of `taken`, inside the page, and near their lines.

    There is less white between them where one would go beyond what is below its line otherwise, and less still where
    they are too many; the first may stand above the page even then.
    """
    ways = [_arranged(wanted, taken, (top, bottom), apart) for apart in (APART, APART / 2, APART / 4)]
    inside = [tops for tops in ways if not tops or tops[0] >= top]
    return min(inside[:-1] or inside or ways[-1:], key=lambda tops: _beyond(wanted, tops, taken))


def _beyond(wanted: Sequence[Slot], tops: Sequence[float], taken: Sequence[Slot]) -> int:
    """Count the notes that stand below what is below their lines."""
    placed = zip(wanted, tops, strict=True)
    return sum(any(slot.top < one.top < place for one in taken) for slot, place in placed)


def _arranged(wanted: Sequence[Slot], taken: Sequence[Slot], page: tuple[float, float], apart: float) -> list[float]:
    """Push notes down past what is in their way; those that would leave the page are then pushed up from its foot."""
    tops: list[float] = []
    edge, foot = page
    for slot in wanted:
        place = _near(slot, edge, taken, apart)
        tops.append(place)
        edge = place + slot.height + apart
    for index in range(len(tops) - 1, -1, -1):
        height = wanted[index].height
        if tops[index] + height <= foot:
            break
        tops[index] = _above(foot - height, height, taken, apart)
        foot = tops[index] - apart
    return tops


def _near(slot: Slot, edge: float, taken: Sequence[Slot], apart: float) -> float:
    """Return where a note goes that may begin at `edge`: at its line, a little above it, or past what is there."""
    place = max(slot.top, edge)
    clear = min((one.top for one in taken if one.top > place), default=place) - apart - slot.height
    for top in (place, clear):
        if top >= max(edge, slot.top - LIFT) and _below(top, slot.height, taken, apart) == top:
            return top
    return _below(place, slot.height, taken, apart)


def _below(place: float, height: float, taken: Sequence[Slot], apart: float) -> float:
    for obstacle in taken:
        if place < obstacle.bottom + apart and place + height + apart > obstacle.top:
            place = obstacle.bottom + apart
    return place


def _above(place: float, height: float, taken: Sequence[Slot], apart: float) -> float:
    for obstacle in reversed(taken):
        if place < obstacle.bottom + apart and place + height + apart > obstacle.top:
            place = obstacle.top - apart - height
    return place
