"""Pictures that nobody in the last row can read: how large their words and pixels come out on the slide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XMLParser, fromstring

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.problem import Span

# Inches, and pixels an inch.
_SIDE, _DENSITY = 3 / 2.54, 100.0
_POINT = 72
# Sizes are rounded in drawings, and pixels in files.
_AIR = 0.98
_SIZE = re.compile(r"font-size\s*[:=]\s*[\"']?\s*(\d*\.?\d+)\s*(px|pt|)\s*[;\"'}]")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3}


def of_vector(svg: bytes, at: Span, width: float, least: float) -> Iterator[Problem]:
    """Say what is wrong with an SVG that is set `width` inches wide: words below `least` pt, or hardly a picture."""
    root = fromstring(svg, XMLParser(resolve_entities=False, no_network=True))
    wide, high = view(root)
    found = [float(size) * _UNITS[unit] for size, unit in _SIZE.findall(svg.decode())]
    smallest = min(found, default=0.0) * width / wide * _POINT
    if 0 < smallest < least * _AIR:
        message = f"the smallest words of this picture are {smallest:.3g} pt on the slide"
        yield _too_small(at, message, f"draw them larger: {least:g} pt is the least that can be read")
    else:
        yield from _side(at, width, width * high / wide)


def of_raster(pixels: tuple[int, int], at: Span, width: float) -> Iterator[Problem]:
    """Say what is wrong with a photograph that is set `width` inches wide: too few pixels, or hardly a picture."""
    density = pixels[0] / width
    if density < _DENSITY * _AIR:
        message = f"this picture has {density:.0f} pixels an inch on the slide"
        yield _too_small(at, message, f"take a larger file: it needs {_DENSITY:g}")
    else:
        yield from _side(at, width, width * pixels[1] / pixels[0])


def view(root: _Element) -> tuple[float, float]:
    """Return the width and height of an SVG in its own units, as its view box or its size says; 1 if neither does."""
    box = _numbers(root.get("viewBox", ""))[2:] or _numbers(f"{root.get('width')} {root.get('height')}")
    wide, high = box if len(box) == 2 else (1.0, 1.0)  # noqa: PLR2004 (a width and a height)
    return (wide, high) if wide and high else (1.0, 1.0)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d*\.?\d+", text)]


def _side(at: Span, width: float, height: float) -> Iterator[Problem]:
    if min(width, height) < _SIDE * _AIR:
        message = f"this picture is {min(width, height) * 2.54:.1f} cm on its shorter side on the slide"
        yield _too_small(at, message, "cut it to what matters")


def _too_small(at: Span, message: str, advice: str) -> Problem:
    return Problem(at, "picture-too-small", message, advice, Severity.WARNING)
