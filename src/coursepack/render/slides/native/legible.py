"""Pictures that nobody in the last row can read: how large their words and pixels come out on the slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.render.figures.wording import AIR, read, smallest, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.problem import Span

# Inches, and pixels an inch.
_SIDE, _DENSITY = 3 / 2.54, 100.0
_POINT = 72


def of_vector(svg: bytes, at: Span, width: float, least: float) -> Iterator[Problem]:
    """Say what is wrong with an SVG that is set `width` inches wide: words below `least` pt, or hardly a picture."""
    wide, high = view(read(svg))
    words = smallest(svg, width * _POINT)
    if 0 < words < least * AIR:
        message = f"the smallest words of this picture are {words:.3g} pt on the slide"
        yield _too_small(at, message, f"draw them larger: {least:g} pt is the least that can be read")
    else:
        yield from _side(at, width, width * high / wide)


def of_raster(pixels: tuple[int, int], at: Span, width: float) -> Iterator[Problem]:
    """Say what is wrong with a photograph that is set `width` inches wide: too few pixels, or hardly a picture."""
    density = pixels[0] / width
    if density < _DENSITY * AIR:
        message = f"this picture has {density:.0f} pixels an inch on the slide"
        yield _too_small(at, message, f"take a larger file: it needs {_DENSITY:g}")
    else:
        yield from _side(at, width, width * pixels[1] / pixels[0])


def _side(at: Span, width: float, height: float) -> Iterator[Problem]:
    if min(width, height) < _SIDE * AIR:
        message = f"this picture is {min(width, height) * 2.54:.1f} cm on its shorter side on the slide"
        yield _too_small(at, message, "cut it to what matters")


def _too_small(at: Span, message: str, advice: str) -> Problem:
    return Problem(at, "picture-too-small", message, advice, Severity.WARNING)
