"""Three lines in a row that end with a hyphen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coursepack.judge.book import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

_HYPHENS = ("-", "\u2010", "\u00ad")
_MOST = 2


def find(book: Book) -> Iterator[Problem]:
    """Yield the stacks of hyphens."""
    for page in book.pages.pages:
        for _, lines in groupby(page.said, lambda line: line.element):
            for ends, stack in groupby(lines, lambda line: line.words.rstrip().endswith(_HYPHENS)):
                found = list(stack)
                if ends and len(found) > _MOST:
                    message = f"has {len(found)} lines in a row that end with a hyphen"
                    yield book.note(place(page, found[0]), "hyphen-stack", message, "Change a word of these lines")
