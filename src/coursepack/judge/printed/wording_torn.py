"""What is asked, of which the last paragraphs stand on the next page although all of it could without much white."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from coursepack.judge.book import flowing, place
from coursepack.press.laid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.book import Book
    from coursepack.press.laid import Laid, Line
    from coursepack.problem import Problem

# Fewer words of a line may stand in another text by chance.
_FEW = 5
# So much of a page a wording takes that it is kept whole, and so much may stay white for it; more in large print.
_MOST, _WHITE, _WHITE_LARGE = 0.6, 0.36, 0.6
# A text with gaps is where it is answered as well, and that of a role-play is a case: they may go on.
_FORM, _KIND = "fill", "role-play"


def find(book: Book) -> Iterator[Problem]:
    """Yield the pages that begin with what is asked before them."""
    items = (item for part in book.pack.parts() for item in part.items())
    asked = [item for item in items if item.task and item.form != _FORM and item.kind != _KIND]
    texts = {item.block.anchor: getattr(item.block, "text", None) for item in asked}
    for page, after in book.runs:
        name = book.anchor(Place(page.number, book.foot))
        text = texts.get(name)
        rest = _rest(after, text.plain()) if text and book.on(name) == page.number else []
        high = book.pages.anchors[name].height - book.end(page) + book.top - rest[-1].box.bottom if rest else 0
        if 0 < high < _MOST * (book.top - book.foot) and _is_low(book, name):
            message, advice = "begins with the rest of a question", "Begin it on a new page (`new-page: true`)"
            yield book.note(place(after, rest[0]), "wording-torn", message, advice)


def _is_low(book: Book, name: str) -> bool:
    """Tell whether what is asked begins so low that its page may end before it."""
    white = (book.pages.anchors[name].height - book.foot) / (book.top - book.foot)
    return white < (_WHITE_LARGE if book.is_large else _WHITE)


def _rest(page: Laid, text: str) -> list[Line]:
    """Return the lines that a page begins with and that are of a text."""
    words = {*_words(text)}
    lines = sorted(flowing(page), key=lambda line: -line.box.top)
    return list(takewhile(lambda line: _is_of(line, words), lines))


def _is_of(line: Line, words: set[str]) -> bool:
    said = _words(" ".join(run.words for run in line.runs))
    return len(said) >= _FEW and words.issuperset(said[1:-1])


def _words(text: str) -> list[str]:
    return text.replace("\u00ad", "").split()
