"""The index, laid out after the pages that it points to: their numbers are known, so none is printed twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

from coursepack.course import IndexEntry
from coursepack.render.words.handoutwords import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coursepack.languages.labels import Labels
    from coursepack.pack import Pack


PAIR = 2


@dataclass(frozen=True)
class Reference:
    """A run of pages of an entry ("10", or a first and a last one), and the anchor on the first of them.

    The `main` ones are where its term is explained, or else where a section is about it.
    """

    pages: str
    anchor: str
    main: bool = False


@dataclass(frozen=True)
class Entry:
    """A printed line of the index."""

    name: str
    sub: bool
    pages: tuple[Reference, ...]
    language: str = ""


@dataclass(frozen=True)
class Letter:
    """The entries under one letter."""

    name: str
    entries: tuple[Entry, ...]


def within(pages: Mapping[str, int], first: str, ends: Sequence[str]) -> dict[str, int]:
    """Keep the anchors from one to the first of some others, if one is there: the index covers units, not lists."""
    end = min((pages[name] for name in ends if name in pages), default=inf)
    return {anchor: page for anchor, page in pages.items() if pages[first] <= page < end}


def main_places(pack: Pack) -> dict[int, list[str]]:
    """Return, by the entry's place, the anchors of where terms are explained, or else of sections named after them."""
    terms = {entry.term.casefold(): f"t-{name}" for name, entry in pack.course.glossary.items()}
    sections = [(one.title.plain(), one.id) for unit in pack.units for one in unit.sections if one.title]
    found: dict[int, list[str]] = {}
    for number, entry in enumerate(pack.course.index):
        words = re.compile("|".join(rf"(?<!\w){re.escape(find)}(?!\w)" for find in entry.find))
        named = dict.fromkeys(name.casefold() for name in (entry.sub or entry.entry, *entry.find))
        explained = [terms[name] for name in named if name in terms]
        found[number] = explained or [anchor for title, anchor in sections if words.search(title)]
    return found


def letters(
    index: Sequence[IndexEntry],
    mentions: Mapping[int, Sequence[str]],
    pages: Mapping[str, int],
    labels: Labels,
    mains: Mapping[int, Sequence[str]] | None = None,
) -> list[Letter]:
    """Return the index by the letters of a language; entries that are mentioned nowhere are left out."""
    lines: list[tuple[str, Entry]] = []
    for number in sorted(range(len(index)), key=lambda n: (labels.order(index[n].entry), labels.order(index[n].sub))):
        places = _places(mentions.get(number, ()), (mains or {}).get(number, ()), pages)
        if not places:
            continue
        entry = index[number]
        if entry.sub and not (lines and lines[-1][0] == entry.entry):
            lines.append((entry.entry, Entry(entry.entry, sub=False, pages=())))
        lines.append((entry.entry, Entry(entry.sub or entry.entry, bool(entry.sub), places, entry.language)))
    grouped = groupby(lines, key=lambda line: labels.letter(line[0]))
    return [Letter(letter, tuple(entry for _, entry in group)) for letter, group in grouped]


def _places(anchors: Sequence[str], mains: Sequence[str], pages: Mapping[str, int]) -> tuple[Reference, ...]:
    first: dict[int, str] = {}
    for anchor in (*mains, *anchors):
        if anchor in pages:
            first.setdefault(pages[anchor], anchor)
    told = Counter(pages[anchor] for anchor in anchors if anchor in pages and anchor.startswith(SENTENCE))
    counted = Counter(pages[anchor] for anchor in anchors if anchor in pages)
    main = {pages[anchor] for anchor in mains if anchor in pages}
    found = _references(first, main)
    if len(found) > IndexEntry.MOST:
        # A sentence says more of a thing than a row of a table.
        ranked = sorted(first, key=lambda page: (page not in main, -told[page], -counted[page], page))
        found = _references({page: first[page] for page in ranked[: IndexEntry.MOST]}, main)
    return found


def _references(first: Mapping[int, str], main: Collection[int]) -> tuple[Reference, ...]:
    """Return the pages as they are printed, each main one by itself."""
    runs = _runs(sorted(page for page in first if page not in main)) + [[page] for page in main if page in first]
    return tuple(Reference(_span(run), first[run[0]], run[0] in main) for run in sorted(runs))


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Join neighbouring pages: three or more become one run, two stay apart."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [part for run in runs for part in ([run] if len(run) > PAIR else [[number] for number in run])]


def _span(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}"
