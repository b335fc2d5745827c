"""Figures of HTML, `<figure><img …><figcaption>Rain</figcaption></figure>`: pictures with a caption for all of them.

The pictures may be written in Markdown, too, as MkDocs has them. A figure that holds anything else stays raw HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.htmlpairs import pair

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TAG = re.compile(r"<(/?)figure\b[^<>]*>", re.IGNORECASE)
_CAPTION = re.compile(r"<figcaption\b[^<>]*>((?:(?!</?figcaption\b).)*)</figcaption\s*>", re.DOTALL | re.IGNORECASE)
_AROUND = re.compile(r"</?(?:figure|center|div|p|span|a)\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:center|div|p|span|small)\b[^<>]*>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]+(?:\s+\"[^\"]*\")?\)(?:\{[^{}]*\})?|<img\s[^<>]*>", re.IGNORECASE)


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_figure", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = pair(state, start, end, _TAG)
    if found is None:
        return False
    source = found.source
    caption = _CAPTION.search(source)
    shown = _AROUND.sub(" ", _CAPTION.sub(lambda named: "\n" * named[0].count("\n"), source))
    if not shown.strip() or _PICTURE.sub("", shown).strip():
        return False
    if not silent:
        first = shown[: len(shown) - len(shown.lstrip())].count("\n")
        below = source[: caption.start(1)].count("\n") - first if caption else 0
        words = " ".join(_MARKUP.sub(" ", caption[1]).split()) if caption else ""
        _push(state, start + first, " ".join(shown.split()), {"title": words, "below": below} if words else {})
        state.line = found.last + 1
    return True


def _push(state: StateBlock, line: int, content: str, said: dict[str, str | int]) -> None:
    opened = state.push("paragraph_open", "p", 1)
    opened.map, opened.meta = [line, line + 1], {"figure": said}
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = content, [], [line, line + 1]
    state.push("paragraph_close", "p", -1)
