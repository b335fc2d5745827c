"""A page that would stay half empty because what follows is kept whole: that comes closer, later, or in parts.

What is asked is set closer first, since it may fit then. What has rows or paragraphs is parted between them: after the
first row of a table, where two of them are too high for what is left of the page. A figure lets a paragraph by that
follows it, or stands before the paragraph that it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from coursepack.render.handout.easing import begins, needless, standing
from coursepack.render.handout.gaps import classes, gaps
from coursepack.render.handout.halved import halved
from coursepack.render.handout.torn import leading, left, torn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from weasyprint.document import Document

    from coursepack.render.handout.easing import Standing
    from coursepack.render.handout.gaps import Gap

    # Does something to an element of the source, whose parent it is given, and tells whether there was anything to do.
    _Step = Callable[[Element, Element], bool]

# The number of an element in its document, and what was done to it.
Done = tuple[int, str]

# What a style sheet sets closer has the first of these, what it lets go on over a page's end the second.
_CLOSER, _PARTED = "data-closer", "data-parted"
# What is as it was all the same has this, what was set closer in vain the second too.
_EASED, _LOOSER = "data-eased", "data-looser"
# What is whole again has this, with how it was parted; what is no better so has it with this value.
_WHOLE, _VAIN = "data-whole", "vain"
# A paragraph whose words stay whole, since one of them was halved at a page's end, has this.
_UNCUT = "data-uncut"
# What let a paragraph by where little was white has the number of its elements; none where that came back.
_LET, _NONE = "data-let", "0"
# What is said of exercises before them has this where it goes over with the first, or this value where it may not.
_LED = "data-led"
# What stands before a paragraph that it followed has this, and lets none by any more.
_SOONER = "data-sooner"
# What may go on after its first row has this for the second, and what may do so before its last row as well.
_FREELY, _WHOLLY = "freely", "wholly"
# What comes closer with what is beside it.
_BESIDE = frozenset(("exercise", "question", "frame", "callout", "task", "source", "figure", "table", "timeline"))
# Headings inside a text.
_HEADS = frozenset({"h3", "h4", "h5", "h6"})
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
        self._before: Standing = {}
        for number, name in done:
            if name not in _LAST:
                self._do(self._elements[number], name)
        self._known = {one for one in self._elements if _is_closer(one)}

    def more(self, document: Document) -> bool:
        """Do the next thing to what leaves gaps on the pages before it; tell whether there was one to do.

        `document` was laid out from the source as it is.
        """
        self._before = self._before or standing(document)
        found = list(gaps(document, _STEPS))
        done = [any(self._do(gap.element, name) for name in self._steps(gap)) for gap in found]
        return any(done)

    def _steps(self, gap: Gap) -> Sequence[str]:
        """Return what may be done: how high what was closer from the beginning is else nobody knows at the end."""
        is_vain = gap.element in self._known and gap.beneath > _ROOM
        return [*_steps(gap), *(["looser"] if is_vain else [])]

    def eased(self, document: Document) -> int:
        """Set back what came closer without need; return how many things these are."""
        closer = [one for one in self.source.iter() if _is_closer(one)]
        beside = [other for one in closer for other in _beside(self._parent(one), one)]
        inside = {one: [other for other in one.iter() if other is not one and _is_closer(other)] for one in closer}
        whole = [one for one in closer if not any(one in more for more in inside.values())]
        found = needless(document, self._before, [*whole, *beside])
        heads = set(begins(document))
        every = [other for one in found for other in (one, *inside.get(one, ()))]
        return sum(self._do(one, "eased" if heads.isdisjoint(one.iter()) else "vain") for one in every)

    def undo(self, count: int, places: Collection[Element] = ()) -> int:
        """Have what was set back last come closer again, or what of it is in these places; return how much is left."""
        last = self.done[-count:]
        undone = [one for one in last if self._elements[one[0]] in places][-1:] or last
        for number, _ in undone:
            for mark in (_EASED, _LOOSER):
                self._elements[number].attrib.pop(mark, None)
        self.done[-count:] = [one for one in last if one not in undone]
        return count - len(undone)

    def rejoined(self, document: Document) -> Element | None:
        """Join the next thing to what it is parted from without need, and return it."""
        parted = {one for one in self._elements if one.get(_PARTED) is not None and one.get(_WHOLE) is None}
        leads = {said: head for head, said in leading(self.source) if said.get(_LED) is None}
        steps = chain(
            ((one, "led") for one in left(document, leads)), ((one, "whole") for one in torn(document, parted))
        )
        return next((one for one, name in steps if self._do(one, name)), None)

    def part(self, element: Element) -> None:
        """Part again what is no better joined."""
        self._do(element, "apart" if element.get(_LED) is None else "behind")

    def uncut(self, document: Document) -> int:
        """Keep words whole where one is halved at a page's end; return in how many paragraphs."""
        return sum(self._do(one, "uncut") for one in list(halved(document)))

    def cut(self, count: int) -> None:
        """Let the words of the last paragraphs be cut again."""
        for _ in range(count):
            number, _ = self.done.pop()
            del self._elements[number].attrib[_UNCUT]

    def _do(self, element: Element, name: str) -> bool:
        parent = self._parent(element)
        step = _OUTER.get(name)
        new = _DONE[step](parent, self._parent(parent)) if step else _DONE[name](element, parent)
        if new:
            self.done.append((self._numbers[element], name))
        return new

    def _parent(self, element: Element) -> Element:
        """Return what an element is in: what was moved has another parent afterwards."""
        return next(one for one in self.source.iter() if element in one)


