"""How large the words of a drawing come out where it is set, by the sizes that its file says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XMLParser, fromstring

if TYPE_CHECKING:
    from lxml.etree import _Element

# Sizes are rounded in drawings.
AIR = 0.98
# Nothing is tried twice: whoever wrote the drawing may have put any run of digits or blanks here.
_SIZE = re.compile(r"font-size\s*+[:=]\s*+[\"']?+\s*+(\d++(?:\.\d++)?+|\.\d++)\s*+(px|pt|)\s*+[;\"'}]")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3}


def read(svg: bytes) -> _Element:
    """Return the root of an SVG; nothing outside of it is opened."""
    return fromstring(svg, XMLParser(resolve_entities=False, no_network=True))


def smallest(svg: bytes, width: float) -> float:
    """Return the size of the smallest words of an SVG that is set `width` wide, in its unit; 0 if it says no size."""
    found = [float(size) * _UNITS[unit] for size, unit in _SIZE.findall(svg.decode())]
    return min(found, default=0.0) * width / view(read(svg))[0]


def view(root: _Element) -> tuple[float, float]:
    """Return the width and height of an SVG in its own units, as its view box or its size says; 1 if neither does."""
    box = _numbers(root.get("viewBox", ""))[2:] or _numbers(f"{root.get('width')} {root.get('height')}")
    wide, high = box if len(box) == 2 else (1.0, 1.0)  # noqa: PLR2004 (a width and a height)
    return (wide, high) if wide and high else (1.0, 1.0)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d*\.?\d+", text)]
