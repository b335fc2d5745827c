"""How numbers are written in a language: marks for thousands and decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor, log10
from string import ascii_lowercase
from typing import TYPE_CHECKING

from coursepack.languages.language import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = re.compile(r"\d+(\.\d+)?")
_MOST_DECIMALS = 6
# Digits that a binary fraction is good for: the dust behind them says nothing of what was meant.
_GOOD = 12
# From here on a number is written with a power of ten, and one that is looked at only from the second on; with
# significant digits, outside of the other two.
_LONG, _LONGEST, _LEAST, _MOST = 1e12, 1e15, 1e-4, 1e6
# Digits of a mantissa: at most those that a person writes, or else the usual ones.
_WRITTEN, _USUAL = 6, 3
_DENOMINATOR, _DUST = 1000, 1e-9
_RAISED = str.maketrans("0123456789-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


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


def shown(value: float, language: str, places: int | None = None) -> str:
    """Write a number that is looked at and not counted with: one that is not 0 is never shown as 0.

    A number that its decimals would lose, or that has more digits than one reads, is written in powers of ten.
    """
    if not value or _LEAST <= abs(value) < _LONGEST:
        text = written(value, language, places)
        return text if not value or text.strip("\u22120.,") else written(value, language)
    digits, _, exponent = f"{value:.2e}".partition("e")
    return f"{written(float(digits), language)}\u00a0\u00d7\u00a0{power(int(exponent))}"


def power(exponent: int | str) -> str:
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


@dataclass(frozen=True)
class Form:
    """How a number is written: with so many decimals, with so many significant digits, or as a fraction.

    Without any of them it has the decimals that it carries. What would be all noughts, or very long, is written with a
    power of ten.
    """

    places: int | None = None
    digits: int | None = None
    fraction: bool = False

    def rounded(self, value: float) -> float:
        """Return the number that is written."""
        if self.fraction or not value:
            return value
        if self.digits:
            return rounded(value, self.digits - 1 - _exponent(value))
        return value if self.places is None or _is_far(value, self.places) else rounded(value, self.places)

    def text(self, value: float, language: str) -> str:
        """Write a number as text: 1,234.5, 2/3 or with a power of ten."""
        parts = self._parts(value, language)
        if len(parts) == 1:
            return parts[0]
        return f"{parts[0]}/{parts[1]}" if self.fraction else f"{parts[0]} \u00d7 {power(parts[1])}"

    def latex(self, value: float, language: str) -> str:
        """Write a number for a formula; one with marks is a text, which is set and read out as one."""
        parts = self._parts(value, language)
        sign, digits = ("-", parts[0][1:]) if parts[0].startswith("\u2212") else ("", parts[0])
        shown = digits if _PLAIN.fullmatch(digits) else rf"\text{{{digits}}}"
        if len(parts) == 1:
            return sign + shown
        other = parts[1].replace("\u2212", "-")
        return rf"{sign}\frac{{{shown}}}{{{other}}}" if self.fraction else rf"{sign}{shown} \times 10^{{{other}}}"

    def _parts(self, value: float, language: str) -> tuple[str, ...]:
        """Return a number whole, or a numerator and a denominator, or a mantissa and an exponent."""
        if self.fraction:
            found = as_fraction(value) or Fraction(value)
            over = (str(found.denominator),) if found.denominator > 1 else ()
            return (written(float(found.numerator), language, 0), *over)
        far = bool(value) and (not _LEAST <= abs(value) < _MOST if self.digits else _is_far(value, self.places))
        digits = self.digits or (_carried(value) if far else None)
        if far and digits:
            exponent = _exponent(rounded(value, digits - 1 - _exponent(value)))
            return written(value / 10.0**exponent, language, digits - 1), written(float(exponent), language, 0)
        places = self.places if not digits or not value else max(0, digits - 1 - _exponent(self.rounded(value)))
        return (written(self.rounded(value), language, places),)


def as_fraction(value: float) -> Fraction | None:
    """Return the fraction that a number is, if it has a denominator that pupils write."""
    found = Fraction(value).limit_denominator(_DENOMINATOR)
    return found if abs(float(found) - value) <= _DUST * max(1.0, abs(value)) else None


def _is_far(value: float, places: int | None) -> bool:
    """Tell whether a number is too long to be written out, or would be noughts alone."""
    least = min(0.5 * 10.0 ** -(_MOST_DECIMALS if places is None else places), _LEAST)
    return bool(value) and not least <= abs(value) < _LONG


def _exponent(value: float) -> int:
    return floor(log10(abs(value))) if value else 0


def _carried(value: float) -> int:
    """Return the digits that a number carries, if it is one that somebody wrote, or three."""
    digits = len(f"{abs(value):.{_GOOD}e}".partition("e")[0].rstrip("0").replace(".", ""))
    return digits if digits <= _WRITTEN else _USUAL


def lettered(place: int, letters: Sequence[str] = ascii_lowercase) -> str:
    """Return the letter of a place, counted from 0: a to z, then aa, ab and so on."""
    before, last = divmod(place, len(letters))
    return (lettered(before - 1, letters) if before else "") + letters[last]


_PLUS_MINUS = re.compile(r"\+\s*-\s*(?=[\w\\])")
_TWO_MINUSES = re.compile(r"-\s*-\s*(?=[\w\\])")


def signed(formula: str) -> str:
    """Return LaTeX in which no sign follows another: `x^2 + -3x` is `x^2 - 3x`, and two minuses are a plus."""
    return _TWO_MINUSES.sub("+ ", _PLUS_MINUS.sub("- ", formula))
