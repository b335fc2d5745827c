"""The numbers of list items as PowerPoint writes them, by DrawingML's names (ECMA-376 part 1, 20.1.10.61)."""

from __future__ import annotations

from string import ascii_lowercase

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def written(number: int, way: str) -> str:
    """Write an item's number: `alphaLcPeriod` gives a. to z., `romanUcParenBoth` (I), `arabicPlain` 1."""
    sign = str(number)
    if way.startswith("alpha"):
        sign = ascii_lowercase[(number - 1) % 26]
    elif way.startswith("roman"):
        sign = _roman(number)
    sign = sign.upper() if way[5:7] == "Uc" else sign
    return f"({sign})" if way.endswith("ParenBoth") else f"{sign}." if way.endswith("Period") else sign


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made
