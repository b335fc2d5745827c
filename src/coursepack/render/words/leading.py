"""Paragraphs that lead to what comes after them: what they are apart from it, nobody would look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_COLONS = (":", "\uff1a")
_BREAKS = frozenset({"softbreak", "hardbreak"})


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
