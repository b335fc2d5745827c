"""What a presenter says in a deck of Marp: a comment that is no directive is a note on its slide, for teachers.

It is words, as it is for Marp, but for lists and emphasis: nothing in it is read as a mark of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack.load.admonition import Admonition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# The name, in what a parser is told, of a file that is such a deck.
DECK = "marp"
_DECK = re.compile(r"^marp[ \t]*:[ \t]*true[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
# What a comment tells a tool: Marp, its fitting headings, those that check a file, and `check`.
_KEYS = (
    "theme|style|headingDivider|lang|math|size|title|author|description|keywords|url|image|marp|paginate|header|footer"
    "|class|color|background(?:Color|Image|Position|Repeat|Size)|transition"
)
_DIRECTIVE = re.compile(rf"_?(?:{_KEYS})[ \t]*:[^\n]*(?:\n(?:[ \t-][^\n]*|\s*\Z|_?(?:{_KEYS})[ \t]*:[^\n]*))*")
_TOLD = re.compile(
    r"fit|prettier-ignore\S*|markdownlint-.*|lint (?:disable|enable|ignore).*|allow [\w-]+:.*|(?:cspell|vale)\b.*",
    re.DOTALL,
)
# What was on the slide before somebody left it out so: pictures, tags, fences.
_LEFT_OUT = re.compile(r"!\[[^\[\]\n]*\]\(|</?[A-Za-z]|^\s*(?:`{3}|~{3}|:{3})", re.MULTILINE)
_MARKS = re.compile(r"[&\\@$\[\]{}<>|~^`#:!]")


def is_deck(front: str) -> bool:
    """Tell whether front matter is that of such a deck."""
    return bool(_DECK.search(front))


def use(markdown: MarkdownIt) -> None:
    """Add the rules, before those that leave comments out: for those between paragraphs, and those in a line."""
    markdown.core.ruler.after("block", "presenter_blocks", _blocks)
    markdown.core.ruler.after("inline", "presenter_lines", _lines)


def _blocks(state: StateCore) -> None:
    _noted(state, {"html_block"})


def _lines(state: StateCore) -> None:
    _noted(state, {"html_inline"})


def _noted(state: StateCore, kinds: set[str]) -> None:
    """Put the notes that stand in a paragraph, a list or a table behind it."""
    if DECK not in state.env:
        return
    made, found, lines = list[Token](), list[Token](), state.src.split("\n")
    for token in state.tokens:
        made.append(token)
        for one in token.children or [token]:
            found += _notes(one, token, lines) if one.type in kinds else []
        if not token.level and token.nesting < 1:
            made += found
            found = []
    state.tokens = made


def _notes(one: Token, around: Token, lines: Sequence[str]) -> Iterator[Token]:
    """Yield the notes in a piece of HTML: a callout each, whose text is looked for where it begins."""
    for comment in _COMMENT.finditer(one.content):
        words = comment[1].strip()
        if not words or _DIRECTIVE.fullmatch(words) or _TOLD.fullmatch(words) or _LEFT_OUT.search(words):
            continue
        start = comment.start(1) + len(comment[1]) - len(comment[1].lstrip())
        before = around.content[: max(around.content.find(comment[0]), 0)] + comment[0][: start - comment.start()]
        line = (around.map or [0])[0] + before.count("\n")
        token = Token("callout", "", 0, map=[line, line + 1 + words.count("\n")], block=True)
        note = Admonition("notes", "", {"body": _MARKS.sub(lambda found: f"&#{ord(found[0])};", words)}, skipped=-1)
        # Of several lines the first may be indented by the comment alone.
        indent = 0 if "\n" in words else max(lines[line].find(words), 0)
        token.meta = {"callout": note, "indent": indent}
        yield token
