"""Short exercises and questions side by side, in the order of the content: down a column, then down the next.

The engine can balance columns, but lays them out again for each pixel that it makes them higher. Here the lines that a
text takes are guessed from its letters: that is near enough to part a list in two.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coursepack.task import Choose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.pack import Item
    from coursepack.task import Ask

# Kinds that may be set in half of the wide measure, and what they may hold: letters of a stem and of an option.
_BRIEF = frozenset({"multiple-choice", "true-false", "short-answer", "numeric"})
_STEM, _OPTION = 300, 100
# The letters of the sans that half the measure must hold; how many of a stem go where so many of those do.
_LEAST, _STEMS = 45, 0.7
# Options as short as this share a line.
_SHORT = 8
# What an exercise takes beside its words, in lines.
_AROUND = 1.2
# How many go into two columns, and the lines that one left alone costs.
_WAYS, _ALONE = ((1, 1), (1, 2), (2, 1)), 2.0
# Questions in two columns before the next two begin: no more than go on a page.
_MOST = 6

Row = list[list["Item"]]


def rows(items: Sequence[Item], letters: float) -> Iterator[Row]:
    """Yield rows of one column, the whole measure, or of two, each of one exercise or of two.

    `letters` is how many letters of the sans go into half of the measure.
    """
    for brief, run in groupby(items, _brief):
        left = list(run)
        while brief and letters >= _LEAST and len(left) > 1:
            heights = [_height(item, letters) for item in left]
            first, second = min((way for way in _WAYS if sum(way) <= len(left)), key=lambda way: _cost(heights, way))
            yield [left[:first], left[first : first + second]]
            left = left[first + second :]
        yield from ([[item]] for item in left)


def _brief(item: Item) -> bool:
    block, task = item.block, item.task
    if task is None or item.kind not in _BRIEF or item.further or getattr(block, "new_page", False):
        return False
    stem = getattr(block, "text")  # noqa: B009 what all exercises have
    options = task.options if isinstance(task, Choose) else ()
    fitting = all(len(option.plain()) < _OPTION and option.picture is None for option in options)
    return bool(stem.is_short and len(stem.plain()) < _STEM and fitting)


def _cost(heights: Sequence[float], way: tuple[int, int]) -> float:
    """Return the lines that stay empty for each exercise that is set, and what one that stays alone costs."""
    first, second = way
    empty = abs(sum(heights[:first]) - sum(heights[first : first + second]))
    return empty / (first + second) + (_ALONE if len(heights) - first - second == 1 else 0)


def _height(item: Item, letters: float) -> float:
    """Guess the lines that a short exercise takes."""
    stem = len(getattr(item.block, "text").plain())  # noqa: B009 what all exercises have
    own = [len(option.plain()) for option in item.task.options] if isinstance(item.task, Choose) else []
    beside = max(own, default=0) <= _SHORT
    return (
        _AROUND + _lines(stem, letters * _STEMS) + (bool(own) if beside else sum(_lines(one, letters) for one in own))
    )


def _lines(count: int, measure: float) -> int:
    return int(-(-count // measure)) or 1


def halves(asks: Sequence[Ask], letters: float) -> list[list[list[tuple[int, Ask]]]]:
    """Return rows of two columns, of nearly the same height, with the questions in them and their places."""
    numbered = list(enumerate(asks))
    return [_halved(numbered[start : start + _MOST], letters) for start in range(0, len(numbered), _MOST)]


def _halved(row: list[tuple[int, Ask]], letters: float) -> list[list[tuple[int, Ask]]]:
    heights = [_lines(len(ask.text.plain()) if ask.text else 0, letters * _STEMS) + 0.3 for _, ask in row]
    cut = min(range(1, len(row) + 1), key=lambda place: max(sum(heights[:place]), sum(heights[place:])))
    return [row[:cut], row[cut:]]
