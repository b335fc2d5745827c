"""What pages of Jekyll have beside Markdown: attributes of kramdown, `{: .note}`, and code between tags of Liquid.

Attributes on a line of their own, or right behind a link, say how words look: those of a screen alone are left out,
classes of an author's own are told. Below a quotation or paragraph, one that is a callout's makes it one, as lessons of
The Carpentries had it: `{: .solution}`. A `^` on a line of its own ends a block. `{% highlight python %}` …
`{% endhighlight %}` is a fence of code.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.load import admonition, attributes, interrupting, screen
from coursepack.load.fence import closing, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_LINE = re.compile(r"\{:([^{}]*)\}[ \t]*")
_MARK = re.compile(r"\^[ \t]*")
_BEHIND = re.compile(r"\{:([^{}\n]*)\}")
_CODE = re.compile(r"\{%-?\s*highlight\s+([\w+#-]+)([^%]*)-?%\}(.*)")
_KIND = re.compile("[1AaIi]")
_END = re.compile(r"(.*?)\{%-?\s*endhighlight\s*-?%\}\s*")
# What a class may make a callout, and how far its lines are indented there.
_CALLED = {"blockquote_close": 2, "paragraph_close": 0}
# What attributes may stand right behind, beside the stars of words that are stressed.
_ENDS = frozenset({"link_close", "image", "code_inline"})
# What kramdown itself makes of a paragraph; the pack prints its own contents.
_OWN = frozenset({"toc", ".no_toc", ":toc"})


def use(markdown: MarkdownIt) -> None:
    """Add the rules."""
    markdown.block.ruler.before("fence", "kramdown", _attributes, interrupting.LISTS)
    markdown.block.ruler.before("fence", "end_of_block", _ended, interrupting.LISTS)
    markdown.block.ruler.before("fence", "liquid_code", _code, interrupting.LISTS)
    markdown.inline.ruler.before("text", "kramdown_link", _link)


def _attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 markdown-it's own
    found = None if state.is_code_block(start) else _LINE.fullmatch(written(state, start))
    if found and not silent:
        state.line = start + 1
        if not (_is_plain(found[1]) or _lettered(state, found[1]) or _called(state, start, found[1])):
            styled = state.push("styled_div", "", 0)
            styled.info, styled.markup, styled.map = f"{{{found[1].strip()}}}", found[0].rstrip(), [start, state.line]
    return found is not None


def _ended(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 markdown-it's own
    """Leave out a `^` on a line of its own: it ends a block, and is printed by nobody."""
    found = not state.is_code_block(start) and _MARK.fullmatch(written(state, start))
    if found and not silent:
        state.line = start + 1
    return bool(found)


def _called(state: StateBlock, start: int, words: str) -> bool:
    """Make what ends right above the attributes a callout, if they have the name of one."""
    last = state.tokens[-1].type if state.tokens else ""
    at = _opening(state.tokens) if last in _CALLED else 0
    opened = state.tokens[at] if last in _CALLED else None
    if not (opened and opened.map and opened.map[1] == start):
        return False
    written = state.getLines(opened.map[0], start, state.sCount[opened.map[0]], True)  # noqa: FBT003 markdown-it's own
    found = admonition.read(f"{{{words}}}", admonition.unquoted(written) if _CALLED[last] else written)
    if not found:
        return False
    del state.tokens[at:]
    token = state.push("callout", "", 0)
    token.markup, token.map = opened.markup, [opened.map[0], start + 1]
    # No line with a name stands above the text.
    token.meta = {"callout": replace(found, skipped=found.skipped - 1), "indent": _CALLED[last]}
    return True


def _lettered(state: StateBlock, words: str) -> bool:
    """Count the list that ends right above as HTML's `type` says, with letters or numerals."""
    kind = attributes.read(words)
    last = state.tokens[-1] if state.tokens else None
    if kind.words or set(kind.named) != {"type"} or not _KIND.fullmatch(kind.named["type"]):
        return False
    if last is None or last.type != "ordered_list_close":
        return False
    state.tokens[_opening(state.tokens)].attrSet("type", kind.named["type"])
    return True


def _opening(tokens: Sequence[Token]) -> int:
    """Return where the token is that the last one closes."""
    level = tokens[-1].level
    return next(at for at in reversed(range(len(tokens))) if tokens[at].nesting == 1 and tokens[at].level == level)


def _is_plain(words: str) -> bool:
    """Tell whether attributes say nothing that paper has: no more than an id, or what a screen alone shows."""
    read = attributes.read(words)
    rest = tuple(word for word in read.words if not word.startswith("#") and word not in _OWN)
    return not (rest or read.named) or screen.is_all(attributes.Attributes(read.named, rest))


def _code(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    opened = None if state.is_code_block(start) else _CODE.fullmatch(written(state, start))
    last = closing(state, start, end, _END.fullmatch, "code of Liquid") if opened else None
    if opened is None or last is None:
        return False
    if silent:
        return True
    closed = _END.fullmatch(written(state, last))
    inside = state.getLines(start + 1, last, state.sCount[start], True)  # noqa: FBT003 markdown-it's own
    token = state.push("fence", "code", 0)
    token.info, token.markup, token.map = opened[1] + " " + _options(opened[2]), "```", [start, last + 1]
    token.content = (opened[3] + "\n" if opened[3].strip() else "") + inside + (closed[1] if closed else "")
    state.line = last + 1
    return True


def _options(words: str) -> str:
    """Write Liquid's options as those of a fence: `mark_lines="2 4"` are the lines that matter."""
    marked = attributes.read(words).named.get("mark_lines", "")
    lines = f" {{{','.join(marked.split())}}}" if marked else ""
    return ("linenos" if "linenos" in words else "") + lines


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Leave out what stands behind a link, or words that are stressed, for a screen alone."""
    last = state.tokens[-1] if state.tokens and not state.pending else None
    ends = last and (last.type in _ENDS or (last.type == "text" and not last.content.strip("*_")))
    found = _BEHIND.match(state.src, state.pos) if ends else None
    if found is None or not _is_plain(found[1]):
        return False
    if not silent:
        state.pos = found.end()
    return True
