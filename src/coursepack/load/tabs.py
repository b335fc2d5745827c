"""The heads of tabs, which a page has one after the other: they stand below the heading above all of them.

Quarto writes `## R` and `## Python` for two tabs whatever the section is that they stand in; they begin none. Nor
is a slide named after one alone (`meta["tab"]`): every section has such tabs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_TABS = "tabs"
_DEEPEST = 6


def use(markdown: MarkdownIt) -> None:
    """Add the rule: when all divs are known."""
    markdown.core.ruler.after("block", "tabs", _tabs)


def note(state: StateBlock, start: int, last: int) -> None:
    """Keep the lines that tabs take, from the one that opens their div to the one that closes it."""
    state.env.setdefault(_TABS, []).append((start, last))


def _tabs(state: StateCore) -> None:
    for start, last in sorted(state.env.get(_TABS, [])):
        _lower(state.tokens, start, last)


def _lower(tokens: Sequence[Token], start: int, last: int) -> None:
    """Set the headings of some tabs below the one that stands before them, each as deep among them as before."""
    heads = [token for token in tokens if token.type == "heading_open" and token.map]
    above = [_level(token) for token in heads if token.map and token.map[0] < start]
    inside = [token for token in heads if token.map and start < token.map[0] < last]
    first = min(map(_level, inside), default=0)
    down = max(above[-1] + 1 - first, 0) if above else 0
    known = {id(token) for token in inside}
    for token, after in zip(tokens, tokens[2:], strict=False):
        if id(token) in known:
            token.meta = {**token.meta, "tab": _level(token) == first}
            token.tag = after.tag = f"h{min(_level(token) + down, _DEEPEST)}"


def _level(token: Token) -> int:
    return int(token.tag[1])
