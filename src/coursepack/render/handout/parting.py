"""A page that would stay half empty because what follows is kept whole: that comes closer, later, or in parts.

What is asked is set closer first, since it may fit then. What has rows or paragraphs is parted between them: after the
first row of a table, where two of them are too high for what is left of the page. A figure lets a paragraph by that
follows it, or stands before the paragraph that it follows; an author's picture is a little smaller, and code goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from coursepack.render.handout import drawing_in
from coursepack.render.handout.facing import ending, facing
from coursepack.render.handout.gaps import begins, classes, gaps, growing, is_small, sparing
from coursepack.render.handout.halved import halved
from coursepack.render.handout.steps import (
    BEGINS,
    DONE,
    LAST,
    LED,
    OUTER,
    PARTED,
    SMALLER,
    UNCUT,
    UNDONE,
    WHOLE,
)
from coursepack.render.handout.torn import going, leading, left, pressing, torn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

    from coursepack.render.handout.gaps import Gap

# The number of an element in its document, and what was done to it.
Done = tuple[int, str]

# What undoes the ways to join.
_PARTS = {"led": "behind", "whole": "apart", "over": "here"}
# A gap is more of a page than this; `check` measures white around letters too, and calls no few mm one. Where pages
# hold few lines, to look for the rest of a question overleaf costs more than white does.
_MOST, _MOST_SMALL = 0.4, 0.6
# All that a page holds may be a head, where it is as empty as this: then a figure may stand without its exercise there.
_BARE = 0.76


class Mending:
    """What is done to a source so that its pages are full. It can be done again to a source with the same elements.

    `source` is what pages are laid out from; it is what is changed. `done` are the numbers of its elements, in the
    order of the document, each with what was done to it; those that pages began with then are among them.
    """

    def __init__(self, source: Element, done: Iterable[Done] = ()) -> None:
        self.source, self.done = source, list[Done]()
        self._elements = list(source.iter())
        self._numbers = {element: number for number, element in enumerate(self._elements)}
        self._heads = [number for number, name in done if name == BEGINS]
        for number, name in done:
            if name != BEGINS:
                self._do(self._elements[number], name)

    def stays(self, document: Document) -> bool:
        """Tell whether pages begin as they did when this was done, so that there is nothing to do: they are judged."""
        return self._begun(document) == self._heads and not any(one.get(UNCUT) is None for one in halved(document))

    def told(self, document: Document) -> tuple[Done, ...]:
        """Return what was done, and with what the pages begin that come of it."""
        return *self.done, *((number, BEGINS) for number in self._begun(document))

    def _begun(self, document: Document) -> list[int]:
        return [self._numbers.get(element, 0) for element in begins(document)]

    def more(self, document: Document) -> bool:
        """Do the next thing to what leaves gaps on the pages before it; tell whether there was one to do.

        `document` was laid out from the source as it is.
        """
        most = _MOST_SMALL if is_small(document) else _MOST
        found = [gap.together() if gap.empty > _BARE else (gap,) for gap in gaps(document, _STEPS)]
        done = [any(self._do(one.element, name) for one in group for name in _steps(one, most)) for group in found]
        return any(done)

    def rejoined(self, document: Document) -> str:
        """Join the next thing to what it is parted from without need, and return how: empty if there is none."""
        parted = {one for one in self._elements if one.get(PARTED) is not None and one.get(WHOLE) is None}
        leads = {said: head for head, said in leading(self.source) if said.get(LED) is None}
        steps = chain(
            ((one, "led") for one in left(document, leads)),
            ((one, "whole") for one in torn(document, parted)),
            ((one, "over") for one in going(document)),
        )
        return next((name for one, name in steps if self._do(one, name)), "")

    def part(self) -> None:
        """Part again what was joined last, for it is no better so."""
        number, name = self.done[-1]
        self._do(self._elements[number], _PARTS[name])

    def pressed(self, document: Document, *, inside: bool = False) -> int:
        """Set exercises closer that are whole on a page then, or whose questions are `inside`; return how many."""
        return sum(self._do(one, "pressed") for one in list(pressing(document, inside=inside)))

    def ended(self, document: Document) -> int:
        """Set the last exercises closer where the page before the last has room for all then; return how many."""
        return sum(self._do(one, "pressed") for one in list(ending(document)))

    def faced(self, document: Document) -> int:
        """Let figures stand without their exercises, which are opposite then; return how many."""
        return sum(self._do(one, "faced") for one in list(facing(document)))

    def full(self, document: Document) -> int:
        """Set figures and rooms at their own size again where their pages have come to have space; return how many."""
        small = {one: float(one.get(SMALLER, 1)) for one in self._elements if one.get(SMALLER) is not None}
        return sum(self._do(one, "full") for one in list(growing(document, small | sparing(document))))

    def uncut(self, document: Document) -> int:
        """Keep words whole where one is halved at a page's end; return in how many paragraphs."""
        return sum(self._do(one, "uncut") for one in list(halved(document)))

    def drawn_in(self, document: Document) -> int:
        """Draw in what hardly uses its last page; return whether it does."""
        body = self.source.find("body")
        return int(body is not None and drawing_in.wanted(document) and self._do(body, "drawn-in"))

    def drawn_more(self, document: Document) -> int:
        """Draw in all of a unit of which no more than its end is left; return how many marks that takes."""
        body = self.source.find("body")
        if body is None or not drawing_in.wanted_more(document):
            return 0
        return sum(self._do(body, name) for name in ("drawn-in", "drawn-more"))

    def back(self, count: int) -> None:
        """Take the last marks back, which did not help."""
        for _ in range(count):
            number, name = self.done.pop()
            element = self._elements[number]
            UNDONE[name](element, self._parent(element))

    def _do(self, element: Element, name: str) -> bool:
        parent = self._parent(element)
        step = OUTER.get(name)
        new = DONE[step](parent, self._parent(parent)) if step else DONE[name](element, parent)
        if new:
            self.done.append((self._numbers[element], name))
        return new

    def _parent(self, element: Element) -> Element:
        """Return what an element is in: what was moved has another parent afterwards."""
        return next(one for one in self.source.iter() if element in one)


