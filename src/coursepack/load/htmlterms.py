"""Lists of terms of HTML, `<dl><dt>Term</dt><dd>What it means</dd></dl>`: those that `Term` and `: words` make.

One that holds anything but terms and what they mean stays raw HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.htmlpairs import pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TAG = re.compile(r"<(/?)dl\b[^<>]*>", re.IGNORECASE)
_PIECE = re.compile(r"</?(?:dl|div)\b[^<>]*>|<(d[dt])\b[^<>]*>|</d[dt]\s*>", re.IGNORECASE)


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_terms", _rule, interrupting.PROSE)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = pair(state, start, end, _TAG)
    pieces = list(_pieces(found.source)) if found else []
    if not found or not pieces or pieces[0][0] != "dt" or not all(name for name, _, _ in pieces):
        return False
    if not silent:
        state.push("dl_open", "dl", 1).map = [start, found.last + 1]
        for name, line, words in pieces:
            _push(state, name, start + line, words)
        state.push("dl_close", "dl", -1)
        state.line = found.last + 1
    return True


def _pieces(source: str) -> Iterator[tuple[str, int, str]]:
    """Yield the terms and what they mean, each with its line; words that stand elsewhere have no name."""
    tags = list(_PIECE.finditer(source))
    for tag, after in zip(tags, [*tags[1:], None], strict=True):
        words = source[tag.end() : after.start() if after else None]
        name = (tag[1] or "").lower()
        if name or words.strip():
            blank = len(words) - len(words.lstrip())
            yield name, source.count("\n", 0, tag.end() + blank), " ".join(words.split())


def _push(state: StateBlock, name: str, line: int, words: str) -> None:
    state.push(f"{name}_open", name, 1).map = [line, line + 1]
    if name == "dd":
        opened = state.push("paragraph_open", "p", 1)
        opened.map, opened.hidden = [line, line + 1], True
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = words, [], [line, line + 1]
    if name == "dd":
        state.push("paragraph_close", "p", -1).hidden = True
    state.push(f"{name}_close", name, -1)
