"""Where a map shows what: the view of a block in degrees, the plane that it is projected on, and the frame (pt)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import hypot, sqrt
from typing import TYPE_CHECKING, NamedTuple

from coursepack import atlas
from coursepack.render.figures.projection import equal_earth, projected, projection, unrolled
from coursepack.render.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.atlas import Degrees
    from coursepack.blocks.map import Border, Group, Named, Place, View
    from coursepack.render.figures.projection import Projection

_AIR = 0.08  # of what is named: how much more is shown on each side
# Where a length is a tenth shorter than in the middle, in radii of the globe: cos c/2 is 0.9 at 2 sin c/2 (Snyder).
_REACH = 2 * sqrt(1 - 0.9**2)
_HALF = 2 * sqrt(2)  # how wide half the globe is
_LEAST = 1.0  # degrees around a place alone
_NORTH, _SOUTH = 84.0, -58.0  # degrees: what is seen of the world, where nothing says more


class Drawn(NamedTuple):
    """What of a map is drawn: its texts may be others, or other objects, and its drawing is the same."""

    view: View | None
    groups: tuple[Group, ...]
    names: tuple[Named, ...]
    places: tuple[Place, ...]
    lines: tuple[Border, ...]
    scale: bool


@dataclass(frozen=True)
class Sheet:
    """The frame of a map (pt), and the way from degrees into it; one that `is_true` has one scale for lengths."""

    frame: Box
    place: Projection
    origin: Point
    scale: float
    is_across: bool
    is_true: bool

    def line(self, places: Iterable[Degrees]) -> tuple[Point, ...]:
        """Return places as points of the drawing."""
        points = projected(unrolled(places) if self.is_across else places, self.place)
        return tuple(Point((x - self.origin.x) * self.scale, (y - self.origin.y) * self.scale) for x, y in points)


def fitted(given: Drawn, width: float, most: float) -> Sheet:
    """Fit what is shown into a width; where it would be too high, more of the world is seen at its sides.

    Where that reaches past half the globe, whose far side the azimuthal projection smears, it is seen as the world is.
    """
    view = _view(given)
    west, _, east, _ = view
    place = projection(*view)
    points = _rim(view, place)
    is_whole = _across(points, width / most) > _HALF
    if is_whole:
        place = equal_earth((west + east) / 2)
        points = _rim(view, place)
    around, across = _box(points), _across(points, width / most)
    scale = width / across
    origin = Point(around.centre.x - across / 2, around.top)
    is_across = given.view is not None and given.view.is_across
    is_true = not is_whole and max(hypot(*point) for point in points) < _REACH
    return Sheet(Box(0, 0, width, around.height * scale), place, origin, scale, is_across, is_true)


def _rim(view: tuple[float, float, float, float], place: Projection) -> tuple[Point, ...]:
    """Return the edge of a view on the plane."""
    west, south, east, north = view
    middle = (west + east) / 2
    rim = [(west, south), (middle, south), (east, south), (east, north), (middle, north), (west, north), (west, south)]
    return projected(rim, place)


def _box(points: Iterable[Point]) -> Box:
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _across(points: Iterable[Point], shape: float) -> float:
    """Return how wide a map is whose edge has these points, where it is at least as wide by its height as `shape`."""
    around = _box(points)
    return max(around.width, around.height * shape)


def _view(given: Drawn) -> tuple[float, float, float, float]:
    """Return what is shown, in degrees from west to north: the author's view, or what is named with some air."""
    if given.view:
        return given.view.edges
    named = {*(one.code for one in given.names), *chain.from_iterable(group.countries for group in given.groups)}
    places = [one.at for one in given.places] + [one for line in given.lines for one in line.through]
    places += [one for code in sorted(named) for ring in atlas.outlines().get(code, ()) for one in ring]
    places += [atlas.capitals()[code] for code in sorted(named & atlas.capitals().keys())]
    west, south = (min(one) for one in zip(*places, strict=True))
    east, north = (max(one) for one in zip(*places, strict=True))
    across, up = max(_LEAST, (east - west) * _AIR), max(_LEAST, (north - south) * _AIR)
    return max(-180, west - across), max(_SOUTH, south - up), min(180, east + across), min(_NORTH, north + up)
