r"""Chemistry in formulas: the common part of mhchem's `\ce{…}`, rewritten as the LaTeX that a formula knows.

Known are coefficients, indices, charges, isotopes, brackets, states, bonds, hydrates, precipitates and gases, and
arrows with words above and below (mhchem's manual, sections 1 to 3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ARROWS = {
    "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
    "<=>": r"\rightleftharpoons",
    "<-->": r"\leftrightarrow",
    "<->": r"\leftrightarrow",
    "->": r"\rightarrow",
    "<-": r"\leftarrow",
}
# One that has words, which may be as long as it is and more.
_LONG = {"->": r"\longrightarrow", "<-": r"\longleftarrow"}
_ARROW = re.compile(r"\s*(<=>>|<<=>|<=>|<-->|<->|->|<-)\s*(?:\[([^\[\]]*)\])?(?:\[([^\[\]]*)\])?\s*")
# A sign before a number is its own, `_-1`; one after it is the charge's. Numbers end where letters begin: `^14_6C`.
_SCRIPT = re.compile(
    r"([\^_])(?:\{([^{}]*)\}|([0-9]*[+-](?![0-9])|[+-]?[0-9]+|[a-z][+-](?=$|[\s)\]}])|[IVX]+(?![a-z])|[A-Za-z]))"
)
_ELEMENT = re.compile(r"[A-Z][a-z]?|e|n(?![a-z])|\\[a-zA-Z]+\s?")
_INDEX = re.compile(r"[0-9]+|[nxyz](?![A-Za-z])")
_CHARGE = re.compile(r"([+-]+)(?=$|\s|[)\]}])")
_STATE = re.compile(r"\((aq|s|l|g|cr)\)")
_COEFFICIENT = re.compile(r"(?:\([0-9]+/[0-9]+\)|[0-9]+/[0-9]+|[0-9]+(?:[.,][0-9]+)?)\s?")
_BONDS = {"-": "{-}", "=": "{=}", "#": r"{\equiv}"}
_ALONE = {"v": r"\downarrow", "^": r"\uparrow", "(v)": r"\downarrow", "(^)": r"\uparrow"}


class ChemistryError(ValueError):
    """Raised where a sign means nothing in a chemical formula; the message says which."""


def ce(source: str) -> str:
    r"""Rewrite what stands in `\ce{…}`.

    Raises:
        ChemistryError: a sign is not known.
    """
    made, start = "", 0
    for arrow in _ARROW.finditer(source):
        made += _side(source[start : arrow.start()]) + _arrow(arrow)
        start = arrow.end()
    return made + _side(source[start:])


def _arrow(found: re.Match[str]) -> str:
    if found[2] is None and found[3] is None:
        return f" {_ARROWS[found[1]]} "
    above, below = (r"\ ".join(map(_said, (words or "").split())) for words in (found[2], found[3]))
    under = rf"\underset{{{below}}}" if found[3] else ""
    arrow = _LONG.get(found[1], _ARROWS[found[1]])
    return rf" \;{under}{{\overset{{{above}}}{{{arrow}}}}}\; "


def _said(word: str) -> str:
    """Rewrite a word at an arrow: a formula if it is one, letters if not."""
    bare = word.rstrip(",")
    try:
        return _part(bare) + word[len(bare) :]
    except ChemistryError:
        return rf"\mathrm{{{word}}}"


def _side(source: str) -> str:
    return " ".join(_part(part) for part in source.split())


def _part(part: str) -> str:
    """Rewrite what stands between two blanks."""
    if part in {"+", "-"}:
        return f" {part} "
    if part in _ALONE:
        # A letter, so that a plus sign after it has its blanks.
        return rf" \,{{{_ALONE[part]}}} "
    head = _COEFFICIENT.match(part)
    made = f"{head[0].strip()}\\," if head and head.end() < len(part) else ""
    place = head.end() if head and made else 0
    if head and not made:
        return head[0]
    bare = True
    while place < len(part):
        # What is raised or lowered before a sign belongs to it: mass and number, `^14_6C`.
        leads = bare and bool(_SCRIPT.match(part, place))
        piece, place = _piece(part, place, bare=bare)
        made += "{}" + piece if leads and not made.endswith("}") else piece
        bare = leads
    return made


def _piece(part: str, place: int, *, bare: bool) -> tuple[str, int]:
    """Rewrite one sign of a formula; return it with the place after it. `bare` says that nothing stands before it."""
    for pattern, rewrite, first in _SIGNS:
        found = pattern.match(part, place) if first or not bare else None
        if found:
            return rewrite(found), found.end()
    message = f"`{part[place]}` means nothing in \\ce"
    raise ChemistryError(message)


def _script(found: re.Match[str]) -> str:
    inside = found[2] if found[2] is not None else found[3]
    return f"{found[1]}{{{_upright(inside)}}}"


def _element(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("\\") else rf"\mathrm{{{found[0]}}}"


def _upright(inside: str) -> str:
    return rf"\mathrm{{{inside}}}" if inside.isalpha() else inside


# What a sign looks like, what is made of it, and whether a formula may begin with it; the first that fits is taken.
_SIGNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str], bool], ...] = (
    (_SCRIPT, _script, True),
    (_STATE, lambda found: rf"\,\mathrm{{({found[1]})}}", True),
    (_CHARGE, lambda found: f"^{{{found[1]}}}", False),
    (_INDEX, lambda found: f"_{{{found[0]}}}", False),
    (_ELEMENT, _element, True),
    (re.compile(r"[()\[\]]|\\[{}]|\{\}"), lambda found: found[0], True),
    (re.compile(r"[*.]\s?([0-9]*)"), lambda found: rf"\cdot {found[1]}", False),
    (re.compile(r"\$([^$]+)\$"), lambda found: found[1], True),
    (re.compile(r"[-=#]"), lambda found: _BONDS[found[0]], True),
)
