r"""Page breaks and films as other tools write them, alone in a paragraph.

They are `\newpage` and its like, `{{< pagebreak >}}`, and `{{< video https://… >}}`.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.callouts import NAMES
from coursepack.load.fence import written
from coursepack.load.formulas import is_open

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_ALONE = re.compile(r"\\(?:newpage|pagebreak|clearpage)(?:\{\})?|\{\{<\s*pagebreak\s*>\}\}")

# What only moves things on LaTeX's page, and Pandoc's pause, for which a talk waits.
_LAYOUT = re.compile(
    r"\. \. \.|(?:\\(?:(?:big|med|small)skip|noindent|hfill|vfill|centering|raggedright|newline|linebreak|par|maketitle"
    r"|tableofcontents|singlespacing|doublespacing|onehalfspacing|(?:this)?pagestyle\{\w*\}|[vh]space\*?\{[^{}]*\}"
    r"|pagenumbering\{\w*\}|setcounter\{\w*\}\{\d*\})\s*)+"
)
# The same before the words of a paragraph.
_FIRST = re.compile(r"\\(?:noindent|indent|(?:big|med|small)skip|centering|raggedright|par)(?![A-Za-z])\s*")
_TEXTS = frozenset({"text", "text_special"})
# What no formula is: those of formulas are read before.
_BEGIN = re.compile(r"\\begin\{([A-Za-z]+\*?)\}")
# The kind of a directive or a div.
_KIND = re.compile(r"\s*\{?\.?(?:callout-)?([\w:]+)")
_VIDEO = re.compile(r"""\{\{<\s*video\s+["']?(https?://[^\s"'>]+)["']?(?:\s[^<>]*)?>\}\}""")


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.block.ruler.before("paragraph", "environments", _environment, {"alt": ["paragraph"]})
    markdown.core.ruler.after("block", "page_breaks", _breaks)
    markdown.core.ruler.after("block", "lines_across", _lines)
    markdown.core.ruler.after("inline", "first_commands", _unmoved)


def _lines(state: StateCore) -> None:
    """Leave out lines across that part nothing: before a heading, beside a block or another one, at either end.

    Slides of Marp and reveal.js begin so, and headings part a page by themselves. What is all that a heading has stays,
    but not below a title.
    """
    parts = [None, *state.tokens, None]
    title = state.tokens[2] if state.tokens[2:] and state.tokens[0].tag == "h1" else None
    state.tokens = [
        token
        for before, token, after in zip(parts, state.tokens, parts[2:], strict=False)
        if token.type != "hr"
        or "lines" in token.meta
        or (before and before is not title and before.type == "heading_close")
        or _is_between(before, after)
    ]


def _is_between(before: Token | None, after: Token | None) -> bool:
    if before is None or after is None or before.tag == "h1":
        return False
    return not (after.type in {"hr", "heading_open"} or _is_block(before) or _is_block(after))


def _is_block(token: Token) -> bool:
    """Tell whether it is a callout: those have rules of their own."""
    named = _KIND.match(token.info) if token.type in {"fence", "colon_fence"} else None
    return bool(named and named[1].rpartition(":")[2] in NAMES)


def _environment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Keep an environment of LaTeX together, so that it is reported as one."""
    found = _BEGIN.match(written(state, start))
    closing = f"\\end{{{found[1]}}}" if found else ""
    last = next((line for line in range(start, end) if closing in written(state, line)), None) if found else None
    if found is None or last is None or (silent and is_open(state, start)):
        return False
    if not silent:
        state.line = last + 1
        token = state.push("environment", "", 0)
        token.info, token.map = found[0], [start, state.line]
    return True


def _unmoved(state: StateCore) -> None:
    """Leave out commands before the words of a paragraph that only move them on LaTeX's page."""
    for token in (one for one in state.tokens if one.children):
        # A backslash and its letter are a token of their own here.
        texts = list(takewhile(lambda one: one.type in _TEXTS, token.children or ()))
        found = _FIRST.match("".join(one.content for one in texts))
        left = found.end() if found else 0
        for one in texts if left else ():
            one.content, left = one.content[left:], max(0, left - len(one.content))
        if found:
            token.children = [*filter(lambda one: one.content, texts), *(token.children or ())[len(texts) :]]


def _breaks(state: StateCore) -> None:
    made: list[Token] = []
    for token in state.tokens:
        opened = len(made) > 1 and made[-2].type == "paragraph_open" and made[-1].type == "inline"
        film = _VIDEO.fullmatch(made[-1].content.strip()) if opened and token.type == "paragraph_close" else None
        if film:
            place = made.pop().map
            made[-1] = Token("video", "", 0, map=place, level=token.level, block=True, meta={"url": film[1]})
        elif opened and token.type == "paragraph_close" and _ALONE.fullmatch(made[-1].content.strip()):
            place = made.pop().map
            made[-1] = Token("page_break", "", 0, map=place, level=token.level, block=True)
        elif opened and token.type == "paragraph_close" and _LAYOUT.fullmatch(made[-1].content.strip()):
            del made[-2:]
        else:
            made.append(token)
    state.tokens = made