def early(done: Iterable[Done]) -> list[Done]:
    """Return of what was done what is not asked of each layout anew."""
    return [(number, name) for number, name in done if name not in LAST and name != BEGINS]


def _steps(gap: Gap, most: float) -> Sequence[str]:
    """Return what may be done to what leaves a gap, in this order; where that is small, nothing is parted for it.

    No wording is parted for one that is no more than `most` of a page, and no lines to discuss on; one of several
    paragraphs leaves its lines on an opening, and over a leaf its last paragraph goes with them. A figure leaves its
    exercise where a head would be alone. What is longer than a page begins before it if that is closer, on an opening,
    but not where pages hold few lines: its wording may be as high as one.
    """
    steps = next(_STEPS[name] for name in classes(gap.element) if name in _STEPS)
    is_large = gap.empty > _MOST
    again = (float(gap.is_long and gap.opens and most == _MOST), 0)
    limits = {"closer": _HOPELESS if is_large else steps.gives, "drawn": steps.gives, "again": again, **_SMALLER}
    names = steps.large if is_large else [*steps.small, *(steps.long if gap.is_long else ())]
    least = {"stated": most if gap.opens else 1, "worded": most, "lined": most, "alone": _BARE}
    names = [name for name in names if gap.empty > least.get(name, 0)]
    return [name for name in names if name not in limits or not gap.lacks(*limits[name])]


@dataclass(frozen=True)
class _Steps:
    """What may be done to what is kept whole, in this order: where it leaves a gap, and where the gap is small.

    What is longer than a page is torn anyway: it may begin where there is room. Set closer it `gives` about such shares
    of a page and of its height.
    """

    large: Sequence[str]
    small: Sequence[str] = ("closer",)
    long: Sequence[str] = ()
    gives: tuple[float, float] = (0.02, 0.12)


# By the classes of its elements.
_STEPS: Mapping[str, _Steps] = {
    **dict.fromkeys(("source", "callout", "task"), _Steps(("parted",), gives=(0.02, 0))),
    **dict.fromkeys(("numbered-source", "statement", "answered", "listed"), _Steps(("parted",), ())),
    "table": _Steps(("back", "parted", "freely"), ("by",)),
    "rubric": _Steps(("parted", "freely"), ("drawn",), ("parted",)),
    **dict.fromkeys(
        ("exercise", "frame", "summary"),
        _Steps(("closer", "parted", "rows", "again", "alone", "stated", "worded"), gives=(0.03, 0.12)),
    ),
    "question": _Steps(("closer", "lined", "rows", "again"), gives=(0.03, 0.12)),
    "ask": _Steps(("closer",)),
    "write-line": _Steps(("around",), ()),
    "grading": _Steps(("parted",), ()),
    "pictured": _Steps(("back", "later", "sooner", "closer", "small", "smaller"), ("by", "closer")),
    "figure": _Steps(("back", "later", "sooner", "closer"), ("by", "closer")),
    **dict.fromkeys(("code", "plain"), _Steps(("parted",), ())),
}
# What lacks no more than this has room where its pictures are nine or eight tenths of their size: they are most of it.
_SMALLER = {"small": (0.0, 0.08), "smaller": (0.0, 0.16)}
# Where a gap is large, what lacks more than this is set closer in vain.
_HOPELESS = (0.1, 0.15)
