"""Titles of the deck: a slide is found by its title, so no two have the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from markdown_it.token import Token

from coursepack.language import leads_right

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.course import Course
    from coursepack.text import Rich

# Classes of letters that are read from right to left (UAX #9).
_LEFTWARD = frozenset({"R", "AL"})


class Titles:
    """The titles that slides have: those that are written, and those that were given since, each with its unit."""

    def __init__(self, course: Course, labels: Mapping[str, Any]) -> None:
        """Read the titles that the author wrote."""
        self.labels, self.leftward = labels, leads_right(course.file.language)
        self.taken = {course.file.title.casefold(): 0}
        for number, unit in enumerate(course.units, 1):
            self.taken[unit.front.title.plain().casefold()] = number
            for block in unit.blocks():
                title, _ = block.slide_title() if block.goes_to("slides") else (None, None)
                self.taken |= {title.plain().casefold(): number} if title else {}

    def free(self, title: Rich, unit: int) -> Rich:
        """Return a title for a slide of a unit: with the unit's name or a number behind it, if there is one already."""
        words = title.plain()
        for more in self._endings(self.taken.get(words.casefold()), unit):
            name = f"{words}{more}".casefold()
            if name not in self.taken:
                self.taken[name] = unit
                # In a line from right to left a number would go with a foreign word before it.
                mark = "\u200f" if self.leftward and any(bidirectional(one) in _LEFTWARD for one in words) else ""
                return _longer(title, f" {mark}{more[1:]}") if more else title
        raise AssertionError  # the endings have no end

    def _endings(self, owner: int | None, unit: int) -> Iterator[str]:
        other = [f" ({self.labels['unit']} {unit})"] if owner not in {None, unit} else []
        return chain([""], other, (f" ({number})" for number in count(2)))


def _longer(title: Rich, more: str) -> Rich:
    """Write words behind a title: their blanks do not break, but for the first."""
    *before, last = title.tokens
    children = [*(last.children or []), Token("text", "", 0, content=f" {more[1:].replace(' ', chr(0xA0))}")]
    return replace(title, tokens=(*before, last.copy(children=children)))