def _steps(gap: Gap) -> Sequence[str]:
    """Return what may be done to what leaves a gap, in this order; where that is small, nothing is parted for it."""
    steps = next(_STEPS[name] for name in classes(gap.element) if name in _STEPS)
    is_large = gap.empty > _MOST
    limits = {"closer": _HOPELESS if is_large else steps.gives, "drawn": steps.gives, "again": (0, 0)}
    names = steps.large if is_large else steps.small
    return [name for name in names if name not in limits or not gap.lacks(*limits[name])]


def _is_closer(element: Element) -> bool:
    return element.get(_CLOSER) is not None


def _beside(parent: Element, element: Element) -> list[Element]:
    """Return the neighbours of an element that come closer only because of it."""
    at = list(parent).index(element)
    beside = (*parent[max(at - 1, 0) : at], *parent[at + 1 : at + 2])
    return [one for one in beside if not _is_closer(one) and not _BESIDE.isdisjoint(classes(one))]


def _closer(element: Element, parent: Element) -> bool:
    """Set it closer, also where it was set back with its neighbours when pages had other numbers."""
    if element.get(_PARTED) is not None or element.get(_LOOSER) is not None:
        return False
    back = [one for one in (element, *_beside(parent, element)) if one.attrib.pop(_EASED, None) is not None]
    return _marked(element, _CLOSER) or bool(back)


def _eased(element: Element, _: Element) -> bool:
    """Set back what is not needed on these pages: with other numbers it may be."""
    return _marked(element, _EASED)


def _vain(element: Element, parent: Element) -> bool:
    """Set back what did not help, for good; what is beside it may come closer with it again."""
    if _is_closer(element):
        _marked(element, _LOOSER)
    return _eased(element, parent)


def _looser(element: Element, _: Element) -> bool:
    """Do so, and with what is beside it: the page before it has white."""
    return element.attrib.pop(_CLOSER, None) is not None and _marked(element, _LOOSER)


def _uncut(element: Element, _: Element) -> bool:
    return _marked(element, _UNCUT)


def _ahead(element: Element, _: Element) -> bool:
    return _marked(element, _LED)


def _behind(element: Element, _: Element) -> bool:
    element.set(_LED, _VAIN)
    return True


def _parted(element: Element, _: Element) -> bool:
    new = element.get(_WHOLE) is None and _marked(element, _PARTED)
    if new:
        element.attrib.pop(_CLOSER, None)
    return new


def _whole(element: Element, _: Element) -> bool:
    element.set(_WHOLE, element.attrib.pop(_PARTED))
    return True


def _apart(element: Element, _: Element) -> bool:
    element.set(_PARTED, element.get(_WHOLE, ""))
    element.set(_WHOLE, _VAIN)
    return True


def _again(element: Element, _: Element) -> bool:
    """Set closer what was parted in vain, where all but the white around it has room: it stands elsewhere by now."""
    return element.get(_PARTED) is not None and _marked(element, _CLOSER)


def _rows(element: Element, parent: Element) -> bool:
    """Let the last row of the parted table before it stand alone: there is room for it below then."""
    at = list(parent).index(element)
    table = parent[at - 1] if at else element
    parted = "table" in classes(table) and table.get(_PARTED) not in {None, _WHOLLY}
    if parted:
        table.set(_PARTED, _WHOLLY)
    return parted


