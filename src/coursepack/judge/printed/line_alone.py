"""A paragraph of which one line alone stands on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import flowing, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem


def find(book: Book) -> Iterator[Problem]:
    """Yield the paragraphs that leave one line behind, or send one ahead."""
    for page, after in book.runs:
        before, rest = flowing(page), flowing(after)
        for lines, here, how in ((before, page, "ends with the first"), (rest, after, "begins with the last")):
            if not lines:
                continue
            line = lines[-1] if here is page else lines[0]
            alone = sum(one.element == line.element for one in lines) == 1
            if line.open and alone and line.role in {"P", "LI", "LBody"}:
                message = f"{how} line of a paragraph"
                yield book.note(place(here, line), "line-alone", message, "Write the paragraph shorter or longer")
