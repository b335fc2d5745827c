"""Maps on the plane, true in area: what is shaded is as large beside the rest as on the globe. Unit: its radius.

A part of the world is shown in Lambert's azimuthal projection, centred on the map: J. P. Snyder, Map Projections: A
Working Manual (US Geological Survey, Professional Paper 1395, 1987), equations 24-2 to 24-4 (the sphere). The world is
shown in the Equal Earth projection: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, International
Journal of Geographical Information Science 33 (2019).
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, ceil, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from coursepack.render.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.atlas import Degrees

# A place, in degrees east and north, on the plane; y runs downwards. Nothing for what lies behind the globe's rim.
Projection = Callable[[float, float], Point | None]

_TURN, _WORLD = 360.0, 180.0  # degrees of longitude: what is wider is the world
_STEP = 2.0  # degrees between the points of a line, which is straight in degrees and bent on the plane
_BEHIND = -0.9  # the cosine of the angle from the centre at which a map ends: past it shapes are stretched to rims
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def projection(west: float, south: float, east: float, north: float) -> Projection:
    """Return the projection for a view between two meridians and two parallels (degrees)."""
    middle = (west + east) / 2
    return equal_earth(middle) if east - west > _WORLD else azimuthal(middle, (south + north) / 2)


def azimuthal(east: float, north: float) -> Projection:
    """Return Lambert's azimuthal projection around a place."""
    sine, cosine = sin(radians(north)), cos(radians(north))

    def placed(longitude: float, latitude: float) -> Point | None:
        along, up = radians(longitude - east), radians(latitude)
        near = sine * sin(up) + cosine * cos(up) * cos(along)
        if near < _BEHIND:
            return None
        scale = sqrt(2 / (1 + near))
        return Point(scale * cos(up) * sin(along), -scale * (cosine * sin(up) - sine * cos(up) * cos(along)))

    return placed


def equal_earth(east: float) -> Projection:
    """Return the Equal Earth projection around a meridian."""

    def placed(longitude: float, latitude: float) -> Point:
        angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
        slope = 9 * _A4 * angle**8 + 7 * _A3 * angle**6 + 3 * _A2 * angle**2 + _A1
        across = 2 * sqrt(3) * radians(longitude - east) * cos(angle) / (3 * slope)
        return Point(across, -(_A4 * angle**9 + _A3 * angle**7 + _A2 * angle**3 + _A1 * angle))

    return placed


def projected(line: Iterable[Degrees], place: Projection) -> tuple[Point, ...]:
    """Put a line of places on the plane; what lies behind is left out."""
    return tuple(point for one in _fine(line) if (point := place(*one)) is not None)


def unrolled(line: Iterable[Degrees]) -> Iterator[Degrees]:
    """Go from each place to the next by the shorter way, across the 180th meridian too: 170, -170 is 170, 190."""
    before: float | None = None
    for east, north in line:
        before = east if before is None else east + _TURN * round((before - east) / _TURN)
        yield before, north


def _fine(line: Iterable[Degrees]) -> Iterator[Degrees]:
    """Yield the places of a line and more between them."""
    before: Degrees | None = None
    for east, north in line:
        if before is not None:
            (x, y), steps = before, ceil(max(abs(east - before[0]), abs(north - before[1])) / _STEP)
            yield from ((x + (east - x) * n / steps, y + (north - y) * n / steps) for n in range(1, steps))
        yield east, north
        before = east, north
