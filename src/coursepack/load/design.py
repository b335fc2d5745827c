"""Tabs, grids and cards of Sphinx Design, `:::{tab-item} R`, ```` ```{card} Rain ````: what stands in them, one by one.

A tab begins with its title as a heading, one deeper than that above all of them; a card with its title in bold. A grid
whose items have room beside each other is a {columns} block (`sidebyside`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, div, interrupting, sidebyside, tabs
from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPENS = re.compile(
    r"(`{3,}|~{3,}|:{3,})[ \t]*\{(tab-set|tab-item|grid|grid-item|grid-item-card|card-carousel|card)\}[ \t]*([^`\n]*)$"
)
_TITLED = frozenset({"grid-item-card", "card"})


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before those of fences and divs."""
    markdown.block.ruler.before("course_block", "design", _rule, interrupting.NOTES)
    markdown.block.ruler.before("course_block", "card_line", _line, interrupting.NOTES)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = None if state.is_code_block(start) else _OPENS.match(written(state, start))
    last = _last(state, start, end, found[1]) if found else None
    if found is None or last is None or sidebyside.last_line(state, start, end) is not None:
        return False
    if not silent:
        title = found[3].strip()
        if found[2] == "tab-item" and title:
            tabs.head(state, start, title, found[1])
        elif found[2] in _TITLED and title:
            _bold(state, start, title)
        _, above = attributes.options(div.inside(state, start, last))
        state.env.setdefault("cards", []).append((start, last))
        most, state.lineMax = state.lineMax, last
        state.md.block.tokenize(state, start + 1 + above.count("\n"), last)
        state.lineMax, state.line = most, last + 1
    return True


def _line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 markdown-it's own signature
    """Read the line between the head, the text and the foot of a card: it is none."""
    inside = any(first < start < last for first, last in state.env.get("cards", ())[-1:])
    found = inside and bool(sidebyside.PART.fullmatch(written(state, start)))
    if found and not silent:
        state.line = start + 1
    return found


def _last(state: StateBlock, start: int, end: int, fence: str) -> int | None:
    """Return the line that closes what a line opens."""
    if fence.startswith(":"):
        length = div.last_line(state, start, end)
        return None if length is None else start + length
    closing = re.compile(rf"{re.escape(fence)}{re.escape(fence[0])}*\s*")
    return next((line for line in range(start + 1, end) if closing.fullmatch(written(state, line))), None)


def _bold(state: StateBlock, start: int, title: str) -> None:
    state.push("paragraph_open", "p", 1).map = [start, start + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = f"**{title}**", [], [start, start + 1]
    state.push("paragraph_close", "p", -1)
