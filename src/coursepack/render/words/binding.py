"""Where a line must not end: "29 November", "Article 51", "3 km", a document's symbol, a French question mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import east_asian_width, name

from markupsafe import Markup

from coursepack import symbol
from coursepack.languages import language
from coursepack.render.look.bidi import isolated
from coursepack.render.look.scripts import CJK, MARKED
from coursepack.render.words.arithmetic import SHARE, SIGNS, STROKE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.coursefile import BindFile
    from coursepack.languages.labels import Labels

NBSP = "\u00a0"
JOINED = "\u2060"
# Classes of width (UAX #11) of signs that fill a square, or half of it.
_WIDE = frozenset({"F", "W", "H"})
# A number follows, Roman or not: a word that begins as one is none.
_NUMBER = r"(?=\d|[IVXLC]+(?!\w))"
# A range of numbers stays on one line.
_RANGES = r"\d+\u2013\d+|[IVX]+\u2013[IVX]+"
# So does what has two letters before a hyphen: "US-Japan".
_BRIEF = rf"(?<![\w{MARKED}/-])[^\W\d_]{{1,2}}-[^\W\d_]+(?![\w{MARKED}/])"
# In titles, large as they are, three letters before a hyphen do too, "IT-Umfeld", and what follows a blank in Chinese
# or Japanese: no more of either than a line has room for.
_HEADED = re.compile(
    rf"(?P<tag><[^<>]*>)|(?<![\w{MARKED}/&;-])[^\W\d_]{{1,3}}-[^\W\d_]{{2,10}}(?![\w{MARKED}/-])"
    rf"|(?<=[ \u3000])(?=[^\s<>&]*[{CJK}])[^\s<>&]{{2,8}}(?![^\s<])"
)
# Letters of a word that one of those with which no title's line ends is bound to: both have room on a line.
_ROOM = 10
# Latin, in whatever language works are cited.
_OTHERS = re.compile(r"(?<!\w)et al\.")
# The last of two numbers is bound to the word between them, if a sign follows: in "lines 1 and 2)." it would be alone.
_PAIRED = re.compile(r"(?:(?<=\d [^\W\d_])|(?<=\d [^\W\d_]{2})|(?<=\d [^\W\d_]{3})) (?=\d\d?(?![.,]?\d)[^\w\s])")
# No line begins with what stands for words left out.
_LEFT_OUT = re.compile(r" (?=[(\[]?\u2026(?!\w))")
# Between a closing quotation mark and a bracket Pango ends no line (UAX #14 before Unicode 15.1, rule LB15). With one
# begins the citation behind a text.
_QUOTED = re.compile(r"(?<=[\u2019\u201c\u201d\xbb]) (?=[(\[]|\Z)")


@dataclass(frozen=True)
class Binding:
    """What is bound: patterns with the no-break blank of each, pieces to replace, and what is kept whole."""

    patterns: Sequence[tuple[re.Pattern[str], str]]
    pieces: dict[str, str]
    whole: re.Pattern[str]
    # Whether the language is read from right to left.
    leftward: bool = False
    # What no line of a title ends with, as an article.
    led: re.Pattern[str] | None = None

    def bind(self, text: str) -> str:
        """Put no-break blanks where a line must not end, and isolates around names of the other direction."""
        return isolated(self.bound(text), leftward=self.leftward)

    def bound(self, text: str) -> str:
        """Put no-break blanks where a line must not end."""
        for piece, bound in self.pieces.items():
            text = text.replace(piece, bound)
        for pattern, blank in self.patterns:
            text = pattern.sub(partial(_with, blank), text)
        return text

    def seam(self, before: str, after: str) -> str:
        """Return what stands between two lines as they are written: a blank, one that is bound, or nothing."""
        if _are_wide(before[-1:], after[:1]):
            return ""
        at = min(len(before), symbol.LONGEST)
        said = f"{before[-symbol.LONGEST :]} {after[: symbol.LONGEST]}"
        found = ((one, blank) for pattern, blank in self.patterns for one in pattern.finditer(said))
        return next((blank for one, blank in found if one.start() <= at < one.end()), "\n")

    def unbroken(self, markup: str) -> str:
        """Put what no line's end may cut into an element of its own, and let one end before brackets behind quotes."""
        return _QUOTED.sub("<wbr> ", self.whole.sub(_kept, STROKE.sub(JOINED, markup)))

    def headed(self, markup: str) -> Markup:
        """Keep short words of a title whole, and articles with what follows: a line's end there is seen from afar."""
        markup = self.led.sub(partial(_with, NBSP), markup) if self.led else markup
        kept = lambda found: found[0] if found["tag"] else f'<span class="nb">{found[0]}</span>'  # noqa: E731 of one line
        return Markup(_HEADED.sub(kept, markup))  # noqa: S704 made by the renderer


