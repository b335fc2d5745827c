"""How numbers are written in a language: marks for thousands and decimals."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from coursepack.language import marks

_PLAIN = re.compile(r"\d+(\.\d+)?")
_MOST_DECIMALS = 6
# Digits that a binary fraction is good for: the dust behind them says nothing of what was meant.
_GOOD = 12


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
    signs = marks(language)
    text = f"{abs(value):.{decimals(value) if places is None else places}f}"
    whole, _, part = text.partition(".")
    shown = signs.thousands.join(_groups(whole, *signs.groups)) + (signs.point + part if part else "")
    return f"\u2212{shown}" if value < 0 and text.strip("0.") else shown


_PLAIN_FROM, _PLAIN_TO = 1e-4, 1e15  # numbers outside are written in powers of ten
_RAISED = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def shown(value: float, language: str, places: int | None = None) -> str:
    """Write a number that is looked at and not counted with: one that is not 0 is never shown as 0.

    A number that its decimals would lose, or that has more digits than one reads, is written in powers of ten.
    """
    size = abs(value)
    text = written(value, language, places)
    if not size or (_PLAIN_FROM <= size < _PLAIN_TO and text.strip("\u22120.,")):
        return text
    if _PLAIN_FROM <= size < _PLAIN_TO:
        return written(value, language)
    digits, _, exponent = f"{size:.2e}".partition("e")
    mantissa = written(float(digits), language)
    sign = "\u2212" if value < 0 else ""
    return f"{sign}{mantissa}\u00a0\u00d7\u00a0{power(int(exponent))}"


def power(exponent: int) -> str:
    """Write a power of ten."""
    return f"10{str(exponent).translate(_RAISED)}"


def _groups(digits: str, last: int, others: int) -> list[str]:
    """Cut digits into groups from the right: India's are of two digits before the last three."""
    head, tail = digits[:-last], digits[-last:]
    cuts = range(len(head) % others or others, len(head) + 1, others)
    return [*(head[max(0, cut - others) : cut] for cut in cuts), tail]


def percent(value: float, language: str, places: int | None = None) -> str:
    """Write a number of per cent, as the language does."""
    signs = marks(language)
    return f"{signs.before}{written(value, language, places)}{signs.after}"


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
