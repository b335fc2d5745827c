"""How numbers are written in a language: marks for thousands and decimals, and the words that date a value."""

from __future__ import annotations

import re
from decimal import Decimal
from math import floor, log10
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from coursepack.chart import Chart

_T = TypeVar("_T")

_NARROW, _WIDE = "\u202f", "\u00a0"
_MARKS = {
    "en": (",", "."),
    "de": (".", ","),
    "de-CH": ("\u2019", "."),
    "fr": (_NARROW, ","),
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
_IN_YEAR = {"en": "in", "fr": "en", "es": "en", "pt": "em", "nl": "in", "it": "nel"}
_YEAR = re.compile(r"\d{4}([/\u2013-]\d{2,4})?")
_MOST_DECIMALS = 6
_HUNDRED = 100


def decimals(value: float) -> int:
    """Count the decimals that a number of the data file carries (3.2 has one)."""
    exponent = Decimal(repr(round(float(value), _MOST_DECIMALS))).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def written(value: float, language: str, places: int | None = None) -> str:
    """Write a number in a language, with the decimals it carries or with `places` decimals."""
    thousands, point = _of(language, _MARKS, _MARKS["en"])
    text = f"{abs(value):,.{decimals(value) if places is None else places}f}"
    swapped = text.translate({ord(","): thousands, ord("."): point})
    return f"\u2212{swapped}" if value < 0 and text.strip("0.,") else swapped


def dated(value: float, category: str, language: str) -> str:
    """Write a value with its category: "107,088 in 2015"; what is no year stands in brackets."""
    word = _of(language, _IN_YEAR, "")
    number = written(value, language)
    return f"{number} {word} {category}" if word and _YEAR.fullmatch(category) else f"{number} ({category})"


def scaled(values: tuple[float | None, ...], divide: float, language: str) -> tuple[str, ...]:
    """Write the values of bars: as they stand, or divided and rounded so that the largest shows two digits or more."""
    largest = max((abs(value) / divide for value in values if value is not None), default=0)
    places = None if divide == 1 or not largest else max(0, 1 - floor(log10(largest)))
    return tuple("" if value is None else written(value / divide, language, places) for value in values)


def share(value: float, language: str) -> str:
    """Write a share of a whole in per cent, as the language does."""
    gap = "" if _of(language, {"en": True, "it": True, "pt": True, "nl": True}, other=False) else _NARROW
    return f"{written(value * 100, language, 0)}{gap}%"


def parted(value: float, whole: float, chart: Chart) -> str:
    """Write a part with its share of the whole, unless the whole is a hundred."""
    text = written(value / chart.divide, chart.language)
    return text if whole == _HUNDRED else f"{text} ({share(value / whole, chart.language)})"


def total(values: tuple[float | None, ...]) -> float:
    """Add up the parts of a whole without the dust of binary fractions."""
    known = [value for value in values if value is not None]
    return round(sum(known), max(map(decimals, known), default=0))


def _of(language: str, table: dict[str, _T], other: _T) -> _T:
    return table.get(language, table.get(language.partition("-")[0], other))