def _freely(element: Element, _: Element) -> bool:
    is_whole = element.get(_WHOLE, _VAIN) != _VAIN
    new = element.get(_PARTED) not in {_FREELY, _WHOLLY} and not is_whole
    if new:
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
    return bool(_let(element, parent))


def _by(element: Element, parent: Element) -> bool:
    """Do so where little is white, as long as it helps."""
    after = parent[list(parent).index(element) + 1 :]
    # No section goes before what an earlier one shows: that is worth no white.
    if element.get(_LET) == _NONE or (after and len(after[0]) and after[0][0].tag in _HEADS):
        return False
    let = _let(element, parent)
    if let:
        element.set(_LET, str(let))
    return let > 0


def _back(element: Element, parent: Element) -> bool:
    """Undo that, where it leaves more white: what was let by goes on over the page's end, and has the next alone."""
    let, at = int(element.get(_LET, _NONE)), list(parent).index(element)
    before, after = parent[at - 1], parent[at + 1] if at + 1 < len(parent) else None
    if not let or before.get("class") != "prose":
        return False
    element.set(_LET, _NONE)
    if after is None or after.get("class") != "prose":
        after = Element("div", {"class": "prose"})
        parent.insert(at + 1, after)
    for one in reversed(before[-let:]):
        before.remove(one)
        after.insert(0, one)
    if not len(before):
        parent.remove(before)
    return True


def _let(element: Element, parent: Element) -> int:
    """Let by what follows a figure, and return how many elements these are."""
    at = list(parent).index(element)
    before, after = (parent[place] if 0 <= place < len(parent) else None for place in (at - 1, at + 1))
    if after is None or element.find("./*[@id]") is None or element.get(_SOONER) is not None:
        return 0
    if "table" in classes(after):
        parent.remove(after)
        parent.insert(at, after)
        return 1
    led = _led(after) if after.get("class") == "prose" else []
    if not led:
        return 0
    if before is None or before.get("class") != "prose":
        before = Element("div", {"class": "prose"})
        parent.insert(at, before)
    before.extend(led)
    for one in led:
        after.remove(one)
    if not len(after):
        parent.remove(after)
    return len(led)


def _sooner(element: Element, parent: Element) -> bool:
    """Put figures with numbers before the paragraph that they follow, if that says nothing of them.

    Of several the first ones stand before it, and it before the last.
    """
    at = first = list(parent).index(element)
    while first and "figure" in classes(parent[first - 1]):
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


@dataclass(frozen=True)
class _Steps:
    """What may be done to what is kept whole, in this order: where it leaves a gap, and where the gap is small.

    Set closer it `gives` about such shares of a page and of its height.
    """

    large: Sequence[str]
    small: Sequence[str] = ("closer",)
    gives: tuple[float, float] = (0.02, 0.12)


# By the classes of its elements.
_STEPS: Mapping[str, _Steps] = {
    **dict.fromkeys(("source", "callout", "task"), _Steps(("parted",), gives=(0.02, 0))),
    **dict.fromkeys(("numbered-source", "statement", "answered", "listed"), _Steps(("parted",), ())),
    "table": _Steps(("back", "parted", "freely"), ("by",)),
    "rubric": _Steps(("parted", "freely"), ("drawn",)),
    **dict.fromkeys(("exercise", "question", "frame", "summary"), _Steps(("closer", "parted", "rows", "again"))),
    "ask": _Steps(("closer",)),
    "write-line": _Steps(("around",), ()),
    "grading": _Steps(("parted",), ()),
    "figure": _Steps(("back", "later", "sooner", "closer"), ("by", "closer")),
}
# What was closer from the beginning is so in vain where it leaves a gap and more than this beneath it.
_ROOM = 0.1
# Where a gap is large, what lacks more than this is set closer in vain.
_HOPELESS = (0.1, 0.15)
_DONE: Mapping[str, _Step] = {
    "closer": _closer,
    "eased": _eased,
    "looser": _looser,
    "vain": _vain,
    "again": _again,
    "led": _ahead,
    "behind": _behind,
    "uncut": _uncut,
    "parted": _parted,
    "whole": _whole,
    "apart": _apart,
    "rows": _rows,
    "freely": _freely,
    "later": _later,
    "by": _by,
    "back": _back,
    "sooner": _sooner,
}
# What is done to what an element is in.
_OUTER = {"drawn": "closer", "around": "parted"}
# What is asked of each layout anew: it depends on all else.
_LAST = frozenset({"whole", "apart", "led", "behind", "uncut"})
