"""A page that is half empty, because what follows does not fit on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

# More of a page than this is a gap.
_MOST = 0.4


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages that end early although the text goes on."""
    for page, after in book.runs:
        empty = (book.end(page) - book.foot) / (book.top - book.foot)
        if empty > _MOST:
            message = f"begins with what did not fit before: {empty:.0%} of the page before are empty"
            advice = "Put a paragraph before it, or make it smaller"
            yield book.note(place(after, after.said[0]), "page-gap", message, advice)
