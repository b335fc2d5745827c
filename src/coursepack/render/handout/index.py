"""The index, laid out after the pages that it points to: their numbers are known, so none is printed twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.course import IndexEntry
    from coursepack.labels import Labels


PAIR = 2


@dataclass(frozen=True)
class Reference:
    """A run of pages of an entry ("10", or a first and a last one), and the anchor on the first of them."""

    pages: str
    anchor: str


@dataclass(frozen=True)
class Entry:
    """A printed line of the index."""

    name: str
    sub: bool
    pages: tuple[Reference, ...]


@dataclass(frozen=True)
class Letter:
    """The entries under one letter."""

    name: str
    entries: tuple[Entry, ...]


def within(pages: Mapping[str, int], first: str, ends: Sequence[str]) -> dict[str, int]:
    """Keep the anchors from one to the first of some others, if one is there: the index covers units, not lists."""
    end = min((pages[name] for name in ends if name in pages), default=inf)
    return {anchor: page for anchor, page in pages.items() if pages[first] <= page < end}


def letters(
    index: Sequence[IndexEntry], mentions: Mapping[int, Sequence[str]], pages: Mapping[str, int], labels: Labels
) -> list[Letter]:
    """Return the index by the letters of a language; entries that are mentioned nowhere are left out."""
    lines: list[tuple[str, Entry]] = []
    for number in sorted(range(len(index)), key=lambda n: (labels.order(index[n].entry), labels.order(index[n].sub))):
        places = _places(mentions.get(number, ()), pages)
        if not places:
            continue
        entry = index[number]
        if entry.sub and not (lines and lines[-1][0] == entry.entry):
            lines.append((entry.entry, Entry(entry.entry, sub=False, pages=())))
        lines.append((entry.entry, Entry(entry.sub or entry.entry, bool(entry.sub), places)))
    grouped = groupby(lines, key=lambda line: labels.letter(line[0]))
    return [Letter(letter, tuple(entry for _, entry in group)) for letter, group in grouped]


def _places(anchors: Sequence[str], pages: Mapping[str, int]) -> tuple[Reference, ...]:
    first: dict[int, str] = {}
    for anchor in anchors:
        if anchor in pages:
            first.setdefault(pages[anchor], anchor)
    return tuple(Reference(_span(run), first[run[0]]) for run in _runs(sorted(first)))


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
