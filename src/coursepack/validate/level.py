"""The level of a course, as schools name it, as school years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def years(level: str, known: Sequence[str]) -> list[int]:
    """Return the last school years of the levels that some words name, in order; none if they name no level.

    `known` are words of levels, each with its last year: "lower secondary 9".
    """
    left, found = level.casefold(), set[int]()
    for one in sorted(known, key=len, reverse=True):
        words, _, last = one.rpartition(" ")
        if words in left:
            # "Secondary" is in "lower secondary", too.
            left = left.replace(words, " ")
            found.add(int(last))
    return sorted(found)
