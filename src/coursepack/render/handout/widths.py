"""What widths words take in tasks and in tables: measured, where a template asks what has room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load.unspaced import LETTERS
from coursepack.render.charts.lettering import SIZE, Lettering, tidy
from coursepack.render.look.measure import measure
from coursepack.render.words import equation
from coursepack.render.words.tablecells import is_crowded

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Paper, Theme, Type
    from coursepack.render.words.binding import Binding
    from coursepack.render.words.tablecells import Grid
    from coursepack.text import Rich

# How much broader the words of a task may be than those of a drawing, in a heavier cut.
_LOOSER = 1.15
# Where a line of a cell may end: at a blank, or behind a letter of a script that has none.
_WORDS = re.compile(f" |(?<=[{LETTERS}])")
# A page whose text is narrower (mm) is small, and more columns are many.
_SMALL, _MANY = 130, 4


def _white(kind: Type, line: str) -> float:
    """Return what white (em) a theme adds between a line's letters and words."""
    return kind.letter_spacing * len(line) + kind.word_spacing * sum(map(str.isspace, line))


def breadths(theme: Theme, size: Measure, binding: Binding) -> dict[str, Callable[..., float]]:
    """Return what templates may ask of the room (mm) that words take in a task: a line of them, or the longest.

    The longest may be some that no line's end parts, such as "Article 51".
    """
    lettering, own = Lettering.of(theme), size.steps["aside"].size / 72 * 25.4

    def breadth(line: str) -> float:
        return (lettering.width(line) / SIZE * _LOOSER + _white(theme.type, line)) * own

    def longest(text: Rich) -> float:
        return max(map(breadth, binding.bound(tidy(text.plain())).split(" ")))

    return {"breadth": lambda text: breadth(tidy(text.plain())), "longest": longest}


def crowding(theme: Theme, paper: Paper) -> Callable[[Grid, float], bool]:
    """Return what says whether the columns of a table of some width (pt) have no room for their words.

    On a small page letters stand closer where there are five columns (themes/easy).
    """
    lettering, size = Lettering.of(theme), measure(theme, paper)

    def crowded(cells: Grid, width: float) -> bool:
        close = paper.text < _SMALL and len(cells.columns) > _MANY

        def longest(text: Rich) -> float:
            words = _WORDS.split(tidy(text.rewritten(_unspoken).plain()))
            widths = [lettering.width(one) / SIZE + (0 if close else _white(theme.type, one)) for one in words]
            drawn = [equation.draw(one.content, inline=True).width for one, _ in text.marks("math")]
            return max(widths + drawn) * size.steps["table"].size

        return is_crowded(cells, longest, width, size)

    return crowded


def _unspoken(token: Token) -> Token:
    """Return a token without what is written of a formula: it is drawn."""
    return token.copy(content="") if token.type == "math" else token
