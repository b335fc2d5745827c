"""What a language does, from Unicode's data (CLDR) as Babel brings it: marks of numbers, months, plural forms.

A language is named by its tag (BCP 47), such as `de` or `pt-BR`. A region that is not known falls back to its language,
a language that is not known to English.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from locale import windows_locale
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import parse_grouping
from babel.units import format_unit

if TYPE_CHECKING:
    from datetime import date

ENGLISH = "en"
# CLDR's names of the plural forms, in its order.
FORMS = ("zero", "one", "two", "few", "many", "other")

TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_REGION, _SCRIPT = 2, 4  # letters of a part of a tag
_DIGITS = re.compile(r"[#0,.]+")
# The units of CLDR that schools write out, and the first word behind their number.
_MEASURES = {
    "length": "nanometer micrometer millimeter centimeter decimeter meter kilometer inch foot yard mile",
    "area": "hectare square-centimeter square-meter square-kilometer",
    "volume": "milliliter centiliter liter hectoliter cubic-centimeter cubic-meter",
    "mass": "microgram milligram gram kilogram tonne ounce pound",
    "duration": "millisecond second minute hour day week month year decade century",
    "energy": "joule kilojoule calorie kilocalorie kilowatt-hour",
    "power": "watt kilowatt megawatt gigawatt",
    "electric": "ampere volt ohm",
    "frequency": "hertz kilohertz megahertz",
    "pressure": "pascal hectopascal kilopascal bar",
    "digital": "bit byte kilobyte megabyte gigabyte",
    "angle": "degree",
    "temperature": "kelvin",
}
_COUNTED = re.compile(r"\{0\}\s(\w+(?:-\w+)*)")
# The day of a date pattern, what stands between it and the month (words in quotes), and the month.
_DAY_FIRST = re.compile(r"d+((?:'[^']*'|[^dMLy'])*)[ML]+")
# CLDR has typewriters' apostrophes where Switzerland prints curved ones.
_PRINTED = {"'": "\u2019"}
NARROW = "\u202f"


@dataclass(frozen=True)
class Marks:
    """How numbers are marked: the point, the mark of thousands, the sizes of the last group and of those before it.

    `before` and `after` are what stands around a number of per cent; its blank is a narrow one, as printers set it.
    """

    point: str
    thousands: str
    groups: tuple[int, int]
    before: str
    after: str


@dataclass(frozen=True)
class Months:
    """The names of the months as dates have them, whole and short, and what stands between a day and a month."""

    names: tuple[str, ...]
    short: tuple[str, ...]
    between: str
    first: bool


def chain(tag: str) -> tuple[str, ...]:
    """Return a tag and what it falls back to, the nearest first: `zh-hans-cn` is zh-Hans-CN, zh-Hans, zh."""
    first, *rest = tag.replace("_", "-").split("-")
    parts = [first.lower(), *map(_part, rest)]
    return tuple("-".join(parts[:end]) for end in range(len(parts), 0, -1))


def _part(part: str) -> str:
    return {_REGION: part.upper(), _SCRIPT: part.title()}.get(len(part), part.lower())


def has_capitals(tag: str) -> bool:
    """Tell whether a language's letters have capitals."""
    return any(name.upper() != name.lower() for name in months(tag).names)


def leads_right(tag: str) -> bool:
    """Tell whether a language is read from right to left."""
    return str(_locale(tag).text_direction) == "rtl"


def is_known(tag: str) -> bool:
    """Tell whether anything is known of a language."""
    return _found(tag) is not None


def meant(name: str) -> str:
    """Return the tag of a language that is called by its name, in English or in itself; an empty text for none."""
    wanted = name.casefold()
    names = {str(tag): str(said) for tag, said in _locale(ENGLISH).languages.items()}
    english = (tag for tag, said in names.items() if said.casefold() == wanted)
    # Those with two letters are the languages of most schools; to ask all would take a second.
    own = (tag for tag in names if len(tag) == _REGION and is_known(tag) and _own_name(tag) == wanted)
    found = next(english, "") or next(own, "")
    return found.replace("_", "-") if found and is_known(found) else ""


