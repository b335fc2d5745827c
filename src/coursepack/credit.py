"""Partial credit: the rule that readers are told, and the scale that the key has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import Literal

Ticks = Literal["right-minus-wrong", "per-option", "all-or-nothing"]
Steps = Literal["neighbours", "places", "all-or-nothing"]


@dataclass(frozen=True)
class Credit:
    """How points are counted: the rule by its name, and for the key how many right ones earn how much, the most first.

    A rule that says nothing to the writers is `each`: what is right counts.
    """

    rule: str
    scale: tuple[tuple[int, float], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to say: a point for each."""
        return self.rule == "each" and all(count == points for count, points in self.scale)

    def without_key(self) -> Credit:
        """Return it as a copy without answers has it: the scale tells how many are right."""
        return replace(self, scale=())


def credit(rule: str, worth: float, most: int) -> Credit:
    """Share points out over so many right ones, in halves; in quarters, if the points have any, or what each earns."""
    step = _step(rule, worth, most)
    counts = (most,) if rule == "all-or-nothing" else range(most, 0, -1)
    return Credit(rule, tuple((count, _share(worth, count, most, step)) for count in counts) if worth else ())


def _step(rule: str, worth: float, most: int) -> Fraction:
    """Return what points are counted in: eight gaps for two points are a quarter each."""
    counted = (Fraction(worth), Fraction(worth) / most if rule == "each" else Fraction(0))
    in_quarters = any((4 * one).denominator == 1 and (2 * one).denominator > 1 for one in counted)
    return Fraction(1, 4 if in_quarters else 2)


def _share(worth: float, count: int, most: int, step: Fraction) -> float:
    share = floor(Fraction(worth) * count / most / step + Fraction(1, 2)) * step
    # All of the points are for all that is right.
    return float(share if count == most else min(share, Fraction(worth) - step))
