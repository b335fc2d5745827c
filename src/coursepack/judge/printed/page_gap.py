"""A page that is half empty, because what follows does not fit on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge.book import head, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.press.laid import Laid
    from coursepack.problem import Problem

# More of a page than this is a gap: two fifths, and the white of a line around its letters, which are measured here.
_MOST = 0.42
# Pages that differ by less than this are about as empty.
_APART = 0.15
# A page that is emptier than this holds a head alone: no figure stays with its exercise for that.
_BARE = 0.76
# What is seen or discussed as a whole; so is what is answered. White around it takes less of a page than this.
_WHOLE = frozenset({"figure", "chart", "diagram", "map", "video", "question"})
_AROUND = 0.1


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages that end early although the text goes on."""
    for page, after in book.runs:
        empty = _empty(book, page)
        asked = empty < _BARE and _asked(book, after)
        excused = asked or _balanced(book, page, after) or _whole(book, after, empty)
        if empty > _MOST and not excused:
            message = f"begins with what did not fit before: {empty:.0%} of the page before are empty"
            advice = "Put a paragraph before it, or make it smaller"
            yield book.note(place(after, head(after)), "page-gap", message, advice)


def _balanced(book: Book, page: Laid, after: Laid) -> bool:
    """Tell whether a text ends on two pages that are about as empty, and would not go on one."""
    goes_on = any(after is one for one, _ in book.runs)
    both = _empty(book, page), _empty(book, after)
    return not goes_on and sum(both) < 1 and both[0] - both[1] < _APART


def _asked(book: Book, page: Laid) -> bool:
    """Tell whether a page begins with what an exercise on it needs: they stay together, and it may be printed again."""
    items = (item for unit in book.pack.units for item in unit.items() if item.task)
    needed = {name for item in items if book.on(item.block.anchor) == page.number for name in item.needs()}
    # In what order a line's words come back depends on its language.
    said = {word for run in head(page).runs for word in run.words.split()}
    return any(said.issuperset(book.pack.targets[name].name.split()) for name in needed if name in book.pack.targets)


def _whole(book: Book, page: Laid, empty: float) -> bool:
    """Tell whether a page of large print begins with what is seen or answered as a whole and higher than what was left.

    Such a page holds less than thirty lines, and a question with its four answers, or a chart, takes half of them. Its
    readers see few words at a time: to find the answers over the leaf costs them more than white does.
    """
    name = book.anchor(place(page, head(page)))
    items = (item for unit in book.pack.units for item in unit.items() if item.block.anchor == name)
    is_one = any(item.task or item.kind in _WHOLE for item in items) and book.on(name) == page.number
    return book.is_large and is_one and book.height(page) / (book.top - book.foot) > empty - _AROUND


def _empty(book: Book, page: Laid) -> float:
    """Return how much of a page is empty, as a share of it."""
    return (book.end(page) - max(book.foot, book.ground(page))) / (book.top - book.foot)
