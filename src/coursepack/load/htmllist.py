"""Lists of HTML, `<ul><li>One</li></ul>`: those of Markdown, whose items are words and lists.

One that holds words outside its items stays raw HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.load.htmlpairs import pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TAG = re.compile(r"<(/?)[uo]l\b[^<>]*>", re.IGNORECASE)
_PIECE = re.compile(r"<(/?)(ul|ol|li)\b([^<>]*)>|([^<]+|<)", re.IGNORECASE)
_DEEPEST = 10


@dataclass
class _List:
    """A list: its tag, and its items; each is runs of words with their lines, and lists."""

    tag: str
    items: list[list[_List | _Words]] = field(default_factory=list)


@dataclass
class _Words:
    line: int
    text: str


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other tags."""
    markdown.block.ruler.before("html_looks", "html_list", _rule, interrupting.PROSE)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = pair(state, start, end, _TAG)
    made = _read(found.source) if found else None
    if found is None or made is None:
        return False
    if not silent:
        _push(state, made, start)
        state.line = found.last + 1
    return True


def _read(source: str) -> _List | None:
    """Read a list; `None` if it is none of words and lists."""
    outer: list[_List] = []
    made: _List | None = None
    for piece, line in _pieces(source):
        name = (piece[2] or "").lower()
        if made and not outer and (name or piece[4].strip()):
            return None
        if name == "li" and not piece[1] and outer:
            outer[-1].items.append([])
        elif name in {"ul", "ol"} and piece[1] and outer:
            outer.pop()
        elif name in {"ul", "ol"} and not piece[1]:
            inner = _List(name)
            if outer and (not outer[-1].items or len(outer) > _DEEPEST):
                return None
            if outer:
                outer[-1].items[-1].append(inner)
            made = made or inner
            outer.append(inner)
        elif not name and not _add(outer, piece[4], line):
            return None
    return made if not outer else None


def _pieces(source: str) -> Iterator[tuple[re.Match[str], int]]:
    for piece in _PIECE.finditer(source):
        yield piece, source.count("\n", 0, piece.start())


def _add(outer: list[_List], words: str, line: int) -> bool:
    """Add words to the last item of the innermost list; tell whether they have a place."""
    if not (outer and outer[-1].items):
        return not words.strip()
    item = outer[-1].items[-1]
    if item and isinstance(item[-1], _Words):
        item[-1].text += words
    elif words.strip():
        item.append(_Words(line + words[: len(words) - len(words.lstrip())].count("\n"), words))
    return True


def _push(state: StateBlock, made: _List, line: int) -> None:
    name = "bullet_list" if made.tag == "ul" else "ordered_list"
    state.push(f"{name}_open", made.tag, 1).markup = "-" if made.tag == "ul" else "."
    for item in made.items:
        state.push("list_item_open", "li", 1)
        for one in item:
            if isinstance(one, _List):
                _push(state, one, line)
            else:
                _say(state, one, line)
        state.push("list_item_close", "li", -1)
    state.push(f"{name}_close", made.tag, -1)


def _say(state: StateBlock, said: _Words, line: int) -> None:
    opened = state.push("paragraph_open", "p", 1)
    opened.hidden, opened.map = True, [line + said.line, line + said.line + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = " ".join(said.text.split()), [], opened.map
    state.push("paragraph_close", "p", -1).hidden = True
