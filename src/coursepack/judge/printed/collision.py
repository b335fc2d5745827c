"""Words that lie on others, or beyond the edge of what can be printed."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from coursepack.judge.book import MM
from coursepack.press.laid import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.judge.book import Book
    from coursepack.press.laid import Line, Run
    from coursepack.problem import Problem

# What shares more than this in both directions collides (pt); nearer to the edge than this no printer prints (mm).
_SEAM, _EDGE = 1.5, 4
# Lines and blocks, of which drawings are made in code, the points of Hebrew and Arabic, and the vowels and tones that
# Thai and Lao place over and under letters by themselves: they are to touch.
_DRAWN = re.compile(
    r"[\s\u2500-\u259f\u0591-\u05c7\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*"
)
_LINE = re.compile(r"[\u2500-\u259f]")
_NASKH = re.compile(r"[\u0620-\u06ff]")
# So many letters of a line tell which it is.
_WORDS = 30


def find(book: Book) -> Iterator[Problem]:
    """Yield the words that meet those of another line, or the edge of the paper."""
    for page in book.pages.pages:
        edge = _EDGE * MM
        runs = sorted(((run, line) for line in page.lines for run in line.runs), key=lambda one: -one[0].box.top)
        for number, (run, line) in enumerate(runs):
            level = _level(runs[number + 1 :], run)
            other = next((one for one, its in level if its is not line and not _near(run, line, one, its)), None)
            out = run.box.left < edge or run.box.right > page.width - edge or run.box.bottom < edge
            if other or out:
                what = f"has “{_short(run.words)}” {f'on “{_short(other.words)}”' if other else 'beyond its edge'}"
                at = Place(page.number, run.box.top)
                yield book.note(at, "collision", what, "Write it shorter, or give it more room")


def _level(runs: Sequence[tuple[Run, Line]], run: Run) -> Iterator[tuple[Run, Line]]:
    """Yield those of lower runs that a run lies on."""
    near = takewhile(lambda one: one[0].box.top > run.box.bottom, runs)
    return (one for one in near if one[0].box.overlap(run.box) > _SEAM and not _touch(run.words, one[0].words))


def _touch(over: str, under: str) -> bool:
    """Tell whether words are to touch those under them: one of them is a mark, or both have lines of a drawing."""
    return any(map(_DRAWN.fullmatch, (over, under))) or all(map(_LINE.search, (over, under)))


def _near(run: Run, line: Line, other: Run, its: Line) -> bool:
    """Tell whether words reach a little into the next line, as tall letters and tails do in Naskh.

    Those of one element were led for that; into another's reach as much as their lines' boxes, and no letter.
    """
    most = max(run.box.top - run.box.bottom, other.box.top - other.box.bottom)
    share = 1 / 2 if its.element == line.element else 1 / 5 if _NASKH.search(run.words + other.words) else 0
    return other.box.top - run.box.bottom < most * share


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
