"""A page that would stay half empty because what follows is kept whole: that comes closer, later, or in parts.

What is asked is set closer first, since it may fit then. What has rows or paragraphs is parted between them: after the
first row of a table, where two of them are too high for what is left of the page. A figure lets a paragraph by that
follows it, or stands before the paragraph that it follows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from weasyprint.document import Document

    # Does something to an element of the source, whose parent it is given, and tells whether there was anything to do.
    _Step = Callable[[Element, Element], bool]

# The number of an element in its document, and what was done to it.
Done = tuple[int, str]

# What a style sheet sets closer has the first of these, what it lets go on over a page's end the second.
_CLOSER, _PARTED = "data-closer", "data-parted"
# What stands before a paragraph that it followed has this, and lets none by any more.
_SOONER = "data-sooner"
# What may go on after its first row has this for the second.
_FREELY = "freely"
# Headings inside a text.
_HEADS = frozenset({"h3", "h4", "h5", "h6"})
# Breaks that a style sheet asks for.
_ASKED = frozenset({"page", "left", "right", "recto", "verso"})
# A gap is more of a page than this; `check` measures white around letters too, and calls no few mm one.
_MOST = 0.4


class Mending:
    """What is done to a source so that its pages are full. It can be done again to a source with the same elements.

    `source` is what pages are laid out from; it is what is changed. `done` are the numbers of its elements, in the
    order of the document, each with what was done to it.
    """

    def __init__(self, source: Element, done: Iterable[Done] = ()) -> None:
        self.source, self.done = source, list[Done]()
        self._elements = list(source.iter())
        self._numbers = {element: number for number, element in enumerate(self._elements)}
        for number, name in done:
            self._do(self._elements[number], name)

    def more(self, document: Document) -> bool:
        """Do the next thing to what leaves gaps on the pages before it; tell whether there was one to do.

        `document` was laid out from the source as it is.
        """
        found = list(_causes(document))
        done = [any(self._do(element, name) for name in steps) for element, steps in found]
        return any(done)

    def _do(self, element: Element, name: str) -> bool:
        # What is moved has another parent afterwards.
        new = _DONE[name](element, next(one for one in self.source.iter() if element in one))
        if new:
            self.done.append((self._numbers[element], name))
        return new


def _causes(document: Document) -> Iterator[tuple[Element, Sequence[str]]]:
    """Yield the elements that leave a gap on the page before them, each with what may be done to it."""
    seen: set[Element] = set()
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        seen |= {box.element for box in _flow(page.children[0])}
        if _empty(page) > _MOST and not _is_ended(page, after, seen):
            yield from _kept(after, seen)


def _is_ended(page: Any, after: Any, seen: Collection[Element]) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a page ends on purpose: after what ends one, or before what begins one."""
    begun = {box.element for box in _flow(after.children[0])}
    ends = [box.style["break_after"] for box in _edge(page.children[0], -1) if box.element not in begun]
    begins = [box.style["break_before"] for box in _edge(after.children[0], 0) if box.element not in seen]
    return not _ASKED.isdisjoint([*ends, *begins])


def _edge(box: Any, side: int) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield a box and those in the flow inside it with which a page begins (`side` 0) or ends (-1)."""
    yield box
    inside = [one for one in _inside(box) if _flows(one)]
    if inside:
        yield from _edge(inside[side], side)


def _kept(page: Any, seen: Collection[Element]) -> Iterator[tuple[Element, Sequence[str]]]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the element that begins a page and is kept whole, or that follows a heading which begins it."""
    for box in _flow(page.children[0]):
        if box.element in seen:
            continue
        steps = [_STEPS[name] for name in _classes(box.element) if name in _STEPS]
        if steps:
            yield box.element, steps[0]
        if steps or (isinstance(box, boxes.LineBox) and box.element.tag not in {"h2", "h3", "h4", "h5", "h6"}):
            return


def _closer(element: Element, _: Element) -> bool:
    return element.get(_PARTED) is None and _marked(element, _CLOSER)


def _parted(element: Element, _: Element) -> bool:
    element.attrib.pop(_CLOSER, None)
    return _marked(element, _PARTED)


def _around(element: Element, parent: Element) -> bool:
    return _parted(parent, element)


