"""What widths words take in tasks and in tables: measured, where a template asks what has room."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from coursepack.load.unspaced import LETTERS
from coursepack.render.charts.lettering import SIZE, Lettering, tidy
from coursepack.render.look.measure import measure
from coursepack.render.words import equation
from coursepack.render.words.tablecells import celled, is_crowded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Paper, Theme, Type
    from coursepack.render.words.binding import Binding
    from coursepack.render.words.tablecells import Grid
    from coursepack.text import Rich

# How much broader the words of a task may be than those of a drawing, in a heavier cut, and how much many of them are.
_LOOSER, _NEARLY = 1.15, 1.03
# Between two words, and between two widths that are tried (mm).
_BLANK, _STEP = 1, 0.5
# Where a line of a cell may end: at a blank, behind a letter of a script that has none, a stroke or a hyphen.
_WORDS = re.compile(rf" |(?<=[{LETTERS}])|(?<=[^\W\d_]{{3}}[/-])(?=[^\W\d_])")
# A page whose text is narrower (mm) is small, and more columns are many.
_SMALL, _MANY = 130, 4


def _white(kind: Type, line: str) -> float:
    """Return what white (em) a theme adds between a line's letters and words."""
    return kind.letter_spacing * len(line) + kind.word_spacing * sum(map(str.isspace, line))


def breadths(theme: Theme, size: Measure, binding: Binding) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of the room (mm) that words take in a task: one line of them, or two columns.

    What no line's end parts, such as "Article 51", is one word.
    """
    lettering, own = Lettering.of(theme), size.steps["aside"].size / 72 * 25.4

    def breadth(line: str) -> float:
        return (lettering.width(line) / SIZE * _LOOSER + _white(theme.type, line)) * own

    def words(text: Rich) -> list[float]:
        return list(map(breadth, binding.bound(tidy(text.plain())).split(" ")))

    return {"breadth": lambda text: breadth(tidy(text.plain())), "sides": partial(_sides, words)}


def _sides(words: Callable[[Rich], list[float]], left: Sequence[Rich], right: Sequence[Rich], room: float) -> float:
    """Return the width (mm) of the left one of two columns.

    Both have room for their longest words, or share what there is. They are as low as they can be, and no line ends
    early in vain.
    """
    sides = [[words(text) for text in side] for side in (left, right)]
    long, longest = (max(map(max, side)) for side in sides)
    whole, wholes = (max(sum(one) + len(one) * _BLANK for one in side) for side in sides)
    least = min(long, long / (long + longest) * room)
    most = max(least, min(whole, room - longest))
    share = max(whole / (whole + wholes) * room, least)

    def cost(width: float) -> tuple[int, int, float]:
        lines = _high(sides[0], width), _high(sides[1], room - width)
        return max(lines), sum(lines), abs(width - share)

    tried = [min(least + step * _STEP, most) for step in range(int((most - least) / _STEP) + 2)]
    return min((*tried, min(share, most)), key=cost)


def _high(side: Sequence[Sequence[float]], width: float) -> int:
    """Return about how many lines the words (mm) of a column's texts take in a width."""
    room, lines = width * _LOOSER / _NEARLY, 0
    for words in side:
        filled = room
        for word in words:
            lines, filled = (lines + 1, word) if filled + _BLANK + word > room else (lines, filled + _BLANK + word)
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
            drawn = [equation.widest(one.content, room, alone="alone" in one.meta) for one, _ in text.marks("math")]
            return max(widths + drawn) * size.steps["table"].size

        return is_crowded(cells, longest, width, size)

    return crowded


def _unspoken(token: Token) -> Token:
    """Return a token without what is written of a formula: it is drawn."""
    return token.copy(content="") if token.type == "math" else token
