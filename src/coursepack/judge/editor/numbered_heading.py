"""A heading that begins with a number of its author's own, before which its own is printed ("1.3 1.2 Vectors").

Years, days of months and quantities are none: said where headings count on from one to the next. Two are enough where
something says that it is a heading's number (1.2, 2., "Chapter 4"); a bare one wants three from the first, and a
capital behind it. What is counted itself keeps its number: "1. Weltkrieg", "2. Weltkrieg".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.judge.prose import runs
from coursepack.languages import language
from coursepack.load import unspaced
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.judge.prose import Run
    from coursepack.pack import Pack
    from coursepack.text import Rich

# What chapters are called, beside the words that are printed for units and sections.
_NAMES = {"§", "chapter", "kapitel", "chapitre", "capítulo", "capitolo", "hoofdstuk", "rozdział", "глава", "الفصل"}
# What stands before and behind the number of a chapter where words have no blanks between them, and what parts it off.
_ORDINAL, _CHAPTER = "\u7b2c", "[\u7ae0\u8282\u7bc0]"
_WIDE = "\uff0e\uff1a\uff09\u3001"
# Headings in a row that count on.
_SURE, _BARE = 2, 3


@dataclass(frozen=True)
class _Numbered:
    """A heading: the number that is printed before it, its words, and the author's own number in it."""

    printed: str
    run: Run
    found: re.Match[str]

    @property
    def number(self) -> tuple[int, ...]:
        return tuple(map(int, self.found["number"].split(".")))

    @property
    def is_sure(self) -> bool:
        return bool(self.found["name"] or self.found["mark"]) or len(self.number) > 1

    def follows(self, before: _Numbered) -> bool:
        """Tell whether it counts on, in the same way."""
        *above, last = before.number
        return self.number == (*above, last + 1) and self.is_sure == before.is_sure

    def problem(self, more: int) -> Problem:
        """Say it of a heading, and of so many that count on from it."""
        said = self.found["said"].strip()
        message = f"“{self.printed} {self.run.words.strip()}” is printed: the heading has a number of its own"
        message = f"{message}, as the next {more} have" if more > 1 else f"{message}, as the next has"
        at = self.run.at(*self.found.span("said"))
        return Problem(at, "numbered-heading", message, f"Leave “{said}” out: headings are numbered", Severity.NOTE)


def find(pack: Pack) -> Iterator[Problem]:
    """Yield such titles of units, and such headings of each unit."""
    names = {str(pack.labels[name]).casefold() for name in ("unit", "section")} | _NAMES | {_ORDINAL}
    begins = re.compile(
        rf"\s*(?P<said>(?:(?P<name>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\s*)?"
        rf"(?!{_day(pack.labels.tag)})"
        rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)(?P<mark>\s?(?:{_CHAPTER})?[.):{_WIDE}]|\s?(?:{_CHAPTER})"
        rf"|\s[\u2013\u2014-](?=\s))?)(?:\s+|(?<=[.):{_WIDE}\u7ae0\u8282\u7bc0])(?={unspaced.LETTER.pattern}))(?P<rest>\w+)",
        re.IGNORECASE,
    )
    yield from _counted([(str(unit.number), unit.front.title) for unit in pack.units], begins)
    for part in pack.parts():
        yield from _counted([(one.number, one.title) for one in part.sections if one.title and one.number], begins)


def _day(tag: str) -> str:
    """Return what a day of a month looks like: 14. Juli, 14 juillet, 14 de julho, 14 Jul."""
    known = language.months(tag)
    months = "|".join(map(re.escape, sorted({*known.names, *known.short}, key=len, reverse=True)))
    return rf"\d{{1,2}}(?:{re.escape(known.between)}|\.?\s)(?:{months})(?!\w)"


def _counted(titles: Iterable[tuple[str, Rich]], begins: re.Pattern[str]) -> Iterator[Problem]:
    row: list[_Numbered] = []
    for one in _numbered(titles, begins):
        if row and not one.follows(row[-1]):
            yield from _said(row)
            row = []
        row.append(one)
    yield from _said(row)


def _numbered(titles: Iterable[tuple[str, Rich]], begins: re.Pattern[str]) -> Iterator[_Numbered]:
    for printed, title in titles:
        for run in runs([title]):
            found = begins.match(run.words)
            one = _Numbered(printed, run, found) if found else None
            if one and (one.is_sure or one.found["rest"][0].isupper()):
                yield one


def _said(row: Sequence[_Numbered]) -> Iterator[Problem]:
    """Yield what is said of headings that count on, at the first, if they are enough and no count of one thing."""
    if len(row) < _SURE or len({one.found["rest"].casefold() for one in row}) == 1:
        return
    if row[0].is_sure or (len(row) >= _BARE and row[0].number <= (1,)):
        yield row[0].problem(len(row) - 1)
