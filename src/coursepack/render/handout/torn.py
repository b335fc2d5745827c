"""What was parted without need: it would leave no page half empty as a whole, and little of it stands on its first one.

An exercise may be parted for a gap that something else has filled since, so that its head and a sentence stay behind,
or two rows of four. The heading of exercises may stay behind with what is said below it.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from coursepack.render.handout.gaps import classes, early, edge, empty, flow, is_front, is_seen, is_small
from coursepack.render.handout.rest import is_spread
from coursepack.render.handout.steps import OVER
from coursepack.render.handout.walk import foot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

# What is less of a page than this is little; more than this may not stay empty: `check` calls a little more a gap.
_LITTLE, _MOST = 0.2, 0.41
# Where pages hold few lines, so much may before what would begin on the front of a leaf and go on on its back, and on
# worksheets before a question that would.
_MOST_FEW = 0.6
# White for which an exercise is torn rather, between two of its questions on an opening.
_MUCH = 0.25
# Closer an exercise is lower by about such shares of a page and of its height, and lines to write on by more of them.
_GIVES, _GIVES_LINES = (0.02, 0.1), (0.03, 0.12)
# Classes of what begins exercises: on thrifty paper it is said first where they are answered.
_ASKED = frozenset({"exercise", "abreast", "own-told"})
# Classes of what is answered as a whole.
_TASKS = frozenset({"exercise", "question"})
# Classes of what is asked in an exercise, of what is chosen from there, and of what it is judged by.
_WHOLE = frozenset({"ask", "rubric", "stem", "match-sides", "things-to-order", "options"})
# Questions that are all overleaf are as bad as so much else.
_UNASKED = 2
# A last page of which more is empty holds a few lines alone.
_STUB = 0.86


def torn(document: Document, parted: Collection[Element]) -> Iterator[Element]:
    """Yield what was parted without need."""
    begun: set[Element] = set()
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        on = list(flow(page.children[0]))
        end = _end(page)
        going = {box.element for box in flow(after.children[0])} & set(parted) - begun
        begun |= {box.element for box in on}
        for box in on:
            part = (end - box.border_box_y()) / page.height
            if box.element in going and part < _LITTLE and empty(page) + part < _MOST:
                going.remove(box.element)
                yield box.element


def going(document: Document) -> Iterator[Element]:
    """Yield exercises that are torn and would not be on the next page: one after it has the room for that.

    So are those of which a leaf's front has all but the questions, though they are longer than a page, and, where pages
    hold few lines, all that are torn over a leaf and end on the opening on which they would begin. Where what is white
    is ruled for notes, so are those of which a leaf tears a question: its lines would be alone on the back.
    """
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 as above
    few, ruled, on = is_small(document), is_spread(pages), _on(pages)
    for number, element, part, rest in _over(pages):
        first = next(box for box in flow(pages[number].children[0]) if box.element is element)
        room = max(map(empty, pages[number + 1 :]))
        most, white = (2, _MOST_FEW) if few and is_front(pages[number]) else (1, _MOST)
        if ruled and is_front(pages[number]) and _asked_over(pages[number + 1], on[number] & {*element.iter()}):
            white = _MOST_FEW
        is_whole = part + rest + _further(pages[number + 2 :], element) < most
        is_better = _is_unasked(pages[number], element) or (is_whole and part < room)
        if is_better and _without(pages[number], first) < white:
            yield element


def _is_unasked(page: Any, element: Element) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a page is a leaf's front, and has none of the questions of an exercise that goes on overleaf."""
    asked = {one for one in element.iter() if "ask" in classes(one)}
    return bool(asked) and is_front(page) and asked.isdisjoint(box.element for box in flow(page.children[0]))


def _further(pages: Sequence[Any], element: Element) -> float:
    """Return how much of such pages an element takes."""
    found = ((box, page) for page in pages for box in flow(page.children[0]) if box.element is element)
    return sum(float(box.border_height() / page.height) for box, page in found)


def pressing(document: Document, *, inside: bool = False) -> Iterator[Element]:
    """Yield exercises torn over a leaf, or inside a question, that are whole on their first page if they are closer.

    Asked for what is `inside`, yield those of which the question is whole there then that is torn, as an essay's lines
    are without what it is judged by.
    """
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 as above
    on = _on(pages)
    of_page, of_it = _GIVES_LINES if inside else _GIVES
    for number, element, part, rest in _over(pages):
        both = on[number] & on[number + 1]
        more = _asked_over(pages[number + 1], both & {*element.iter()}) if inside else rest
        lacks = more - empty(pages[number])
        if more and _badly(pages[number], both) > 1 and lacks < of_page + of_it * (part + more):
            yield element


def _asked_over(after: Any, going: Collection[Element]) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much of a page is taken by the question that goes on on it."""
    found = (box for box in flow(after.children[0]) if box.element in going and "ask" in classes(box.element))
    return max((float(box.border_height() / after.height) for box in found), default=0)


def _over(pages: Sequence[Any]) -> Iterator[tuple[int, Element, float, float]]:
    """Yield what is answered as a whole and goes on over a page's end: after which page, and how high its parts are."""
    begun: set[Element] = set()
    for number, (page, after) in enumerate(pairwise(pages)):
        rest = {box.element: box.border_height() / after.height for box in flow(after.children[0])}
        for box in list(flow(page.children[0])):
            if box.element in rest and box.element not in begun and _is_asked(box.element):
                yield number, box.element, (_end(page) - box.border_box_y()) / page.height, rest[box.element]
            begun.add(box.element)


