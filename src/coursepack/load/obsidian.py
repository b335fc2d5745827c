"""What notes of Obsidian have that nobody reads: comments, `%% … %%`, and names of paragraphs, ` ^here`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.fence import closing, written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_MARK = "%%"
_AMONG = re.compile(r"%%(?!%)[^\n]{0,2000}?(?<!%)%%(?=\s|$)")
# Behind a paragraph, what others lead to it by; a power has no blank before it.
_NAME = re.compile(r"(?<=\S)[ \t]+\^[A-Za-z0-9][A-Za-z0-9-]+\Z")


def use(markdown: MarkdownIt) -> None:
    """Add the rules."""
    markdown.block.ruler.before("fence", "obsidian_comment", _lines, interrupting.LISTS)
    markdown.inline.ruler.before("text", "obsidian_comment", _among)
    markdown.core.ruler.before("inline", "obsidian_names", _names)


def _lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Leave out the lines of a comment that begins and ends one."""
    opens = not state.is_code_block(start) and written(state, start).startswith(_MARK)
    last = _last(state, start, end) if opens else None
    if last is not None and not silent:
        state.line = last + 1
    return last is not None


def _last(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that ends a comment: the same one, or one below."""
    rest = written(state, start).strip().removeprefix(_MARK)
    if _MARK in rest:
        return start if rest.endswith(_MARK) else None
    return closing(state, start, end, lambda line: line.rstrip().endswith(_MARK), "comment")


def _among(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    before = state.src[state.pos - 1 : state.pos] if state.pos else " "
    found = _AMONG.match(state.src, state.pos) if before.isspace() else None
    if found is None:
        return False
    if not silent:
        state.pos = found.end()
    return True


def _names(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and "^" in token.content:
            token.content = _NAME.sub("", token.content)
