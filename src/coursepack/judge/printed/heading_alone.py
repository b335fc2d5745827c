"""A heading at the end of a page, without a line of what it heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import flowing, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem


def find(book: Book) -> Iterator[Problem]:
    """Yield the headings below which nothing stands on their page."""
    for page, _ in book.runs:
        lowest = min(flowing(page), key=lambda line: line.box.bottom, default=None)
        if lowest and lowest.role.startswith("H") and book.end(page) > lowest.box.bottom - 1:
            advice = "Write a line more or less before it"
            yield book.note(place(page, lowest), "heading-alone", "ends with a heading", advice)
