"""Footnotes: `[^name]` with its text elsewhere (`[^name]: …`), or with its text in place (`^[…]`).

Both become `footnote` tokens with a name. The texts stand among the blocks, between `footnote_reference_open` and
`_close`; those that were written in place stand at the end, under names that no author can write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.helpers import parseLinkLabel
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from coursepack.load import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_NAMED = re.compile(r"\[\^([^\]\s^]+)\]")


def use(markdown: MarkdownIt) -> None:
    """Add the rules: the plugin's for definitions, and two marks that keep their places."""
    markdown.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    marks.add(markdown, "footnote", _NAMED, _named)
    markdown.inline.ruler.before("link", "note_here", _here)
    markdown.core.ruler.after("inline", "note_texts", _texts)


def _named(token: Token, found: re.Match[str]) -> None:
    token.meta["label"] = found[1]


def _here(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    if not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push("footnote", "", 0)
        token.meta = {"label": "", "raw": state.src[state.pos : end + 1], "at": state.pos}
    state.pos = end + 1
    return True


def _texts(state: StateCore) -> None:
    """Give the notes that are written in place names, and put their texts at the end."""
    made: list[Token] = []
    for inline in (token for token in state.tokens if token.type == "inline"):
        for note in inline.children or []:
            if note.type == "footnote" and not note.meta["label"]:
                note.meta["label"] = f"^{len(made) // _EACH + 1}"
                made += _text(note, inline, state)
    state.tokens += made


_EACH = 5  # tokens of a note's text


def _text(note: Token, inline: Token, state: StateCore) -> Iterator[Token]:
    words = note.meta["raw"][2:-1]
    row = inline.map[0] + inline.content[: note.meta["at"]].count("\n") if inline.map else 0
    place = [row, row + 1 + words.count("\n")] if inline.map else None
    children: list[Token] = []
    state.md.inline.parse(words, state.md, state.env, children)
    inside = Token("inline", "", 0, map=place, level=2, content=words, children=children, block=True)
    yield Token("footnote_reference_open", "", 1, meta={"label": note.meta["label"]})
    yield Token("paragraph_open", "p", 1, map=place, level=1, block=True)
    yield inside
    yield Token("paragraph_close", "p", -1, level=1, block=True)
    yield Token("footnote_reference_close", "", -1)
