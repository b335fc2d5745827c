"""Maps: countries, places and lines of a block, laid out in pt and drawn as an SVG in the look of the charts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import floor, log10
from typing import TYPE_CHECKING, NamedTuple

from coursepack import atlas
from coursepack.languages.language import kilometres, territory
from coursepack.languages.number import written
from coursepack.problem import Problem, Severity
from coursepack.render.charts.head import coordinate
from coursepack.render.charts.label import Block, Line
from coursepack.render.charts.lettering import BOLD, LEADING, REGULAR, SIZE
from coursepack.render.charts.polygon import hatched, wedge
from coursepack.render.figures import clip
from coursepack.render.figures.mapnames import of_country, of_place
from coursepack.render.figures.mapsheet import Drawn, fitted
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from coursepack.blocks.map import Map, Named, Place
    from coursepack.problem import Span
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.polygon import Polygon
    from coursepack.render.charts.spot import Spot
    from coursepack.render.figures.mapsheet import Sheet
    from coursepack.render.look.theme import Theme

# The fills of groups, in their order; what is in none is land. The dashes of lines.
FILLS, LAND = ("solid", "hatch", "falling", "cross"), "land"
DASHES = ("5 3", "", "1.2 2.4")
MOST = 0.75  # of a map's width: its greatest height on paper; more of the world is shown at its sides
_SMALL, _DOT = 3.6, 2.2  # pt: the radii of a state without an outline, and of a place
_EDGE = 0.5  # pt
_AIR = 1.6  # pt: what the plate of a name and the rim of a dot are larger than they
_NAME, _LINES = 92.0, 3  # pt that a name is wide at most, and its lines
_SWATCH, _GAP, _ROW, _BELOW = Box(0, 0, 15, 8), 5.0, 13.0, 8.0  # pt
_APART = 14.0  # pt between two entries of the key
_GLOBE, _BAR = 6371.0, 80.0  # km, the globe's radius; pt that a bar of kilometres is long at most
_ICE = "ATA"  # Antarctica, whose outline runs along the pole: it is not drawn


class Shape(NamedTuple):
    """What is filled alike: its rings, one inside another is a hole, and the lines of its hatching."""

    rings: tuple[Polygon, ...]
    fill: str
    hatch: tuple[Segment, ...]


class Stroke(NamedTuple):
    """A line, in the pieces that are seen, and its dashes."""

    pieces: tuple[tuple[Point, ...], ...]
    dashes: str


@dataclass(frozen=True)
class MapDrawing:
    """A map, ready to draw (pt).

    Names in `lost` have found no place on it, and what is in `outside` is not in its view; one that is `too_large` was
    to have a bar of kilometres, and has none.
    """

    width: float
    height: float
    frame: Box
    shapes: tuple[Shape, ...]
    key: tuple[Shape, ...]
    borders: tuple[Segment, ...]
    strokes: tuple[Stroke, ...]
    dots: tuple[Point, ...]
    spots: tuple[Spot, ...]
    runs: tuple[Run, ...]
    lost: tuple[str, ...]
    outside: tuple[str, ...]
    too_large: bool


def svg(drawing: MapDrawing, growth: float, family: str, theme: Theme, templates: Environment) -> str:
    """Draw a map, all its lengths `growth` times as large as they were laid out, its words in a family."""
    return templates.get_template("charts/map.svg.j2").render(
        drawing=drawing,
        growth=growth,
        edge=_EDGE,
        dot_radius=_DOT,
        path=_path,
        colours=theme.colours,
        type={"family": family, "size": SIZE, "regular": REGULAR, "bold": BOLD},
        at=coordinate,
    )


def missing(drawing: MapDrawing, where: str, at: Span) -> Iterator[Problem]:
    """Say what was asked of a map and is not on it."""
    if drawing.lost:
        message = f"{where} there is no place for “{'”, “'.join(drawing.lost)}”"
        advice = "Show another `view`, leave names out, or say them shorter"
        yield Problem(at, "map-room", message, advice, Severity.WARNING)
    if drawing.outside:
        message = f"{where} the map does not show “{'”, “'.join(drawing.outside)}”"
        yield Problem(
            at, "map-outside", message, "Show another `view`, or leave out what is not in it", Severity.WARNING
        )
    if drawing.too_large:
        message = f"{where} a bar of kilometres would be wrong by a tenth and more at the corners of so large a view"
        yield Problem(
            at, "map-scale", message, "Show a smaller part of the world, or leave `scale` out", Severity.WARNING
        )


def _path(lines: Iterable[Sequence[Point]], end: str = "") -> str:
    """Write lines as the data of a path, to a tenth of a pt: a template takes ten times as long for so many points."""
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in line)}{end}" for line in lines)


def layout(given: Map, width: float, most: float, lettering: Lettering, language: str) -> MapDrawing:
    """Compute the places (pt) of everything on a map `width` pt wide and with its key at most `most` pt high."""
    drawn = Drawn(given.view, given.groups, given.names, given.places, given.lines, given.scale)
    return _layout(drawn, width, most, lettering, language)


# Judged and printed, for teachers and for students, a map is asked for again.
@lru_cache(maxsize=64)
def _layout(given: Drawn, width: float, most: float, lettering: Lettering, language: str) -> MapDrawing:
    inner = width - 2 * _EDGE
    rows = _rows(given, inner, lettering)
    *tops, end = accumulate(map(_height, rows), initial=0.0)
    deep = end + _ROW * given.scale
    below = _BELOW + deep if deep else 0.0
    sheet = fitted(given, inner, max(_ROW, most - below - 2 * _EDGE))
    top = sheet.frame.bottom + _BELOW
    entries = [one for row, down in zip(rows, tops, strict=True) for one in _entries(row, top + down)]
    if given.scale and sheet.is_true:
        entries.append(_bar(sheet, top + end, lettering, language))
    shapes = dict(_shapes(given, sheet))
    said = [*(group.name for group in given.groups), *(line.name for line in given.lines)]
    spots, lost = _spots(given, sheet, shapes, lettering, language)
    return MapDrawing(
        width,
        sheet.frame.bottom + below + 2 * _EDGE,
        sheet.frame,
        tuple(shapes.values()),
        tuple(one.swatch for one in entries if isinstance(one.swatch, Shape)),
        tuple(_borders(shapes)),
        (*_strokes(given, sheet), *(one.swatch for one in entries if isinstance(one.swatch, Stroke))),
        tuple(dot for one in given.places if (dot := _seen(one, sheet))),
        spots,
        tuple(run for one in entries for run in one.runs),
        (*lost, *(name for name in said if lettering.fit(name, _words(inner), _LINES) is None)),
        tuple(_outside(given, sheet, shapes, language)),
        given.scale and not sheet.is_true,
    )


def _shapes(given: Drawn, sheet: Sheet) -> Iterator[tuple[str, Shape]]:
    """Yield what is seen of each country, under its code; states without an outline only where they are named."""
    fills = {code: fill for group, fill in zip(given.groups, FILLS, strict=False) for code in group.countries}
    for code, rings in (atlas.whole() if sheet.is_across else atlas.outlines()).items():
        seen = tuple(one for ring in rings if (one := clip.polygon(sheet.line(ring), sheet.frame)))
        if seen and code != _ICE:
            yield code, _shape(seen, fills.get(code, LAND))
    for code in sorted(atlas.capitals().keys() & {*fills, *(one.code for one in given.names)}):
        for centre in sheet.line((atlas.capitals()[code],)):
            if mark := clip.polygon(wedge(centre, _SMALL, 0, 1), sheet.frame):
                yield code, _shape((mark,), fills.get(code, LAND))


def _shape(rings: tuple[Polygon, ...], fill: str) -> Shape:
    rising = hatched(*rings) if fill in {"hatch", "cross"} else ()
    return Shape(rings, fill, (*rising, *(hatched(*rings, falling=True) if fill in {"falling", "cross"} else ())))


def _borders(shapes: Mapping[str, Shape]) -> Iterator[Segment]:
    """Yield the sides that solid countries share, and those of solid states without an outline.

    These alone are drawn in white, which takes from what it surrounds: of Denmark on a map of the world, nearly all.
    """
    sides = Counter[frozenset[Point]]()
    for code, shape in shapes.items():
        if shape.fill == FILLS[0]:
            own = [frozenset(side) for ring in shape.rings for side in pairwise(map(_rounded, (*ring, ring[0])))]
            sides.update(dict.fromkeys(own, 2 if code in atlas.capitals() else 1))
    yield from (Segment(*sorted(side)) for side, number in sides.items() if number > 1 and len(side) > 1)


def _rounded(point: Point) -> Point:
    return Point(round(point.x, 1), round(point.y, 1))


def _strokes(given: Drawn, sheet: Sheet) -> Iterator[Stroke]:
    for one, dashes in zip(given.lines, DASHES, strict=False):
        through = (*one.through, one.through[0]) if one.closed else one.through
        yield Stroke(clip.line(sheet.line(through), sheet.frame), dashes)


def _spots(
    given: Drawn, sheet: Sheet, shapes: Mapping[str, Shape], lettering: Lettering, language: str
) -> tuple[tuple[Spot, ...], tuple[str, ...]]:
    """Choose where the names stand of what is seen; return those without a place, too."""
    frame = sheet.frame.grown(-_EDGE)
    found: list[tuple[Block, list[Spot]]] = []
    dots = [_around(dot) for one in given.places if (dot := _seen(one, sheet))]
    for named in given.names:
        if seen := shapes.get(named.code):
            label = _block(_name(named, language), lettering)
            found.append((label, of_country(label, seen.rings, frame, dots)))
    for place in given.places:
        if at := _seen(place, sheet):
            label = _block(place.name, lettering)
            found.append((label, of_place(label, at, frame, dots)))
    chosen = list(zip((label for label, _ in found), settle([spots for _, spots in found]), strict=True))
    lost = (" ".join(line.text for line in label.lines) for label, spot in chosen if spot is None)
    return tuple(spot for _, spot in chosen if spot), tuple(lost)


def _outside(given: Drawn, sheet: Sheet, shapes: Mapping[str, Shape], language: str) -> Iterator[str]:
    """Yield what is named and not in the view: groups and lines of which nothing is seen, countries and places."""
    yield from (group.name for group in given.groups if shapes.keys().isdisjoint(group.countries))
    yield from (_name(named, language) for named in given.names if named.code not in shapes)
    yield from (place.name for place in given.places if not _seen(place, sheet))
    strokes = zip(given.lines, _strokes(given, sheet), strict=True)
    yield from (line.name for line, stroke in strokes if not stroke.pieces)


def _name(named: Named, language: str) -> str:
    return named.text or territory(language, atlas.short_codes()[named.code])


def _seen(place: Place, sheet: Sheet) -> Point | None:
    """Return where a place is on the map, if it is."""
    return next((dot for dot in sheet.line((place.at,)) if sheet.frame.nearest(dot) == dot), None)


def _around(dot: Point) -> Box:
    return Box(*dot, *dot).grown(_DOT + _AIR)


def _block(text: str, lettering: Lettering) -> Block:
    lines = lettering.whole(text, _NAME, _LINES)
    return Block(tuple(map(Line, lines)), lettering)


class _Entry(NamedTuple):
    """An entry of the key: what it shows, and its words."""

    swatch: Shape | Stroke
    runs: tuple[Run, ...]


def _rows(given: Drawn, width: float, lettering: Lettering) -> list[list[tuple[float, str, Block]]]:
    """Part the key into rows; an entry has its place from the left (pt), a fill or dashes, and its words."""
    entries = [(fill, group.name) for group, fill in zip(given.groups, FILLS, strict=False)]
    entries += [(dashes, line.name) for line, dashes in zip(given.lines, DASHES, strict=False)]
    rows: list[list[tuple[float, str, Block]]] = []
    left = width
    for sign, name in entries:
        words = Block(tuple(map(Line, lettering.squeeze(name, _words(width), _LINES))), lettering)
        whole = _SWATCH.width + _GAP + words.width
        if left + whole > width:
            rows.append([])
            left = 0.0
        rows[-1].append((left, sign, words))
        left += whole + _APART
    return rows


def _height(row: Iterable[tuple[float, str, Block]]) -> float:
    """Return how high (pt) a row of the key is: as its entry of the most lines."""
    return _ROW + LEADING * (max(len(words.lines) for _, _, words in row) - 1)


def _bar(sheet: Sheet, top: float, lettering: Lettering, language: str) -> _Entry:
    """Draw a bar of kilometres, true in the middle of the map, as long as a round number of them."""
    ratio = sheet.scale / _GLOBE
    number = _round(_BAR / ratio)
    words = Block((Line(kilometres(language, written(number, language))),), lettering)
    right, bottom, middle = number * ratio, top + _SWATCH.height, top + _SWATCH.height / 2
    bar = (Point(0, middle), Point(0, bottom), Point(right, bottom), Point(right, middle))
    return _Entry(Stroke((bar,), ""), words.runs(words.box(right + _GAP, middle - words.height / 2)))


def _round(most: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20 … that is not above a number."""
    power = 10.0 ** floor(log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def _words(width: float) -> float:
    """Return the room (pt) of a line of an entry's words."""
    return width - _SWATCH.width - _GAP


def _entries(row: Iterable[tuple[float, str, Block]], top: float) -> Iterator[_Entry]:
    for left, sign, words in row:
        right, bottom, middle = left + _SWATCH.width, top + _SWATCH.height, top + _SWATCH.height / 2
        corners = (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom))
        level = ((Point(left, middle), Point(right, middle)),)
        swatch = _shape((corners,), sign) if sign in FILLS else Stroke(level, sign)
        first = words.height - LEADING * (len(words.lines) - 1)
        yield _Entry(swatch, words.runs(words.box(right + _GAP, middle - first / 2)))