def _kept(found: re.Match[str]) -> str:
    """Put what is kept whole into an element; what is made of words may have acronyms in it."""
    return f'<span class="nb{" words" if found["brief"] else ""}">{found[0]}</span>'


def _are_wide(*signs: str) -> bool:
    """Tell whether signs are Chinese or Japanese, between which no blank stands (W3C, CSS Text 3, section 4.1.3)."""
    return all(sign and east_asian_width(sign) in _WIDE and "HANGUL" not in name(sign, "") for sign in signs)


def _with(blank: str, found: re.Match[str]) -> str:
    return found[0].replace(" ", blank)


def binding(labels: Labels, own: BindFile) -> Binding:
    """Return what a language binds, and what a course binds besides."""
    whole = rf"(?<![\w/])(?:{_RANGES})|(?P<brief>{_BRIEF}|{SHARE})"
    kept = symbol.whole(own.whole)
    patterns = [
        *_numbers(labels, own),
        *_dates(labels),
        *_thousands(labels.tag),
        *_small(labels),
        *((pattern, NBSP) for pattern in (*SIGNS, _OTHERS, _PAIRED, _LEFT_OUT)),
    ]
    symbols = symbol.bound(own.whole)
    if symbols:
        patterns.append((symbols, NBSP))
    unbroken = re.compile(f"{kept}|{whole}" if kept else whole)
    return Binding(patterns, labels["together"], unbroken, labels.leads_right, _led(labels))


def _numbers(labels: Labels, own: BindFile) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what binds a number to the word before or after it."""
    first = [*labels["bound"], *labels["line_words"], *own.before]
    yield re.compile(rf"(?<!\w)(?:{_any(first)}) {_NUMBER}"), NBSP
    # Where a full stop makes an ordinal of a number, it may stand between: "20. Jahrhundert".
    stop = r"\.?" if _between(labels).startswith(".") else ""
    units = [*labels["units"], *language.units(labels.tag), *own.after]
    yield re.compile(rf"\d{stop} (?=(?:{_any(units)})(?!\w))"), NBSP
    apart = [unit for unit in units if " " in unit]
    if apart:
        yield re.compile(rf"\d{stop}[ {NBSP}](?:{_any(apart)})(?!\w)"), NBSP


def _dates(labels: Labels) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what binds a day to its month, whole or short, and a short month to the number after it."""
    months = language.months(labels.tag)
    short = [*months.short, *(name.removesuffix(".") for name in months.short)]
    named = _any([*months.names, *short, *labels.get("months", ())])
    yield re.compile(rf"(?<!\w)(?:{named if months.first else _any(short)}) {_NUMBER}"), NBSP
    yield re.compile(rf"\d(?: |{re.escape(months.between)})(?=(?:{named})(?!\w))"), NBSP


def _thousands(tag: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what binds the thousands of a number that are parted by a blank, with the language's own one."""
    mark = language.marks(tag).thousands
    if mark.isspace():
        yield re.compile(r"(?<!\d)\d{1,3} (?=\d{3}(?!\d))"), mark


def _small(labels: Labels) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what binds words of a letter, with which no line ends in Polish or Russian, to what comes after them."""
    words = labels.get("never_last", ())
    if words:
        yield re.compile(rf"(?<!\w)(?i:{_any(words)}) (?=\S|\Z)"), NBSP


def _led(labels: Labels) -> re.Pattern[str] | None:
    """Return what binds articles and the like to a word that is not long, outside of tags; no paragraph has it."""
    words = labels.get("never_last_in_titles", ())
    if not words:
        return None
    return re.compile(rf"(?<![\w&/-])(?i:{_any(words)}) (?=[^\s<>]{{1,{_ROOM}}}(?:[\s<]|\Z))(?![^<>]*>)")


def _between(labels: Labels) -> str:
    return language.months(labels.tag).between


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted({*words}, key=lambda word: (-len(word), word))))
