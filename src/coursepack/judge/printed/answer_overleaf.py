"""Lines to write on that go on over a leaf, although what they answer would have room on the next page as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.languages.language import counted
from coursepack.press.laid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.press.laid import Laid
    from coursepack.problem import Problem


# Where a page would be emptier than this without it, it is torn rather.
_MOST = 0.36


def find(book: Book) -> Iterator[Problem]:
    """Yield the left pages that begin with lines of what began on the page before, and could stand below them."""
    items = (item for part in book.pack.parts() for item in part.items())
    asked = {item.block.anchor for item in items if item.task or item.kind == "question"}
    for page, after in book.runs:
        first = max(line.box.top for line in after.said)
        alone = [row for row in after.rows if row.top > first]
        name = book.anchor(Place(page.number, book.foot))
        is_leaf = page.number % 2 == 1 and name in asked and book.on(name) == page.number
        if is_leaf and alone and _fits(book, page, after, name):
            message = f"begins with {counted(len(alone), 'line', 'lines')} to write on whose question is over the leaf"
            advice = "Ask for fewer lines, or begin it on a new page (`new-page: true`)"
            yield book.note(Place(after.number, alone[0].top), "answer-overleaf", message, advice)


def _fits(book: Book, page: Laid, after: Laid, name: str) -> bool:
    """Tell whether what goes on over a page's end has room on the next page, and leaves little white."""
    head, high = book.pages.anchors[name].height, book.top - book.foot
    return head - book.foot < _MOST * high and head - book.end(page) + book.height(after) < high
