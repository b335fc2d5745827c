"""A heading at the end of a page, without a line of what it heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import flowing, head, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.press.laid import Laid, Line
    from coursepack.problem import Problem


def find(book: Book) -> Iterator[Problem]:
    """Yield the headings below which nothing stands on their page."""
    for page, after in book.runs:
        lowest = min(flowing(page), key=lambda line: line.box.bottom, default=None)
        is_head = lowest is not None and lowest.role.startswith("H") and book.end(page) > lowest.box.bottom - 1
        if lowest and is_head and not _leads_nowhere(book, lowest, after):
            advice = "Write a line more or less before it"
            yield book.note(place(page, lowest), "heading-alone", "ends with a heading", advice)


def _leads_nowhere(book: Book, heading: Line, after: Laid) -> bool:
    """Tell whether a heading as high follows: what stood below this one is not in the copy, as answers are not."""
    follows = head(after)
    name = book.anchor(place(after, follows))
    items = (item.block.anchor for unit in book.pack.units for item in unit.items())
    is_item = book.on(name) == after.number and name in items
    return follows.role.startswith("H") and follows.role <= heading.role and not is_item
