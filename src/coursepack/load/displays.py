"""Formulas between double signs that have their lines to themselves inside a paragraph: displays, as between two.

So Pandoc, LaTeX and notebooks have them: no empty line stands around them. The paragraph goes on below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_BREAKS = frozenset({"softbreak", "hardbreak"})


def use(markdown: MarkdownIt) -> None:
    """Add the rule, after what is left over of each paragraph is noted."""
    markdown.core.ruler.after("residue", "displays", _displays)


def _displays(state: StateCore) -> None:
    made: list[Token] = []
    position = 0
    while position < len(state.tokens):
        token = state.tokens[position]
        inline = state.tokens[position + 1] if token.type == "paragraph_open" else token
        pieces = _pieces(inline.children or []) if inline is not token else []
        if any(isinstance(piece, Token) for piece in pieces):
            made += [one for piece in _noted(pieces, inline) for one in _set(*piece, token)]
            position += 3
        else:
            made.append(token)
            position += 1
    state.tokens[:] = made


def _noted(pieces: Sequence[Token | list[Token]], inline: Token) -> Iterator[tuple[Token | list[Token], Token]]:
    """Yield the pieces, each with a paragraph: the first of words has what was noted on all of it."""
    meta = inline.meta
    for piece in pieces:
        yield piece, inline.copy(meta=meta)
        meta = {} if isinstance(piece, list) else meta


def _pieces(children: Sequence[Token]) -> list[Token | list[Token]]:
    """Part a paragraph at its displays; breaks of lines around them are gone."""
    pieces: list[Token | list[Token]] = [[]]
    for position, child in enumerate(children):
        before = children[position - 1] if position else None
        after = children[position + 1] if position + 1 < len(children) else None
        alone = all(one is None or one.type in _BREAKS for one in (before, after))
        if child.type == "math" and child.meta.get("display") and alone:
            pieces += [child, []]
        elif isinstance(pieces[-1], list) and not (child.type in _BREAKS and _beside(children, position)):
            pieces[-1].append(child)
    return [piece for piece in pieces if isinstance(piece, Token) or piece]


def _beside(children: Sequence[Token], position: int) -> bool:
    near = [*children[max(position - 1, 0) : position], *children[position + 1 : position + 2]]
    return any(one.type == "math" and one.meta.get("display") for one in near)


def _set(piece: Token | list[Token], inline: Token, opened: Token) -> Iterator[Token]:
    """Yield the tokens of a piece: a paragraph of words, or a display with the stop behind it."""
    if isinstance(piece, list):
        yield opened.copy()
        yield inline.copy(children=piece)
        yield Token("paragraph_close", "p", -1, level=opened.level, block=True, hidden=opened.hidden)
        return
    first = (inline.map or [0])[0] + inline.content.count("\n", 0, piece.meta["at"])
    place = [first, first + piece.meta["raw"].count("\n") + 1]
    latex = piece.content + piece.meta.get("stop", "")
    yield Token("math_block", "math", 0, content=latex, markup="$$", map=place, level=opened.level, block=True)
