"""A slide's text that is formulas, each below the words that introduce it: such a text has a layout of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.words.equation import draw
from coursepack.render.words.latex import lines
from coursepack.resolve.passages import LINE

if TYPE_CHECKING:
    from coursepack.text import Rich

# Rows of the layout; what stands in one is no higher and wider (em of its type) than its frame at the floor.
_ROWS = 3
_HIGH, _WIDE = 3.4, 38.0


@dataclass(frozen=True)
class Led:
    """A formula, and what introduces it."""

    lead: Rich | None
    latex: str


def led(text: Rich | None) -> list[Led]:
    """Return the formulas of a text that is nothing else, where they go on one slide; one alone may have many lines."""
    found: list[Led] = []
    lead: Rich | None = None
    for token in text.tokens if text else ():
        if token.type == "math_block":
            found.append(Led(lead, token.content))
            lead = None
        elif token.type == "inline" and lead is None and len(token.content) <= LINE and text:
            lead = replace(text, tokens=(token,))
        elif token.type not in {"paragraph_open", "paragraph_close"}:
            return []
    fits = len(found) == 1 or (len(found) <= _ROWS and all(_is_low(one.latex) for one in found))
    return found if fits and lead is None else []


def _is_low(latex: str) -> bool:
    drawn = draw(latex, inline=False)
    return len(lines(latex).rows) == 1 and drawn.height <= _HIGH and drawn.width <= _WIDE
