"""The last page of a unit with a few lines alone: a side of paper in every copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import flowing, head, place
from coursepack.languages.language import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

# Less of a page than this is a stub.
_LEAST = 0.14


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages with which something ends, and that have hardly begun."""
    going = {page.number for page, _ in book.runs}
    for _, page in book.runs:
        used = (book.top - book.end(page)) / (book.top - book.foot)
        if page.number not in going and used < _LEAST:
            lines = len({round(line.box.bottom) for line in flowing(page)})
            advice = "Shorten what comes before by as much, or add to it"
            yield book.note(
                place(page, head(page)), "page-stub", f"holds {counted(lines, 'line', 'lines')} and no more", advice
            )
