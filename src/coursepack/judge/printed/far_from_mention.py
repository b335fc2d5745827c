"""A figure, a table or a source far from where the text speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

# The next opening is near enough: who reads on turns one leaf. Two openings of large print hold about as much.
_MOST, _MOST_LARGE = 2, 4


def find(book: Book) -> Iterator[Problem]:
    """Yield what is shown more than an opening away from every mention of it in its unit."""
    most = _MOST_LARGE if book.is_large else _MOST
    for unit in book.pack.units:
        names = [*unit.ids(), *(item.block.anchor for item in unit.items())]
        within = [at.page for at in map(book.pages.anchors.get, names) if at]
        # What is asked and done about it may come later.
        asking = {item.block.anchor for item in unit.items() if item.task or item.kind in {"question", "callout"}}
        for item in unit.items():
            anchor, target = item.block.anchor, item.target
            at = book.pages.anchors.get(anchor)
            starts = [start for start, name in book.pages.links if name == anchor and book.anchor(start) not in asking]
            speaking = [start.page for start in starts if min(within) <= start.page <= max(within)]
            if not (at and target and target.number and speaking) or item.task:
                continue
            near = min(speaking, key=lambda page: abs(page - at.page))
            if abs(near - at.page) > most:
                message = f"shows {target.name}, of which the text speaks on page {near}"
                yield book.note(at, "far-from-mention", message, "Move it to where it is spoken of")
