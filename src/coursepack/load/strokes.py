"""Room to write in as it is typed: rows of low strokes or of dots, `______`, `……………`.

Alone in their lines they are lines to write on, one `hr` token that knows how many; three strokes are Markdown's own
line across. Among words they are low strokes, however they were typed, which paper rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.fence import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# A line as it is typed from margin to margin, and a few in a row, which Markdown takes for one line across.
_LINE = re.compile(r"(?:\\?_){4,}|\.{8,}|…{4,}")
_SOME = re.compile(r"(?:_{4,}[ \t]+)+_{4,}")
# Dots among words: fewer are what is left out, or breaks off.
_DOTS = re.compile(r"\.{8,}|…{4,}")
# What lets the signs of a text be read: none of them stands in code or in an address.
_WORDS = "text"


def use(markdown: MarkdownIt) -> None:
    """Add the rules, before Markdown's own for a line across and for dots."""
    markdown.block.ruler.before("hr", "lines_to_write_on", _lines, interrupting.NOTES)
    markdown.core.ruler.before("replacements", "dots_to_write_on", _dots)


def _lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    if state.is_code_block(start) or not _is_line(state, start):
        return _row(state, start, silent=silent)
    if silent:
        return True
    last, count = start, 0
    for number in range(start, end):
        if state.sCount[number] < state.blkIndent and not state.isEmpty(number):
            break
        if _is_line(state, number):
            last, count = number + 1, count + 1
        elif not state.isEmpty(number):
            break
    state.line = last
    token = state.push("hr", "hr", 0)
    token.map, token.markup, token.meta = [start, last], "____", {"lines": count}
    return True


def _is_line(state: StateBlock, number: int) -> bool:
    return bool(_LINE.fullmatch(written(state, number).strip()))


def _row(state: StateBlock, start: int, *, silent: bool) -> bool:
    """Read a few strokes in a row as a paragraph of words to fill in."""
    said = written(state, start).strip()
    if state.is_code_block(start) or not _SOME.fullmatch(said):
        return False
    if not silent:
        state.line = start + 1
        state.push("paragraph_open", "p", 1).map = [start, state.line]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = said, [start, state.line], []
        state.push("paragraph_close", "p", -1)
    return True


def _dots(state: StateCore) -> None:
    for inline in state.tokens:
        for token in _words(inline.children or ()):
            token.content = _DOTS.sub(lambda found: "_" * _long(found[0]), token.content)


def _words(children: Sequence[Token]) -> Sequence[Token]:
    return [one for one in children if one.type == _WORDS and one.info != "auto"]


def _long(dots: str) -> int:
    """Return how many strokes are as long as dots: an ellipsis has three, and two dots are about a stroke."""
    return max(4, len(dots.replace("…", "...")) // 2)
