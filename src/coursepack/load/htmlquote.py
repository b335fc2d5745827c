"""Quotations of HTML, `<blockquote>Words<footer>Who said so</footer></blockquote>`: those of Markdown.

Their paragraphs stand between tags or empty lines; who said them stands below, after a dash. One that holds
other blocks, or is hidden, stays raw HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.htmlpairs import pair
from coursepack.load.screen import HIDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TAG = re.compile(r"<(/?)blockquote\b[^<>]*>", re.IGNORECASE)
_PARTS = re.compile(r"</?p\b[^<>]*>|(<(?:footer|cite)\b[^<>]*>)|</(?:footer|cite)\s*>|\n[ \t]*\n", re.IGNORECASE)
_BLOCKS = re.compile(
    r"<(?:div|table|ul|ol|pre|h\d|img|iframe|blockquote|figure|details)\b|^ {0,3}(?:`{3}|~{3})",
    re.IGNORECASE | re.MULTILINE,
)
# What a screen hides may be an answer.
_HIDES = re.compile(HIDING, re.IGNORECASE)
_DASH = re.compile(r"[-\u2013\u2014]")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_quote", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = pair(state, start, end, _TAG)
    if found is None or _HIDES.search(found.opened[0]):
        return False
    head, foot = found.opened.end(), found.source.lower().rindex("</blockquote")
    inside = " " * head + found.source[head:foot]
    if _BLOCKS.search(inside) or not inside.strip():
        return False
    if not silent:
        state.push("blockquote_open", "blockquote", 1).map = [start, found.last + 1]
        for line, words in _paragraphs(inside):
            _push(state, start + line, words)
        state.push("blockquote_close", "blockquote", -1)
        state.line = found.last + 1
    return True


def _paragraphs(inside: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs, each with its line; whoever said them after a dash."""
    place, dash = 0, ""
    for found in (*_PARTS.finditer(inside), None):
        piece = inside[place : found.start() if found else None]
        if words := piece.strip():
            line = inside.count("\n", 0, place + len(piece) - len(piece.lstrip()))
            yield line, ("" if _DASH.match(words) else dash) + words
        if found:
            place, dash = found.end(), "\u2014 " if found[1] else ""


def _push(state: StateBlock, line: int, words: str) -> None:
    lines = [line, line + words.count("\n") + 1]
    state.push("paragraph_open", "p", 1).map = lines
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = words, [], lines
    state.push("paragraph_close", "p", -1)
