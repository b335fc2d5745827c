"""A few lines to write on at the head of a page, away from what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.languages.language import counted
from coursepack.press.laid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.press.laid import Box, Laid
    from coursepack.problem import Problem

# So many lines are a page to write on.
_ENOUGH = 8
# Words reach so far into a box that holds them (pt).
_INSIDE = 4.5


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages that begin with lines to write on."""
    for page, after in book.runs:
        first = max(line.box.top for line in after.said)
        alone = [row for row in after.rows if row.top > first]
        if page.rows and len(alone) < _ENOUGH and any(_is_blank(row, after) for row in alone):
            message = f"begins with {counted(len(alone), 'line', 'lines')} to write on"
            advice = "Ask for fewer lines, or begin the exercise on a new page (`new-page: true`)"
            yield book.note(Place(after.number, alone[0].top), "lines-alone", message, advice)


def _is_blank(row: Box, page: Laid) -> bool:
    """Tell whether nothing stands on a line: the box of one line of a program's output is as high on some paper."""
    return not any(row.overlap(line.box) > _INSIDE for line in page.said)
