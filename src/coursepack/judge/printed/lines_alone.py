"""A few lines to write on at the head of a page, away from what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.languages.language import counted
from coursepack.press.laid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

# So many lines are a page to write on.
_ENOUGH = 8


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages that begin with lines to write on."""
    for page, after in book.runs:
        first = max(line.box.top for line in after.said)
        alone = [row for row in after.rows if row.top > first]
        if page.rows and 0 < len(alone) < _ENOUGH:
            message = f"begins with {counted(len(alone), 'line', 'lines')} to write on"
            advice = "Ask for fewer lines, or begin the exercise on a new page (`new-page: true`)"
            yield book.note(Place(after.number, alone[0].top), "lines-alone", message, advice)
