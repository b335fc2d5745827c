"""The pieces of a document in order: on which page each begins, and the numbers that they print of each other.

The first round prints no number right: it finds where everything stands. The next one prints what was found, and looks
whether everything still stands there. Each round follows from the one before and from the content alone, so that what
was kept of other runs saves time and changes nothing. A preview alone begins with what it found last.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coursepack.problem import ContentError, Problem, Span
from coursepack.render.handout import recalled
from coursepack.render.handout.bench import Wanted
from coursepack.render.handout.recalled import Numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coursepack.render.handout.cutting import Chunk
    from coursepack.render.handout.laying import Laying
    from coursepack.render.handout.parting import Done
    from coursepack.render.handout.piece import Piece
    from coursepack.render.handout.saying import Saying

# Rounds in which numbers may change what stands where.
ROUNDS = 3
INDEX = "index"


@dataclass
class Place:
    """A piece in its place, and what is found out of it, bit by bit: first where it is, then how it looks.

    `start` is the number of its first page, and `told` says what is on which of its pages; then it is `drawn`, and with
    it the page that is left blank before it. It is not drawn if not all that it says of pages is `known`. `weight` is
    how many wait for it, and itself. `mended` is what had to be mended in the round before.
    """

    chunk: Chunk
    known: bool = True
    short: bool = False
    weight: int = 0
    mended: tuple[Done, ...] = ()
    wanted: Wanted | None = None
    start: int | None = None
    told: Piece | None = None
    drawn: list[Piece | None] = field(default_factory=lambda: [None])

    def leaves(self, chunk: Chunk) -> tuple[Done, ...]:
        """Return what is mended from the start in the next round; what says the same there is not laid out anew."""
        return self.mended if self.told is None or chunk == self.chunk else self.told.mended

    def move(self, work: Laying, odd: bool | None, start: int | None) -> tuple[bool | None, int | None]:  # noqa: FBT001 not known yet is neither
        """Do what can be done with what is known of its first page; return the same of the page after its last."""
        if odd is None:
            return None, None
        wanted = self.wanted = self.wanted or Wanted(self.chunk.html, odd, short=self.short, mended=self.mended)
        self.told = self.told or work.told(wanted, keep=self.known, weight=self.weight)
        if start is not None:
            self.start = start + (start % 2 != odd)
        if self.told is None:
            return None, None
        if start is None or self.start is None:
            return odd ^ (self.told.pages % 2 == 1), None
        if self.known:
            blank = [work.drawn(replace(wanted, blank=True, mended=()), self.start - 2)] if self.start > start else []
            self.drawn = [*blank, work.drawn(wanted, self.start)]
        return odd ^ (self.told.pages % 2 == 1), self.start + self.told.pages


class Order:
    """The pieces of a document; `index` writes the last of them from the pages of anchors, if there is an index."""

    def __init__(
        self, work: Laying, chunks: Sequence[Chunk], index: Callable[[Mapping[str, int]], Chunk] | None = None
    ) -> None:
        self.work, self.index = work, index
        self.chunks = list(chunks)
        self.places: list[Place] = []
        self.anchors: dict[str, int] = {}

    def settle(self) -> dict[str, int]:
        """Lay all pieces out; return the page of every anchor.

        Raises:
            ContentError: page numbers change what stands where, again and again.
        """
        known = {name for chunk in self.chunks for name in chunk.anchors()}
        printed = {name for chunk in self.chunks for name in chunk.printed()} & known
        if len(self.chunks) == 1:
            # The engine knows all numbers itself.
            printed = set()
        leads = {one.name: one for chunk in self.chunks for one in chunk.sayings() if known.issuperset(one.ends)}
        begun = recalled.last(self.work.stamp)
        numbers = (begun and self._rounds(printed, leads, begun)) or self._rounds(printed, leads, None)
        if numbers is None:
            said = "page numbers in the text move what they count, again and again"
            raise ContentError([Problem(Span("templates"), "numbers", said, "Give printed numbers a fixed width")])
        recalled.keep(self.work.stamp, numbers)
        if self.index:
            self.append([self.index(self._found())])
            self.anchors = self._found()
        return self.anchors

    def _rounds(self, printed: set[str], leads: Mapping[str, Saying], begun: Numbers | None) -> Numbers | None:
        """Lay all out, with the numbers that were found before, until the same are found; nothing if they never are.

        What was far once is told for good, for telling it may be what brings it near; at last nothing is added.
        """
        pages, far = self._known(printed, leads, begun or Numbers())
        self.places, told = [], set[str]()
        for turn in range(ROUNDS + 1):
            self._lay(pages, printed, far, set() if begun or turn else printed | leads.keys())
            away = told | {name for name, one in leads.items() if turn < ROUNDS - 1 and one.away(self.anchors)}
            said = printed | {lead for name in away for lead in leads[name].leads}
            found = {name: page for name, page in self.anchors.items() if name in said}
            found |= dict.fromkeys(sorted(said - found.keys()), 0)
            if ([*found.items()], away) == ([*pages.items()], far):
                return Numbers(found, frozenset(away))
            pages, far, told = found, away, away
        return None

    @staticmethod
    def _known(printed: set[str], leads: Mapping[str, Saying], begun: Numbers) -> tuple[dict[str, int], set[str]]:
        """Return of these numbers what this document says."""
        far = {name for name in begun.far if name in leads}
        said = printed | {lead for name in far for lead in leads[name].leads}
        return {name: page for name, page in begun.pages.items() if name in said}, far

    def _lay(self, pages: Mapping[str, int], printed: set[str], far: set[str], unknown: set[str]) -> None:
        """Lay everything out with these numbers printed, and those of the references that are far.

        What says anything that is `unknown` yet is not drawn.
        """
        before = [*self.places, *(None for _ in self.chunks)]
        self.places = []
        for chunk, last in zip(self.chunks, before, strict=False):
            # What holds the place of the index is not printed.
            short = self.index is not None and chunk is self.chunks[-1]
            if not short or chunk.anchors() != {INDEX}:
                known = unknown.isdisjoint({*chunk.printed(), *(one.name for one in chunk.sayings())})
                numbered = chunk.numbered(printed, pages, far)
                self.places.append(Place(numbered, known, short, mended=last.leaves(numbered) if last else ()))
        self._place()
        # The index comes last, from the numbers that stay: where it begins is known before it is written.
        self.anchors = self._found() | ({INDEX: self.pages + 1} if self.index else {})

    def append(self, chunks: Sequence[Chunk]) -> None:
        """Lay more pieces out, which nothing refers to."""
        self.places += map(Place, chunks)
        self._place()

    def even(self, notes: Chunk) -> None:
        """End on a left page."""
        if self.pages % 2:
            self.append([notes])

    @property
    def pages(self) -> int:
        """The number of the last page."""
        return max(place.start + place.told.pages - 1 for place in self.places if place.told and place.start)

    def drawn(self) -> list[Piece]:
        """Return all pieces, of which nothing changes any more; wait until they are drawn."""
        for place in self.places:
            place.known = True
        self._move()
        while not all(piece for place in self.places for piece in place.drawn):
            self.work.wait()
            self._move()
        return [piece for place in self.places for piece in place.drawn if piece]

    def _place(self) -> None:
        """Find out where everything is, as far as that is not known."""
        weight = 0
        for place in reversed(self.places):
            weight += 1
            place.weight = weight
            # What begins on a side of its own waits for nothing before it.
            weight = 0 if place.chunk.side else weight
        while self._move() is None:
            self.work.wait()

    def _move(self) -> int | None:
        """Do what can be done now; return the number of the page after the last, if it is known."""
        odd: bool | None = True
        start: int | None = 1
        for place in self.places:
            if place.chunk.side and place is not self.places[0]:
                odd = place.chunk.side == "recto"
            odd, start = place.move(self.work, odd, start)
        return start

    def _found(self) -> dict[str, int]:
        """Return the page of every anchor, in the order in which they stand."""
        found: dict[str, int] = {}
        for place in self.places:
            first = place.start or 0
            for name, page in place.told.anchors.items() if place.told else ():
                found.setdefault(name, page + first)
        return found
