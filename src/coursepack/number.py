"""How numbers are written in a language: marks for thousands and decimals."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")

NARROW, _WIDE = "\u202f", "\u00a0"
_MARKS = {
    "en": (",", "."),
    "de": (".", ","),
    "de-CH": ("\u2019", "."),
    "fr": (NARROW, ","),
    "es": (".", ","),
    "it": (".", ","),
    "pt": (".", ","),
    "nl": (".", ","),
    "da": (".", ","),
    "nb": (_WIDE, ","),
    "sv": (_WIDE, ","),
    "fi": (_WIDE, ","),
    "pl": (_WIDE, ","),
    "cs": (_WIDE, ","),
    "ru": (_WIDE, ","),
    "uk": (_WIDE, ","),
}
# Languages that put no blank between a number and its per cent sign.
_CLOSE = {"en": True, "it": True, "pt": True, "nl": True}
_PLAIN = re.compile(r"\d+(\.\d+)?")
_MOST_DECIMALS = 6
# Digits that a binary fraction is good for: the dust behind them says nothing of what was meant.
_GOOD = 12


def of(language: str, table: Mapping[str, _T], other: _T) -> _T:
    """Return what a table has for a language, or for the language without its country."""
    return table.get(language, table.get(language.partition("-")[0], other))


def decimals(value: float) -> int:
    """Count the decimals that a number carries (3.2 has one), as far as six."""
    exponent = Decimal(repr(round(float(value), _MOST_DECIMALS))).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def rounded(value: float, places: int) -> float:
    """Round as people do: a half goes up, away from zero, and 2.675 is the 2.675 that was written."""
    exact = Decimal(f"{value:.{_GOOD}g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return float(exact) + 0.0  # never a negative zero


def written(value: float, language: str, places: int | None = None) -> str:
    """Write a number in a language, with the decimals it carries or with `places` decimals."""
    thousands, point = of(language, _MARKS, _MARKS["en"])
    text = f"{abs(value):,.{decimals(value) if places is None else places}f}"
    swapped = text.translate({ord(","): thousands, ord("."): point})
    return f"\u2212{swapped}" if value < 0 and text.strip("0.,") else swapped


def percent(value: float, language: str, places: int | None = None) -> str:
    """Write a number of per cent, as the language does."""
    return f"{written(value, language, places)}{'' if of(language, _CLOSE, other=False) else NARROW}%"


def latex(value: float, language: str, places: int | None = None) -> str:
    """Write a number for a formula: with marks in it, as a text, which is set and read out as one."""
    text = written(value, language, places)
    sign, digits = ("-", text[1:]) if text.startswith("\u2212") else ("", text)
    return sign + (digits if _PLAIN.fullmatch(digits) else rf"\text{{{digits}}}")


_PLUS_MINUS = re.compile(r"\+\s*-\s*(?=[\w\\])")
_TWO_MINUSES = re.compile(r"-\s*-\s*(?=[\w\\])")


def signed(formula: str) -> str:
    """Return LaTeX in which no sign follows another: `x^2 + -3x` is `x^2 - 3x`, and two minuses are a plus."""
    return _TWO_MINUSES.sub("+ ", _PLUS_MINUS.sub("- ", formula))
