"""Callouts and tabs of MkDocs, `!!! note "Title"`, `??? tip`, `=== "Title"`: their text is indented by four blanks.

MkDocs knows no kinds by heart: one that is none here is a note, with its own word for a title, as it is there. What a
tab holds stands below its title, a heading one deeper than the one above all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting, tabs
from coursepack.load.admonition import Admonition, called, parted, titled
from coursepack.load.fence import written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPENS = re.compile(r'(?:!!!|\?\?\?\+?)[ \t]*([^\s"!?+]+)(?:[ \t]+[\w-]+)*[ \t]*(?:"([^\n]*)")?[ \t]*')
_TAB = re.compile(r'===[!+]?[ \t]*"([^"\n]*)"[ \t]*')
_STEP = 4


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of lists: their items may begin with none of these signs."""
    markdown.block.ruler.before("fence", "indented_callout", _rule, interrupting.NOTES)
    markdown.block.ruler.before("fence", "indented_tab", _tab, interrupting.NOTES)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = None if state.is_code_block(start) else _OPENS.fullmatch(written(state, start))
    last = _last(state, start, end) if found else start + 1
    if found is None or last == start + 1:
        return False
    if silent:
        return True
    body = state.getLines(start + 1, last, state.sCount[start] + _STEP, True)  # noqa: FBT003 markdown-it's own
    token = state.push("callout", "", 0)
    token.markup, token.map = found[0].rstrip(), [start, last]
    token.meta = {"callout": _read(found, body), "indent": _STEP}
    state.line = last
    return True


def _tab(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = None if state.is_code_block(start) else _TAB.fullmatch(written(state, start))
    last = _last(state, start, end) if found else start + 1
    if found is None or last == start + 1:
        return False
    if not silent:
        tabs.head(state, start, found[1], found[0].rstrip())
        indent, state.blkIndent = state.blkIndent, state.sCount[start] + _STEP
        state.md.block.tokenize(state, start + 1, last)
        state.blkIndent, state.line = indent, last
    return True


def _last(state: StateBlock, start: int, end: int) -> int:
    """Return the line after the last that is indented; empty lines below it are none of the callout's."""
    last = start + 1
    for number in range(start + 1, end):
        if state.isEmpty(number):
            continue
        if state.sCount[number] < state.sCount[start] + _STEP:
            break
        last = number + 1
    return last


def _read(found: re.Match[str], body: str) -> Admonition:
    kind, title = called(found[1], None if found[2] is None else found[2].strip())
    made = Admonition(kind, titled(kind, title), parted(body), 0)
    return made.folded() if found[0].startswith("???") else made
