"""Numbers and dates of a workbook as its number formats show them, with the marks of a language.

The codes are those of Office Open XML (ECMA-376, part 1, 18.8.31), as far as tables for a class need them.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from coursepack.languages.language import Marks, marks

# Quoted words, an escaped sign, a currency; then what only colours, pads or fills.
_WORDS = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
_UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?")
_PLAIN = re.compile(r"[\s%$€£¥+()\x00-]*")
_GOOD = 12


def shown(value: float, code: str, language: str) -> str:
    """Write a number as its format shows it; plainly, without thousands, where the format is more than digits."""
    own, section = marks(language), _section(code, value)
    words: list[str] = []

    def keep(found: re.Match[str]) -> str:
        words.append(found[1] or found[2] or found[3] or "")
        return "\0"

    pattern = _UNSEEN.sub("", _WORDS.sub(keep, section))
    digits = _DIGITS.search(pattern)
    around = _DIGITS.sub("", pattern, count=1) if digits else pattern
    if not digits or not _PLAIN.fullmatch(around):
        return _plain(value, own)
    before, after = pattern[: digits.start()], pattern[digits.end() :]
    number = _number(abs(value) * (100 if "%" in pattern else 1), digits[0], own)
    named = iter(words)
    text = "".join(next(named) if sign == "\0" else sign for sign in f"{before}{number}{after}").strip()
    signed = value < 0 and len(code.split(";")) == 1 and bool(re.search("[1-9]", number))
    return f"\N{MINUS SIGN}{text}" if signed else text


def _section(code: str, value: float) -> str:
    """Return the part of a format that is for this number: positive, negative, zero."""
    parts = code.split(";")
    negative, zero = value < 0 and len(parts) > 1, value == 0 and len(parts) > 2  # noqa: PLR2004 the third is for zero
    return parts[1] if negative else parts[2] if zero else parts[0]


def _number(value: float, pattern: str, own: Marks) -> str:
    """Write the digits: `0` is always there, `#` where there is one."""
    whole, _, behind = pattern.partition(".")
    places, least = len(behind), behind.count("0")
    exact = Decimal(f"{value:.{_GOOD}g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    before, _, after = f"{exact:f}".partition(".")
    while len(after) > least and after.endswith("0"):
        after = after[:-1]
    before = before.zfill(whole.count("0"))
    grouped = f"{int(before):,}".replace(",", own.thousands) if "," in whole else before
    return f"{grouped}{own.point}{after}" if after else grouped


def _plain(value: float, own: Marks) -> str:
    """Write a number as it is, without the dust of binary fractions."""
    text = f"{Decimal(f'{value:.{_GOOD}g}') if isinstance(value, float) else Decimal(value):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "\N{MINUS SIGN}").replace(".", own.point)


def day(value: date | time, code: str) -> str:
    """Write a date or a time in the order of ISO 8601, as exactly as the format does."""
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    letters = _UNSEEN.sub("", _WORDS.sub("", code)).lower()
    if "d" not in letters and "y" in letters:
        return f"{value:%Y-%m}" if "m" in letters else f"{value:%Y}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d} {value.time().isoformat('minutes')}"
    return f"{value:%Y-%m-%d}"
