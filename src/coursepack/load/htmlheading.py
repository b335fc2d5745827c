"""Headings and rules of HTML, alone in their line, read as those of Markdown: `<h2>Title</h2>`, `<hr>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, interrupting
from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_HEADING = re.compile(r"<h([1-6])\b([^<>]*)>(.*)</h\1\s*>\s*", re.IGNORECASE)
_LINE = re.compile(r"<hr\b[^<>]*>\s*", re.IGNORECASE)


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_heading", _rule, interrupting.PROSE)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 markdown-it's own
    line = "" if state.is_code_block(start) else written(state, start)
    found = _HEADING.fullmatch(line)
    if not found and not _LINE.fullmatch(line):
        return False
    if silent:
        return True
    state.line = start + 1
    if found:
        _push(state, start, found)
    else:
        state.push("hr", "hr", 0).map = [start, start + 1]
    return True


def _push(state: StateBlock, start: int, found: re.Match[str]) -> None:
    level, name = found[1], attributes.read(found[2]).named.get("id", "")
    opened = state.push("heading_open", f"h{level}", 1)
    opened.markup, opened.map = "#" * int(level), [start, start + 1]
    inline = state.push("inline", "", 0)
    inline.content = found[3].strip() + (f" {{#{name}}}" if name else "")
    inline.children, inline.map = [], [start, start + 1]
    state.push("heading_close", f"h{level}", -1).markup = "#" * int(level)
