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
# How deep the heading of a tab is where none stands above, and at most.
_SUB, _DEEPEST = 3, 6


def use(markdown: MarkdownIt) -> None:
    """Add the rule: when all divs are known."""
    markdown.core.ruler.after("block", "tabs", _tabs)


def note(state: StateBlock, start: int, last: int) -> None:
    """Keep the lines that tabs take, from the one that opens their div to the one that closes it."""
    state.env.setdefault(_TABS, []).append((start, last))


def head(state: StateBlock, line: int, title: str, markup: str) -> None:
    """Set the title of a tab as a heading, one deeper than that above all of them."""
    above = [token for token in state.tokens if token.type == "heading_open" and not token.meta.get("tab")]
    tag = f"h{min(_level(above[-1]) + 1, _DEEPEST) if above else _SUB}"
    opened = state.push("heading_open", tag, 1)
    opened.markup, opened.map, opened.meta = markup, [line, line + 1], {"tab": True}
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title, [line, line + 1], []
    state.push("heading_close", tag, -1).markup = opened.markup


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
