"""Drawings made of signs, boxes and trees in code: a line that is turned over tears them, so they are set smaller."""

from __future__ import annotations

import re

# What draws lines and areas, but not level lines: a comment has these below its words.
_DRAWING = re.compile(r"[\u2502\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u259f]")
# The least share of its size that a drawing is set at.
_LEAST = 0.5


def is_drawn(source: str) -> bool:
    """Tell whether code is a drawing, or has one in it."""
    return len(_DRAWING.findall(source)) > 1


def shrunk(source: str, most: int) -> float:
    """Return the share of its size at which so many columns hold a drawing; 1 for what is none, or is as wide at least.

    What would be too small keeps its size: it is turned over as code is.
    """
    share = most / max(1, *map(len, source.split("\n")))
    return share if is_drawn(source) and _LEAST <= share < 1 else 1
