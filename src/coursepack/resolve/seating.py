"""Whose variant is whose: what the roster says, else so that neighbours differ.

A seat decides by itself: nobody's variant depends on who else is there, so that a student who comes later changes no
other pack. Without seats the row decides.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.roster import Seated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.roster import Student

_PART = re.compile(r"\d+|(?<![^\W\d_])[A-Za-z](?![^\W\d_])")

# A seat as a row (0 for a room that counts seats only) and a place in it.
Place = tuple[int, int]


def place(seat: str) -> Place | None:
    """Read a seat: `12`, `Seat 12`, `B3`, `3b`, `2-5`."""
    parts = [int(part) if part.isdigit() else ord(part.upper()) - 64 for part in _PART.findall(seat)]
    match parts:
        case [number]:
            return (0, number)
        case [row, number]:
            return (row, number)
    return None


def seated(students: Sequence[Student], variants: int) -> tuple[Seated, ...]:
    """Give every student a variant."""
    return tuple(Seated(student, _variant(student, variants)) for student in students)


def _variant(student: Student, variants: int) -> int:
    """Count on from seat to seat, and by two from row to row: then who sits before or behind has another one too."""
    if student.variant is not None:
        return student.variant
    row, number = place(student.seat) or (0, student.row - 1)
    step = 2 if variants > 3 else 1  # noqa: PLR2004 with fewer, two steps lead back or to a neighbour's
    return (number - 1 + step * max(row - 1, 0)) % variants


def alike(all_seated: Sequence[Seated], variants: int) -> Iterator[Problem]:
    """Report students who sit next to each other with the same variant."""
    places = {found: one for one in all_seated if (found := place(one.student.seat))} if variants > 1 else {}
    for one, other in _neighbours(places):
        if one.variant == other.variant:
            said = f"the student of line {one.student.at.line} sits next to this one and has the same variant"
            advice = "Give one of them another, in the column `variant`"
            yield Problem(other.student.at, "same-variant", said, advice, Severity.WARNING, private=True)


def _neighbours(places: Mapping[Place, Seated]) -> Iterator[tuple[Seated, Seated]]:
    """Yield those who sit side by side, empty seats between them left out, and one behind the other."""
    for here, there in pairwise(sorted(places)):
        if here[0] == there[0]:
            yield places[here], places[there]
    for (row, number), one in places.items():
        if row and (row + 1, number) in places:
            yield one, places[row + 1, number]
