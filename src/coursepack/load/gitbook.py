"""Hints of GitBook, `{% hint style="warning" %}` … `{% endhint %}`, read as {callout} blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.callouts import NAMES
from coursepack.load import interrupting
from coursepack.load.admonition import Admonition, parted
from coursepack.load.fence import closing, written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_HINT = re.compile(r"\{%\s*hint(?:\s+style=[\"'](\w+)[\"'])?[^%{}]*%\}[ \t]*")
_END = re.compile(r"\{%\s*endhint\s*%\}[ \t]*")
_KINDS = {"info": "note", "success": "tip", "warning": NAMES["warning"], "danger": NAMES["danger"]}


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.block.ruler.before("fence", "gitbook_hint", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    opened = None if state.is_code_block(start) else _HINT.fullmatch(written(state, start))
    last = closing(state, start, end, _END.fullmatch, "hint") if opened else None
    if opened is None or last is None:
        return False
    if not silent:
        body = state.getLines(start + 1, last, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
        token = state.push("callout", "", 0)
        token.markup, token.map = opened[0].rstrip(), [start, last + 1]
        token.meta = {"callout": Admonition(_KINDS.get(opened[1], "note"), "", parted(body), 0), "indent": 0}
        state.line = last + 1
    return True