def _own_name(tag: str) -> str:
    return str(_locale(tag).display_name or "").casefold()


@lru_cache
def marks(tag: str) -> Marks:
    """Return how a language marks its numbers, which are written in Western digits."""
    locale = _locale(tag)
    signs = locale.number_symbols["latn"]
    first, other = parse_grouping(locale.decimal_formats[None].pattern.partition(".")[0])
    before, after = _DIGITS.split(locale.percent_formats[None].pattern.partition(";")[0], maxsplit=1)
    thousands = _PRINTED.get(signs["group"], signs["group"])
    return Marks(signs["decimal"], thousands, (first, other), _narrow(before), _narrow(after))


def lcid(tag: str) -> int:
    """Return the number that Microsoft's formats have for a language and its region; 0 if they have none."""
    locale = _locale(tag)
    region = locale.territory or get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]
    return next((number for number, name in windows_locale.items() if name == f"{locale.language}_{region}"), 0)


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its English noun: 1 sheet, 2 sheets, 1,200 sheets."""
    return f"{number:,} {one if form(ENGLISH, number) == 'one' else several}"


def _narrow(text: str) -> str:
    return re.sub(r"\s", NARROW, text)


@lru_cache
def months(tag: str) -> Months:
    """Return the months of a language; `first` says that its dates have the month before the day."""
    locale = _locale(tag)
    names, short = (tuple(locale.months["format"][width].values()) for width in ("wide", "abbreviated"))
    pattern = str(locale.date_formats["long"].pattern)
    found = _DAY_FIRST.search(pattern)
    return Months(names, short, found[1].replace("'", "") if found else " ", first=found is None)


@lru_cache(maxsize=4096)
def dated(tag: str, day: date, pattern: str) -> str:
    """Write a date in a language's order; `pattern` names its parts as CLDR does: y, yMMM, yMMMd, MMM, MMMd."""
    return str(format_skeleton(pattern, day, locale=_locale(tag)))


def day(tag: str, written: str) -> str:
    """Return a day that is written as 2026-11-28 as a language has it; other words stay as they are."""
    try:
        found = dt.date.fromisoformat(written)
    except ValueError:
        return written
    return str(format_date(found, "long", _locale(tag))).replace(" ", "\u00a0")


def territory(tag: str, code: str) -> str:
    """Return the name of a country, by the two letters of its code."""
    return str(_locale(tag).territories.get(code, code))


def kilometres(tag: str, number: str) -> str:
    """Return kilometres as a language shortens them: 500 km, 500 км."""
    return str(format_unit(number, "length-kilometer", "short", locale=_locale(tag))).replace(" ", "\u00a0")


@lru_cache
def units(tag: str) -> frozenset[str]:
    """Return what follows a number where a language writes a unit out: metre, metres, degrees."""
    patterns = _locale(tag)._data["unit_patterns"]  # noqa: SLF001 Babel has no public name for them
    asked = (f"{kind}-{unit}" for kind, names in _MEASURES.items() for unit in names.split())
    said = (form for name in asked for form in patterns.get(name, {}).get("long", {}).items())
    found = (_COUNTED.match(pattern) for form, pattern in said if form in FORMS)
    return frozenset(one[1] for one in found if one)


@lru_cache
def forms(tag: str) -> tuple[str, ...]:
    """Return the names of a language's plural forms, in CLDR's order; every language has `other`."""
    return tuple(name for name in FORMS if name in _locale(tag).plural_form.tags or name == "other")


def form(tag: str, number: float) -> str:
    """Return the name of the plural form that a number takes."""
    return str(_locale(tag).plural_form(number))


@lru_cache
def _found(tag: str) -> Locale | None:
    for name in chain(tag):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _locale(tag: str) -> Locale:
    return _found(tag) or Locale.parse(ENGLISH)
