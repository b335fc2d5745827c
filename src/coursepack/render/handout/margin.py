"""After layout: notes and wide blocks go to the outer margin, and notes make room for each other.

WeasyPrint lays a note out beside its line, always on the right, without knowing its page's side or its neighbours.
Moving finished boxes costs about a millisecond a page; laying the pages out again would cost a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weasyprint.document import Page

from coursepack.render.handout import answers
from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.document import Document

    from coursepack.render.look.theme import Paper

MM = 96 / 25.4
# The least white between two notes, in CSS px (6 pt).
APART = 8.0


# The least depth that is worth ruling for notes at the end of a unit, in px (50 mm).
WORTH_RULING = 50 * MM


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


def settle(document: Document, paper: Paper, first: int = 1) -> Document:
    """Move notes, points and wide blocks of every page to its outer side; return the document with its links in place.

    `first` is the number of the document's first page; even pages are left ones, or right ones in a book that is read
    from right to left.
    """
    for number, page in enumerate(document.pages, first):
        whole = page._page_box  # noqa: SLF001 the boxes have no public name
        # Without an outer column, notes are at the foot of the page and points in their lines.
        if paper.outer:
            _settle(whole, paper, verso=number % 2 == 0)
        answers.drop_outside(whole)
        for box in find(whole, "rest"):
            _rule(box, whole)
    return document.copy([Page(page._page_box) for page in document.pages])  # noqa: SLF001 gathers the moved links


def _settle(page: Any, paper: Paper, *, verso: bool) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move what belongs to the margin of one page."""
    wide, notes, points = (list(find(page, name)) for name in ("wide", "note", "points"))
    # What a style sheet makes no wider than the text leaves the margin to the notes.
    wide = [box for box in wide if box.border_width() > (paper.text + paper.gap / 2) * MM]
    if verso:
        leftward = page.children[0].style["direction"] == "rtl"
        _mirror(wide, [*notes, *points], paper, 1 if leftward else -1)
    _place_notes(page, [*wide, *points], notes)


def _mirror(wide: Sequence[Any], narrow: Sequence[Any], paper: Paper, way: int) -> None:
    """On a second side of a leaf the margin lies before the text, which is `way`."""
    for box in wide:
        box.translate(way * (paper.gap + paper.outer) * MM, 0)
    for box in narrow:
        box.translate(way * (paper.text + paper.gap + paper.outer + paper.gap) * MM, 0)


def _rule(rest: Any, page: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Repeat the line of a `rest` block down to the page's foot, or leave the block out where little room is left."""
    foot = page.content_box_y() + page.height
    line = rest.children[-1]
    pitch = line.margin_height()
    if foot - rest.position_y < WORTH_RULING:
        rest.children = []
        return
    rows = int((foot - line.position_y) / pitch)
    copies = [line.copy() for _ in range(1, rows)]
    for row, copy in enumerate(copies, 1):
        copy.translate(0, row * pitch)
    rest.children = [*rest.children, *copies]


def _place_notes(page: Any, fixed: Sequence[Any], notes: Sequence[Any]) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Give every note the free stretch nearest to its own line."""
    top = page.content_box_y()
    taken = sorted((_slot(box) for box in fixed), key=_top)
    wanted = sorted((Slot(box.position_y, box.position_y + box.margin_height(), box) for box in notes), key=_top)
    for slot, place in zip(wanted, arrange(wanted, taken, top, top + page.height), strict=True):
        slot.box.translate(0, place - slot.top)


def _slot(box: Any) -> Slot:  # noqa: ANN401 WeasyPrint's boxes
    """Return what a box covers, without the white around it."""
    return Slot(box.border_box_y(), box.border_box_y() + box.border_height())


def _top(slot: Slot) -> float:
    return slot.top


def arrange(wanted: Sequence[Slot], taken: Sequence[Slot], top: float, bottom: float) -> list[float]:
    """Return the tops of the notes: in order, apart, clear of `taken`, inside the page, and near their lines.

    Notes are pushed down past what is in their way; those that would leave the page are then pushed up from its foot.
    """
    tops: list[float] = []
    edge = top
    for slot in wanted:
        place = _below(max(slot.top, edge), slot.height, taken)
        tops.append(place)
        edge = place + slot.height + APART
    edge = bottom
    for index in range(len(tops) - 1, -1, -1):
        height = wanted[index].height
        if tops[index] + height <= edge:
            break
        tops[index] = _above(edge - height, height, taken)
        edge = tops[index] - APART
    return tops


def _below(place: float, height: float, taken: Sequence[Slot]) -> float:
    for obstacle in taken:
        if place < obstacle.bottom + APART and place + height + APART > obstacle.top:
            place = obstacle.bottom + APART
    return place


def _above(place: float, height: float, taken: Sequence[Slot]) -> float:
    for obstacle in reversed(taken):
        if place < obstacle.bottom + APART and place + height + APART > obstacle.top:
            place = obstacle.top - APART - height
    return place
