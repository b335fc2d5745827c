"""Lengths of a slide in CSS: a `rem` is an inch of the slide, however large the slide is shown.

No transform makes slides smaller: WeasyPrint cuts at a page's end what `scale()` then makes small.
"""

from __future__ import annotations

_POINT = 72


def inches(length: float) -> str:
    """Write a length in inches of the slide."""
    return f"{length:.4f}rem"


def points(length: float) -> str:
    """Write a length in points of the slide."""
    return inches(length / _POINT)
