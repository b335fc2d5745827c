"""A printed handout beside its course: what stands where on finished pages, and at which line its author wrote it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from coursepack.press.laid import Place
from coursepack.problem import Problem, Severity
from coursepack.render.look.measure import FEW
from coursepack.render.words import worklists
from coursepack.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.pack import Pack, PackSection
    from coursepack.press.laid import Laid, Line, Pages
    from coursepack.problem import Span
    from coursepack.render.look.theme import Paper

# A millimetre in pt.
MM = 72 / 25.4
# What stands so near to a page's head stands at it (pt).
_HEAD = 12
# The rule above notes at the foot of a page, and the white above it (pt).
_RULE = 10


@dataclass(frozen=True)
class Book:
    """The pages of a handout, the pack that they were made of, and the measures of their paper and text (pt)."""

    pages: Pages
    pack: Pack
    paper: Paper
    leading: float

    @property
    def top(self) -> float:
        """Where the text of a page begins, in pt from its foot."""
        return (self.paper.height - self.paper.top) * MM

    @property
    def foot(self) -> float:
        """Where the text of a page ends, in pt from its foot."""
        return self.paper.bottom * MM

    @property
    def is_large(self) -> bool:
        """Whether it holds as few lines as large print: what is seen or answered as a whole soon fills half a page."""
        return (self.top - self.foot) / self.leading < FEW

    @cached_property
    def runs(self) -> list[tuple[Laid, Laid]]:
        """Pages with their next ones, where the text goes on by itself: nothing begins there that wants a new page."""
        both = pairwise(self.pages.pages)
        return [(page, after) for page, after in both if page.said and after.said and not self._begins(page, after)]

    def _begins(self, page: Laid, after: Laid) -> bool:
        """Tell whether something begins on the page after another: after a unit's opener its text does."""
        opens = [unit for unit in self.pack.units if self.on(unit.front.id) == page.number]
        opened = any(not unit.sections[0].title or self._heads(unit.sections[0].id, after) for unit in opens)
        return opened or head(after).role == "H1" or any(self._heads(name, after) for name in self._fresh)

    def on(self, name: str) -> int:
        """Return the page that an anchor is on, or 0."""
        at = self.pages.anchors.get(name)
        return at.page if at else 0

    def _heads(self, name: str, page: Laid) -> bool:
        return self.on(name) == page.number and self.pages.anchors[name].height > self.top - _HEAD

    @cached_property
    def _fresh(self) -> set[str]:
        """The anchors of what begins a page, because it always does or its author says so."""
        parts = self.pack.parts()
        sections = [section for part in parts for section in part.sections]
        both = chain.from_iterable(pairwise(section.items) for section in sections)
        broken = [after for item, after in both if item.kind == "pagebreak"]
        items = [item for part in parts for item in part.items() if getattr(item.block, "new_page", False)]
        return {
            *(part.front.id for part in parts),
            *(section.id for section in sections if section.new_page),
            *(after.id for part in parts for before, after in pairwise(part.sections) if _is_broken(before)),
            *(item.block.anchor for item in [*items, *broken]),
        }

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where the author wrote what has an anchor."""
        found: dict[str, Span] = {}
        for part in self.pack.parts():
            found[part.front.id] = part.part.span
            found |= {section.id: section.span for section in part.sections}
            for item in part.items():
                found |= {one.anchor: one.span for one in (item.block, *item.block.inside())}
            if getattr(part.front, "summary", None):
                found[f"end.{part.front.id}"] = part.front.summary.points[0].span
        # What is answered in the key and after the students' pages stands under its question's name there.
        told = {f"{where}.{name}": span for where in ("key", "back") for name, span in found.items()}
        return found | told | dict(self._listed())

    def _listed(self) -> Iterator[tuple[str, Span]]:
        """Yield the lists at the end of the course and of its units: their works, and where each list begins."""
        course = self.pack.course
        written = {str(key): key.span for work in course.references if isinstance(key := work["id"], Text)}
        for part in (None, *self.pack.parts()):
            works = [work.key for work in worklists.listed(self.pack, part) if work.key in written]
            yield from ((worklists.anchor(key, part), written[key]) for key in works)
            if works and part is None:
                yield "bibliography", written[works[0]]
        if self.pack.glossary:
            yield "glossary", self.pack.glossary[0][1].definition.span
        if course.index and course.index[0].span:
            yield "index", course.index[0].span

    @cached_property
    def _order(self) -> list[tuple[int, float, str]]:
        return sorted((at.page, -at.height, name) for name, at in self.pages.anchors.items() if name in self.spans)

    def anchor(self, at: Place) -> str:
        """Return the anchor of what stands at a place, or of the last thing before it that has one."""
        found = bisect_right(self._order, (at.page, -at.height + 1, ""))
        return self._order[found - 1][2] if found else ""

    def span(self, at: Place) -> Span:
        """Return where the author wrote what stands at a place."""
        return self.spans.get(self.anchor(at)) or self.pack.course.units[0].span

    def note(self, at: Place, code: str, message: str, advice: str) -> Problem:
        """Return what is to be said of a page, at the line of what stands there."""
        return Problem(self.span(at), code, f"page {at.page} {message}", advice, Severity.NOTE)

    def end(self, page: Laid) -> float:
        """Return where the text of a page ends, in pt from its foot; what stands at the foot is not counted."""
        # Words of a picture that are printed below it are heard with it, and not themselves.
        ends = [line.box.bottom for line in page.lines if line.role or line.box.bottom > self.foot]
        ends += [box.bottom for box in page.drawn if box.top - box.bottom < (self.top - self.foot) * 0.98]
        return min((end for end in ends if end > self.ground(page)), default=self.top)

    def height(self, page: Laid) -> float:
        """Return how high (pt) what begins a page is: down to what has the next anchor, or to the end of the text."""
        below = [-down for number, down, _ in self._order if number == page.number and -down < self.top - _HEAD]
        return self.top - max(below, default=self.end(page))

    def ground(self, page: Laid) -> float:
        """Return what the text of a page stays above, in pt from its foot: notes that have no column of their own."""
        notes = [line.box.top for line in page.said if line.role == "Note" and not self.paper.outer]
        return max(notes) + _RULE if notes else self.foot - _HEAD


def place(page: Laid, line: Line) -> Place:
    """Return where a line stands."""
    return Place(page.number, line.box.top)


def head(page: Laid) -> Line:
    """Return the line at the head of a page: what has a place of its own, as points have, may be painted before it."""
    return max(flowing(page) or page.said, key=lambda line: line.box.top)


def flowing(page: Laid) -> list[Line]:
    """Return the lines of a page that are no notes beside the text."""
    return [line for line in page.said if line.role != "Note"]


def _is_broken(section: PackSection) -> bool:
    """Tell whether a section ends with a page break: the next one begins a page as its author says."""
    return bool(section.items) and section.items[-1].kind == "pagebreak"
