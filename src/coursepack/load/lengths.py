"""How wide or high a picture is, as its author or another tool writes it: a length, a share, or a resolution."""

from __future__ import annotations

import re

WIDTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|mm|cm|in|pt|px)")
# Of a picture that has a height alone: its own shape says how wide it is.
HIGH = re.compile(r"(?P<height>[\d.]+\s*(?:mm|cm|in|pt|px))\s+high")
# So many pixels an inch: a picture has the width that its own come to.
RESOLUTION = re.compile(r"(?P<number>[1-9]\d{1,4})\s*dpi")
# A pixel of CSS is the 96th part of an inch (W3C, CSS Values and Units, "absolute lengths").
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "px": 0.75}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# What is narrower shows nothing by itself, in points (10 mm): it is a picture among words.
LEAST = 28.3
# The text's measure on A4 (120 mm), in points.
TEXT = 340.2


def length(width: str) -> float | None:
    """Return the length (pt) that a width is; `None` for one that is a share, or none."""
    found = WIDTH.fullmatch(width.strip())
    return float(found["number"]) * _POINTS[found["unit"]] if found and found["unit"] in _POINTS else None


def pixel(width: str) -> float | None:
    """Return how wide (pt) a pixel is at a resolution; `None` for a width that is none."""
    found = RESOLUTION.fullmatch(width)
    return _POINTS["in"] / int(found["number"]) if found else None


def high(width: str) -> float | None:
    """Return how high (pt) a picture is that has a height alone; `None` for any other width."""
    found = HIGH.fullmatch(width)
    return length(found["height"]) if found else None


def width(written: str) -> str:
    """Return a width as other tools write it, where a number alone is one of pixels; nothing if it is none."""
    given = f"{written.strip()}px" if _NUMBER.fullmatch(written.strip()) else written.strip()
    return given if WIDTH.fullmatch(given) else ""
