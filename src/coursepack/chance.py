"""Chance without chance: orders and numbers that follow from a seed and an id alone.

Each exercise draws for itself, so that adding one never changes another. A later variant turns the order of the first
one round by a step (`turned`) instead of drawing again: independent draws would give neighbours the same key letter
one time in as many as there are options.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDE = 1 << 64


@dataclass(frozen=True)
class Draw:
    """What one exercise draws from: the course's seed, its own id, and the variant, from 0 for A.

    `labels` are the words of the course's language, `language` is its tag.
    """

    seed: str
    id: str
    variant: int
    labels: Mapping[str, Any]
    language: str = "en"

    def number(self, name: str) -> int:
        """Return a number below 2^64 that belongs to a name."""
        digest = hashlib.sha256(f"{self.seed}\n{self.id}\n{name}".encode()).digest()
        return int.from_bytes(digest[:8], "big")

    def share(self, name: str) -> Fraction:
        """Return a number from 0 up to but not including 1 that belongs to a name."""
        return Fraction(self.number(name), _WIDE)

    def one_of(self, count: int, name: str) -> int:
        """Return the place of one of some things, from 0; neighbouring variants take neighbouring ones."""
        return (self.number(name) + turned(self.variant, count)) % count

    def part(self, name: str) -> Draw:
        """Return what a part of the exercise draws from."""
        return replace(self, id=f"{self.id} {name}")

    def order(self, fixed: Sequence[bool]) -> tuple[int, ...]:
        """Return the order in which things are shown, as their own numbers; what is fixed keeps its place."""
        free = [place for place, keeps in enumerate(fixed) if not keeps]
        mixed = sorted(free, key=lambda place: self.number(f"order {place}"))
        step = turned(self.variant, len(mixed))
        turns = iter(mixed[step:] + mixed[:step])
        return tuple(place if keeps else next(turns) for place, keeps in enumerate(fixed))


def turned(variant: int, count: int) -> int:
    """Return by how many steps a variant turns the first one's order, so that neighbours never share a place.

    With three things the steps go to and fro (0, 1, 2, 1): then the fourth variant also differs from the first.
    """
    if count < 2:  # noqa: PLR2004 one thing has one place
        return 0
    return (0, 1, 2, 1)[variant % 4] if count == 3 else variant % count  # noqa: PLR2004 said above


def name_of(variant: int) -> str:
    """Return a variant's letter: A for 0."""
    return chr(ord("A") + variant)
