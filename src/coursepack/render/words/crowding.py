"""Lists and tables of links, whose addresses have no room beside them: each stands behind its words, in brackets."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from coursepack.links import WEB, typed
from coursepack.render.words.html import address, linked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

# Letters in a line of a note, and of the text.
_NOTE, _TEXT = 26, 60
# In a note's lines: its head and the white above it, a line of the text, and two thirds of a page, on which what has
# other notes before it still fits.
_HEAD, _TALL = 2, 1.5
_MOST = 45
_HELD = ("_list_open", "table_open", "dl_open")
_ENDS = ("_list_close", "table_close", "dl_close")


def crowded(tokens: Sequence[Token]) -> set[int]:
    """Return which runs of a text stand in a list or table of so many links, by the identity of their tokens."""
    held = (group for group in _held(tokens) if _is_crowded(group))
    return {id(run) for group in held for run in group}


def _held(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the runs of each list and table, with what stands inside it."""
    depth = 0
    runs: list[Token] = []
    for token in tokens:
        depth += token.type.endswith(_HELD) - token.type.endswith(_ENDS)
        if depth and token.type == "inline":
            runs.append(token)
        elif not depth and runs:
            yield runs
            runs = []


def _is_crowded(runs: Sequence[Token]) -> bool:
    noted = {where for run in runs for where in _addresses(run.children or ())}
    beside = sum(_HEAD + ceil(len(typed(where)) / _NOTE) for where in noted)
    words = [sum(len(one.content) for one in run.children or ()) for run in runs]
    return beside > max(_MOST, sum(_TALL * ceil(letters / _TEXT) for letters in words))


def _addresses(inline: Sequence[Token]) -> Iterator[str]:
    """Yield where links of a run lead whose words do not say it."""
    for number, token in enumerate(inline):
        where = address(token) if token.type == "link_open" else ""
        if WEB.match(where) and typed(where) != typed(linked(inline, number)):
            yield where
