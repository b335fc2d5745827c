"""Boxes on a slide, in inches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]

_SAMPLES = 12


@dataclass(frozen=True)
class Rect:
    """A box by its edges; `top` is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide the box is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high the box is."""
        return self.bottom - self.top

    def meets(self, other: Rect, air: float = 0) -> bool:
        """Say whether two boxes come nearer than `air` sideways, at the same height."""
        aside = self.left < other.right + air and other.left < self.right + air
        return aside and self.top < other.bottom and other.top < self.bottom

    def crossed_by(self, curve: Sequence[Point]) -> bool:
        """Say whether a curve runs through the box: each of its stretches is tried at a dozen points."""
        return any(
            self._holds(x1 + (x2 - x1) * step / _SAMPLES, y1 + (y2 - y1) * step / _SAMPLES)
            for (x1, y1), (x2, y2) in pairwise(curve)
            if x2 >= self.left and x1 <= self.right
            for step in range(_SAMPLES + 1)
        )

    def _holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom
