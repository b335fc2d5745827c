"""What widths words take in tasks and in tables: measured, where a template asks what has room."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from coursepack.load.unspaced import LETTERS
from coursepack.render.charts.lettering import SIZE, Lettering, tidy
from coursepack.render.look.measure import measure
from coursepack.render.words import equation
from coursepack.render.words.html import ruled
from coursepack.render.words.tablecells import celled, is_crowded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Paper, Theme, Type
    from coursepack.render.words.binding import Binding
    from coursepack.render.words.tablecells import Grid
    from coursepack.text import Rich

# How much broader the words of a task may be than those of a drawing, in a heavier cut, and how much they seldom are.
_LOOSER, _NEARLY = 1.15, 1.01
# The share of two columns that is little.
_LITTLE = 0.3
# Between two widths that are tried (mm).
_STEP = 0.5
# Where a line of a cell may end: at a blank, behind a letter of a script that has none, a stroke or a hyphen.
_WORDS = re.compile(rf" |(?<=[{LETTERS}])|(?<=[^\W\d_]{{3}}[/-])(?=[^\W\d_])")
# A page whose text is narrower (mm) is small, and more columns are many.
_SMALL, _MANY = 130, 4


def _white(kind: Type, line: str) -> float:
    """Return what white (em) a theme adds between a line's letters and words."""
    return kind.letter_spacing * len(line) + kind.word_spacing * sum(map(str.isspace, line))


def breadths(theme: Theme, size: Measure, binding: Binding) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of the room (mm) that words take in a task: a line, a label, or two columns.

    What no line's end parts, such as "Article 51", is one word.
    """
    lettering, own = Lettering.of(theme), size.steps["aside"].size / 72 * 25.4

    def breadth(line: str, looser: float = _LOOSER) -> float:
        return (lettering.width(line) / SIZE * looser + _white(theme.type, line)) * own

    def words(text: Rich) -> list[float]:
        said = binding.bound(tidy(text.rewritten(_unspoken).plain())).split(" ")
        drawn = _drawn(text, equation.Room())
        return [*(breadth(word, _NEARLY) for word in said), *(width * own * _NEARLY for width in drawn)]

    blank = breadth(" ", _NEARLY)
    return {
        "breadth": lambda text: breadth(tidy(text.plain())),
        "broad": lambda label: breadth(str(label)),
        "sides": partial(_sides, words, blank),
    }


def _sides(
    words: Callable[[Rich], list[float]], blank: float, left: Sequence[Rich], right: Sequence[Rich], room: float
) -> float:
    """Return the width (mm) of the left one of two columns.

    Both have room for their longest words, or share what there is. They are as low as they can be, and no line ends
    early in vain. Names on the left that need little are on a line each.
    """
    sides = [[words(text) for text in side] for side in (left, right)]
    long, longest = (max(map(max, side)) * _LOOSER for side in sides)
    whole, wholes = (max(sum(one) + len(one) * blank for one in side) for side in sides)
    least = whole if whole < min(_LITTLE * room, room - longest) else min(long, long / (long + longest) * room)
    most = max(least, min(whole, room - longest))
    share = max(whole / (whole + wholes) * room, least)

    def cost(width: float) -> tuple[int, int, float]:
        lines = _high(sides[0], blank, width), _high(sides[1], blank, room - width)
        return max(lines), sum(lines), abs(width - share)

    tried = [min(least + step * _STEP, most) for step in range(int((most - least) / _STEP) + 2)]
    return min((*tried, min(share, most)), key=cost)


def _high(side: Sequence[Sequence[float]], blank: float, room: float) -> int:
    """Return how many lines the words (mm) of a column's texts take in a width."""
    lines = 0
    for words in side:
        filled = room
        for word in words:
            lines, filled = (lines + 1, word) if filled + blank + word > room else (lines, filled + blank + word)
    return lines


def crowding(theme: Theme, paper: Paper) -> Callable[[Grid, float], bool]:
    """Return what says whether the columns of a table of some width (pt) have no room for their words.

    On a small page letters stand closer where there are five columns (themes/easy).
    """
    lettering, size = Lettering.of(theme), measure(theme, paper)

    def crowded(cells: Grid, width: float) -> bool:
        close = paper.text < _SMALL and len(cells.columns) > _MANY
        room = celled(width / len(cells.columns), size)

        def longest(text: Rich) -> float:
            words = _WORDS.split(tidy(text.rewritten(_unspoken).plain()))
            widths = [lettering.width(one) / SIZE + (0 if close else _white(theme.type, one)) for one in words]
            gaps = [ruled(one.meta["length"]) for one, _ in text.marks("gap") if not one.meta["choices"]]
            most = max(*widths, *_drawn(text, room), 0) * size.steps["table"].size
            return max([most, *(one * size.steps["aside"].size for one in gaps)])

        return is_crowded(cells, longest, width, size)

    return crowded


def _drawn(text: Rich, room: equation.Room) -> list[float]:
    """Return how wide (em) the formulas of a text are, or what no line's end parts of them."""
    return [equation.widest(one.content, room, alone="alone" in one.meta) for one, _ in text.marks("math")]


def _unspoken(token: Token) -> Token:
    """Return a token without what is written of a formula: it is drawn."""
    return token.copy(content="") if token.type == "math" else token
