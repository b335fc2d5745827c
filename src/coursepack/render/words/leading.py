"""Paragraphs that lead to what comes after them: what they are apart from it, nobody would look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_COLONS = (":", "\uff1a")
_BREAKS = frozenset({"softbreak", "hardbreak"})
# Letters of a paragraph that says in a line or so what to do with what comes after it.
_BRIEF = 100
# What such a paragraph may introduce; it is no introduction to another paragraph but one that leads to more itself.
_SHOWN = frozenset({"bullet_list_open", "ordered_list_open", "table_open", "fence"})


def introduces(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a short paragraph that begins a text or stands below a heading says what to do with what follows."""
    inline, *after = tokens[at + 1 : at + 5]
    is_first = not at or tokens[at - 1].type == "heading_close"
    is_told = len(inline.content) <= _BRIEF and all(one.type != "gap" for one in inline.children or ())
    is_before = [one.type in _SHOWN or (one.type == "paragraph_open" and leads(after[2])) for one in after[1:2]]
    return is_first and is_told and any(is_before)


def leads(inline: Token) -> bool:
    """Tell whether a paragraph ends with a colon, or is a bold line alone, as a heading is set where there is none."""
    children = inline.children or []
    return "".join(one.content for one in children).rstrip().endswith(_COLONS) or _is_bold(children)


def _is_bold(children: list[Token]) -> bool:
    """Tell whether words are bold from the first to the last, but for code and signs among them."""
    depth, found = 0, False
    for child in children:
        depth += child.nesting if child.tag == "strong" else 0
        found |= depth > 0
        light = not depth and child.type not in {"code_inline", "strong_close"}
        if child.type in _BREAKS or (light and (child.type != "text" or any(map(str.isalnum, child.content)))):
            return False
    return found
