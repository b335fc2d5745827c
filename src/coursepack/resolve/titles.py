"""Titles of the deck: a slide is found by its title, so no two have the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from markdown_it.token import Token

from coursepack.languages.language import leads_right
from coursepack.resolve import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course
    from coursepack.languages.labels import Labels
    from coursepack.text import Rich

# Classes of letters that are read from right to left (UAX #9).
_LEFTWARD = frozenset({"R", "AL"})


class Titles:
    """The titles that slides have: those that are written, and those that were given since, each with its unit."""

    def __init__(self, course: Course, labels: Labels) -> None:
        """Read the titles that the author wrote."""
        self.labels, self.leftward = labels, leads_right(course.file.language)
        # What the titles stand in that were given.
        self.within: dict[str, str] = {}
        self.taken = {course.file.title.casefold(): 0}
        for number, unit in enumerate(course.units, 1):
            self.taken[unit.front.title.plain().casefold()] = number
            for block in unit.blocks():
                title, _ = block.slide_title() if block.goes_to("slides") else (None, None)
                self.taken |= {title.plain().casefold(): number} if title else {}

    def free(self, title: Rich, within: Rich | None = None, *, unit: int) -> Rich:
        """Return a title for a slide of a unit: if there is one already, with words that tell them apart.

        These are of what it stands `within`, of the unit, or a number.
        """
        for name, made in self._names(title, unit, within):
            if name.casefold() not in self.taken:
                self.taken[name.casefold()] = unit
                self.within[name.casefold()] = within.plain() if within else ""
                return made
        raise AssertionError  # the numbers have no end

    def _names(self, title: Rich, unit: int, within: Rich | None) -> Iterator[tuple[str, Rich]]:
        words = title.plain()
        yield words, title
        outer = within.plain() if within else ""
        told = outer not in {words, self.within.get(words.casefold())}
        opened, closed = (self.labels["space"] + self.labels["brackets"][0], self.labels["brackets"][1])
        if within and told and len(both := f"{outer}{opened}{words}{closed}") <= passages.LINE:
            yield both, passages.within(within, title, (opened, closed))
        owner = self.taken[words.casefold()]
        other = [] if owner == unit else [f"{self.labels['unit']} {unit}"]
        # In a line from right to left a number would go with a foreign word before it.
        mark = "\u200f" if self.leftward and any(bidirectional(one) in _LEFTWARD for one in words) else ""
        for more in chain(other, map(str, count(2))):
            behind, blank = self.labels.bracketed(more, ""), self.labels["space"]
            yield f"{words}{blank}{behind}", _longer(title, blank, f"{mark}{behind}")


def _longer(title: Rich, blank: str, more: str) -> Rich:
    """Write words behind a title and a blank: their own blanks do not break."""
    *before, last = title.tokens
    children = [*(last.children or []), Token("text", "", 0, content=blank + more.replace(" ", "\u00a0"))]
    return replace(title, tokens=(*before, last.copy(children=children)))