def leading(source: Element) -> Iterator[tuple[Element, Element]]:
    """Yield what is said of exercises between their heading and the first, after that heading."""
    for parent in source.iter():
        for head, said, first in zip(parent, parent[1:], parent[2:], strict=False):
            if head.tag == "h2" and classes(said) == ["prose"] and len(said) == 1 and _ASKED & {*classes(first)}:
                yield head, said


def left(document: Document, leads: Mapping[Element, Element]) -> Iterator[Element]:
    """Yield what leads to something and ends a page before it; by each its heading, without which the page is full."""
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 as above
        begun = {box.element for box in flow(after.children[0])}
        on = {box.element: box for box in flow(page.children[0])}
        lowest = [element for element, box in on.items() if is_seen(box)][-1:]
        ends = (one for one in leads if one not in begun and not {*one.iter()}.isdisjoint(lowest))
        yield from (one for one in ends if _without(page, on.get(leads[one])) < _MOST)


def _on(pages: Sequence[Any]) -> list[set[Element]]:
    """Return what stands on each page."""
    return [{box.element for box in flow(page.children[0])} for page in pages]


def _is_asked(element: Element) -> bool:
    return not _TASKS.isdisjoint(classes(element))


def _without(page: Any, box: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much of a page is empty where it ends before a box."""
    if box is None:
        return 1.0
    above = (one for one in flow(page.children[0]) if is_seen(one) and one.position_y < box.position_y)
    ends = [one.position_y + one.margin_height() for one in above]
    return float((foot(page) - max(ends, default=page.content_box_y())) / page.height)


def _end(page: Any) -> float:  # noqa: ANN401 as above
    """Return where what is seen on a page ends."""
    return max((box.position_y + box.margin_height() for box in flow(page.children[0]) if is_seen(box)), default=0)


def is_less(again: Document, before: Document) -> bool:
    """Tell whether exercises are torn less than pages are white for it, and those are no worse."""
    return is_no_worse(again, before) and _loss(again) < _loss(before)


def is_fuller(again: Document, before: Document) -> bool:
    """Tell whether fewer pages are nearly empty or end too early, and neither pages nor what they part are worse."""
    is_fine = is_no_worse(again, before) and _unasked(again) <= _unasked(before)
    return is_fine and _cost(again)[1] < _cost(before)[1]


def is_whole_inside(again: Document, before: Document) -> bool:
    """Tell whether fewer questions are torn or exercises less, no more tables are, and pages are no worse for it."""
    (asked, tables), (were_asked, were_tables) = _torn(again), _torn(before)
    is_better = asked < were_asked or (asked == were_asked and _loss(again) < _loss(before))
    return is_better and tables <= were_tables and is_no_worse(again, before)


def _torn(document: Document) -> tuple[int, int]:
    """Return over how many pages' ends questions go on, and tables."""
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 as above
    on = _on(pages)
    going = [{*chain.from_iterable(map(classes, before & after))} for before, after in pairwise(on)]
    return sum("ask" in one for one in going), sum("table" in one for one in going)


def _loss(document: Document) -> int:
    """Return how badly exercises are torn, with the pages of which much is white."""
    return _cost(document)[2] + _UNASKED * _unasked(document) + sum(left > _MUCH for left, *_ in early(document))


def _unasked(document: Document) -> int:
    """Return how many exercises have all their questions overleaf: the leaf is turned for each of these."""
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 as above
    return sum(_is_unasked(pages[number], element) for number, element, *_ in _over(pages))


def is_no_worse(again: Document, before: Document) -> bool:
    """Tell whether pages are neither more nor emptier than before, and exercises are not torn worse over their ends."""
    return all(now <= then for now, then in zip(_cost(again), _cost(before), strict=True))


def _cost(document: Document) -> tuple[int, int, int]:
    """Return how many pages there are, how many are nearly empty or end too early, and how badly exercises are torn."""
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 as above
    few = is_small(document) or is_spread(pages)
    gaps = sum(left > (_MOST_FEW if few and _is_over(after) else _MOST) for left, after, _ in early(document))
    on = _on(pages)
    badly = sum(_badly(page, before & after) for page, before, after in zip(pages, on, on[1:], strict=False))
    return len(on), gaps + (empty(pages[-1]) > _STUB), badly


def _is_over(page: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a page begins with an exercise that was torn before it."""
    return any(box.element is not None and box.element.get(OVER) == "" for box in edge(page.children[0], 0))


def _badly(page: Any, going: Collection[Element]) -> int:  # noqa: ANN401 WeasyPrint's boxes
    """Tell how badly exercises are torn that go on over the end of a page: over a leaf worse than on an opening.

    A question or a table that goes on makes it worse than what goes on between them.
    """
    count = sum(_is_asked(one) for one in going)
    inside = sum(not _WHOLE.isdisjoint(classes(one)) for one in going)
    return count + inside + int(bool(count) and is_front(page))
