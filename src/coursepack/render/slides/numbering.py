"""The numbers of list items as PowerPoint writes them, by DrawingML's names (ECMA-376 part 1, 20.1.10.61)."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

# em of a body face: what numbers are made of, and how many items of a list are looked at.
_DIGIT, _CAPITAL, _NARROW = 0.56, 0.73, 0.32
_NARROWEST, _ITEMS = frozenset("().ilI"), 500


def written(number: int, way: str) -> str:
    """Write an item's number: `alphaLcPeriod` gives a. to z., `romanUcParenBoth` (I), `arabicPlain` 1."""
    sign = str(number)
    if way.startswith("alpha"):
        sign = ascii_lowercase[(number - 1) % 26]
    elif way.startswith("roman"):
        sign = _roman(number)
    sign = sign.upper() if way[5:7] == "Uc" else sign
    return f"({sign})" if way.endswith("ParenBoth") else f"{sign}." if way.endswith("Period") else sign


@cache
def widest(last: int, way: str) -> float:
    """Return the width of the widest number of a list that counts up to `last`, in em of a body face."""
    numbers = range(max(1, last - _ITEMS), last + 1)
    return max(sum(map(_width, written(number, way))) for number in numbers)


def _width(sign: str) -> float:
    return _NARROW if sign in _NARROWEST else _CAPITAL if sign.isupper() else _DIGIT


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made