def _freely(element: Element, _: Element) -> bool:
    new = element.get(_PARTED) != _FREELY
    element.set(_PARTED, _FREELY)
    return new


def _marked(element: Element, mark: str) -> bool:
    """Mark an element for the style sheet, if it is not marked yet."""
    new = element.get(mark) is None
    if new:
        element.set(mark, "")
    return new


def _later(element: Element, parent: Element) -> bool:
    """Put what follows a figure with a number before it, if that is a paragraph or a table."""
    at = list(parent).index(element)
    before, after = (parent[place] if 0 <= place < len(parent) else None for place in (at - 1, at + 1))
    if after is None or element.find("./*[@id]") is None or element.get(_SOONER) is not None:
        return False
    if "table" in _classes(after):
        parent.remove(after)
        parent.insert(at, after)
        return True
    led = _led(after) if after.get("class") == "prose" else []
    if not led:
        return False
    if before is None or before.get("class") != "prose":
        before = Element("div", {"class": "prose"})
        parent.insert(at, before)
    before.extend(led)
    for one in led:
        after.remove(one)
    if not len(after):
        parent.remove(after)
    return True


def _sooner(element: Element, parent: Element) -> bool:
    """Put figures with numbers before the paragraph that they follow, if that says nothing of them.

    Of several the first ones stand before it, and it before the last.
    """
    at = first = list(parent).index(element)
    while first and "figure" in _classes(parent[first - 1]):
        first -= 1
    moved = parent[first : at if at > first else at + 1]
    names = {f"#{one.get('id')}" for figure in moved for one in figure.iterfind("./*[@id]")}
    before = parent[first - 1] if first else None
    if not names or before is None or before.get("class") != "prose" or len(before) == 1:
        return False
    *_, led, last = before
    is_plain = last.tag == led.tag == "p" and not last.get("class")
    if not is_plain or any(one.get("href") in names for one in last.iter()):
        return False
    before.remove(last)
    prose = Element("div", {"class": "prose"})
    prose.append(last)
    parent.insert(first + len(moved), prose)
    for figure in moved:
        figure.set(_SOONER, "")
    return True


def _led(prose: Element) -> list[Element]:
    """Return the paragraph that prose begins with, and the heading before it; what leads to a list stays with it."""
    heads = 1 if prose[0].tag in _HEADS else 0
    first, *more = prose[heads:] or [Element("div")]
    # A formula is no paragraph either.
    alone = first.tag == "p" and not first.get("class") and all(one.tag in {"p", *_HEADS} for one in more[:1])
    return prose[: heads + 1] if alone else []


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


# What may be done, in this order, to what is kept whole, by the classes of its elements.
_STEPS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("source", "numbered-source", "callout", "task", "statement", "answered", "listed"), ("parted",)),
    **dict.fromkeys(("table", "rubric"), ("parted", "freely")),
    **dict.fromkeys(("exercise", "question", "frame", "summary"), ("closer", "parted")),
    "ask": ("closer",),
    "write-line": ("around",),
    "figure": ("later", "sooner", "closer"),
}
_DONE: Mapping[str, _Step] = {
    "closer": _closer,
    "parted": _parted,
    "around": _around,
    "freely": _freely,
    "later": _later,
    "sooner": _sooner,
}


def _empty(page: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much of a page is left empty, as a share of it: notes at its foot are none of that."""
    foot = page.content_box_y() + page.height
    feet = [box.position_y for box in page.children if isinstance(box, boxes.FootnoteAreaBox) and box.children]
    ends = [box.position_y + box.margin_height() for box in _flow(page.children[0]) if _is_seen(box)]
    return float((min([foot, *feet]) - max(ends, default=page.content_box_y())) / page.height)


def _is_seen(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box shows something itself: a line, a picture, or a line to write on."""
    return isinstance(box, boxes.LineBox | boxes.ReplacedBox) or not getattr(box, "children", ())


def _flow(box: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield a box and those in it that are in the flow of the text, down to lines."""
    if _flows(box):
        yield box
        for child in _inside(box):
            yield from _flow(child)


def _flows(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    return not isinstance(box, AbsolutePlaceholder) and bool(box.is_in_normal_flow())


def _inside(box: Any) -> Sequence[Any]:  # noqa: ANN401 WeasyPrint's boxes
    return () if isinstance(box, boxes.LineBox) else getattr(box, "children", ())
