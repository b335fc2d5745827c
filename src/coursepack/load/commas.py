r"""Decimal commas in formulas, `$0,25$`: LaTeX takes a comma for one of a list, and sets a blank behind it.

A comma between two digits is one of a number, as `icomma` has it, where the language writes numbers so; one with a
blank behind it parts a list. So do those of several in a row, `1,2,3`, and of two numbers alone in brackets or below a
letter, `(1,2)`, `a_{1,2}`, which may be either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# What is no formula inside one, or writes its numbers itself.
_OTHER = (
    r"\\(?:text[a-z]*|mbox|hbox|operatorname|num[a-z]*|SI[a-z]*|si|qty[a-z]*|unit|ang|ce|pu|tag|label|hspace|begin|end)"
    r"\s*(?:\[[^\[\]]*\]\s*)?(?:\{(?:[^{}]|\{[^{}]*\})*\}\s*)+"
)
_PAIR = r"(?:\(|\[|\\\{|\\left[(\[]|_\{)\s*\d+,\d+\s*(?=[)\]}]|\\\}|\\right)"
_DECIMAL = r"(?<![\d,])(\d+),(?=\d+(?![\d,])|\d+,(?:\s|$)|\\(?:overline|bar)\b)"
_COMMA = re.compile(rf"{_OTHER}|{_PAIR}|{_DECIMAL}", re.DOTALL)
_NAME = "commas"
_FORMULAS = frozenset({"math", "math_block", "amsmath"})


def use(markdown: MarkdownIt) -> None:
    """Add the rule, after all formulas are read."""
    markdown.core.ruler.push(_NAME, _commas)


def are_read(markdown: MarkdownIt) -> bool:
    """Tell whether a parser has the rule."""
    return _NAME in markdown.get_active_rules()["core"]


def closed(latex: str) -> str:
    """Return LaTeX whose decimal commas have no blank behind them."""
    return _COMMA.sub(lambda found: f"{found[1]}{{,}}" if found[1] else found[0], latex)


def _commas(state: StateCore) -> None:
    for token in _formulas(state.tokens):
        token.content = closed(token.content)


def _formulas(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type in _FORMULAS:
            yield token
        yield from _formulas(token.children or [])
