"""HTML in Markdown: comments vanish, the few tags that are marks of a text are set, and all else is left as it is.

What is left is raw HTML, which no output prints: `residue` reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.load import htmlpicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# Tag → the name of its tokens, and the tag that is set.
MARKS = {
    "sub": ("sub", "sub"),
    "sup": ("sup", "sup"),
    "kbd": ("kbd", "kbd"),
    "u": ("u", "u"),
    "ins": ("u", "u"),
    "mark": ("mark", "mark"),
    "s": ("s", "s"),
    "del": ("s", "s"),
    "b": ("strong", "strong"),
    "strong": ("strong", "strong"),
    "i": ("em", "em"),
    "em": ("em", "em"),
}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z]+)\s*/?>")
_PAGE_BREAK = re.compile(
    r"<(\w+)[^<>]*(?:page-break-(?:before|after)\s*:\s*always|break-(?:before|after)\s*:\s*page)[^<>]*>"
)


def use(markdown: MarkdownIt) -> None:
    """Add the rules: blocks before their text is read, tags inside a line after."""
    markdown.options["html"] = True
    markdown.core.ruler.after("block", "html_blocks", _blocks)
    markdown.core.ruler.after("inline", "html_marks", _marks)


def _blocks(state: StateCore) -> None:
    state.tokens = [made for token in state.tokens for made in _block(token)]


def _block(token: Token) -> Iterator[Token]:
    """Yield what an HTML block comes to: nothing, a page break, a paragraph, or itself."""
    if token.type != "html_block":
        yield token
        return
    # The lines of a comment are kept empty, so that what follows it keeps its place.
    bare = _bare(token.content)
    shown = htmlpicture.unwrapped(bare)
    words = shown.strip()
    broken = _PAGE_BREAK.match(words)
    if broken and not re.sub(r"<[^<>]*>", "", words).strip():
        yield Token("page_break", "", 0, map=token.map, level=token.level, block=True)
    elif words and (not token.map or (words.startswith("<") and not htmlpicture.is_all(words))):
        token.content = words if bare == token.content else bare
        yield token
    elif words and token.map:
        first = token.map[0] + shown[: len(shown) - len(shown.lstrip())].count("\n")
        place = [first, token.map[1]]
        yield Token("paragraph_open", "p", 1, map=place, level=token.level, block=True)
        yield Token("inline", "", 0, map=place, level=token.level + 1, content=words, children=[], block=True)
        yield Token("paragraph_close", "p", -1, level=token.level, block=True)


def _bare(text: str) -> str:
    """Leave out the comments, in one walk: many may be opened and none closed."""
    made, at = "", 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        made += text[at:start] + "\n" * text.count("\n", start, end)
        at = end + 3
    return made + text[at:]


def _marks(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_inline(token.children))


def _inline(children: list[Token]) -> Iterator[Token]:
    """Yield the tokens of a line with tags in pairs made marks, line breaks breaks, and comments left out."""
    pairs = _pairs(children)
    for position, token in enumerate(children):
        found = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if token.type == "html_inline" and _COMMENT.fullmatch(token.content):
            continue
        if found and found[2].lower() == "br":
            yield Token("hardbreak", "br", 0, level=token.level)
        elif found and position in pairs:
            name, tag = MARKS[found[2].lower()]
            yield Token(f"{name}_{'close' if found[1] else 'open'}", tag, -1 if found[1] else 1, level=token.level)
        else:
            yield token


def _pairs(children: list[Token]) -> set[int]:
    """Return the positions of the tags of marks that open and close each other."""
    found: set[int] = set()
    waiting: list[tuple[str, int]] = []
    for position, token in enumerate(children):
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name = tag[2].lower() if tag else ""
        if tag is None or name not in MARKS:
            continue
        if not tag[1]:
            waiting.append((name, position))
        elif waiting and waiting[-1][0] == name:
            found |= {position, waiting.pop()[1]}
    return found
