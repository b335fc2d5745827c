"""The pieces of a document in order: on which page each begins, and the numbers that they print of each other.

The first round prints no number right: it finds where everything stands. The next one prints what was found, and looks
whether everything still stands there. Each round follows from the one before and from the content alone, so that what
was kept of other runs saves time and changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import ContentError, Problem, Span
from coursepack.render.handout.laying import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coursepack.render.handout.cutting import Chunk
    from coursepack.render.handout.laying import Laying
    from coursepack.render.handout.piece import Piece

# Rounds in which numbers may change what stands where.
ROUNDS = 3
INDEX = "index"


class Order:
    """The pieces of a document; `index` writes the last of them from the pages of anchors, if there is an index."""

    def __init__(
        self, work: Laying, chunks: Sequence[Chunk], index: Callable[[Mapping[str, int]], Chunk] | None = None
    ) -> None:
        self.work, self.index = work, index
        self.chunks = list(chunks)
        self.pieces: list[Piece] = []
        self.anchors: dict[str, int] = {}
        self.next = 1

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
        leads = {name: lead for chunk in self.chunks for name, lead in chunk.far().items()}
        pages: dict[str, int] = {}
        far: set[str] = set()
        for turn in range(ROUNDS + 1):
            self._lay(pages, printed, far)
            # What was far once is told for good, for telling it may be what brings it near; at last nothing is added.
            away = far | {name for name, lead in leads.items() if turn < ROUNDS - 1 and self._away(name, lead)}
            found = {name: self.anchors.get(name, 0) for name in printed | {leads[name] for name in away}}
            if (found, away) == (pages, far):
                return self.anchors
            pages, far = found, away
        said = "page numbers in the text move what they count, again and again"
        raise ContentError([Problem(Span("templates"), "numbers", said, "Give printed numbers a fixed width")])

    def _away(self, name: str, lead: str) -> bool:
        """Tell whether two anchors are on different openings: a left page and the right one beside it are one."""
        here, there = self.anchors.get(name, 0), self.anchors.get(lead, 0)
        return bool(here and there) and here // 2 != there // 2

    def _lay(self, pages: Mapping[str, int], printed: set[str], far: set[str]) -> None:
        """Lay everything out with these numbers printed, and those of the references that are far."""
        self.pieces, self.anchors, self.next = [], {}, 1
        for chunk in self.chunks:
            # What holds the place of the index is not printed.
            short = self.index is not None and chunk is self.chunks[-1]
            known = bool(pages) or not (printed & set(chunk.printed()) or chunk.far())
            if not short or chunk.anchors() != {INDEX}:
                self._add(chunk.numbered(printed, pages, far), known=known, short=short)
        if self.index:
            self._add(self.index(self.anchors))

    def _add(self, chunk: Chunk, *, known: bool = True, short: bool = False) -> None:
        """Lay a piece out after the others, on the side that it begins on."""
        if self.pieces and chunk.side == ("verso" if self.next % 2 else "recto"):
            self._put(Wanted(chunk.html, self.next, blank=chunk.side))
        self._put(Wanted(chunk.html, self.next, known, short=short))

    def _put(self, wanted: Wanted) -> None:
        piece = self.work.piece(wanted)
        for name, page in piece.anchors.items():
            self.anchors.setdefault(name, page + self.next)
        self.pieces.append(piece)
        self.next += piece.pages

    def append(self, chunks: Sequence[Chunk]) -> None:
        """Lay more pieces out, which nothing refers to."""
        before = dict(self.anchors)
        for chunk in chunks:
            self._add(chunk)
        self.anchors = before

    def even(self, notes: Chunk) -> None:
        """End on a left page."""
        if self.next % 2 == 0:
            self.append([notes])
