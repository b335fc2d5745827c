"""Outlines of countries, by the three letters of ISO 3166-1: Natural Earth, 1:110 million, in the public domain.

The files come from the package geopandas (`setup/files.py`), which gives Crimea to Ukraine, as the General Assembly has
it (A/RES/68/262). For the same reason Somaliland and Northern Cyprus, which Natural Earth draws for who holds them, are
parts of Somalia and Cyprus here. Kosovo, without a code, is XKX, as the World Bank writes it.

States that are too small for an outline have the place of their capital.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING

from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Degrees east and north.
Degrees = tuple[float, float]
Ring = tuple[Degrees, ...]

_FOLDER = Path(__file__).parent / "outlines"
_COUNTRIES, _CITIES = "naturalearth_lowres", "naturalearth_cities"
_KOSOVO = "XKX"
_PART_OF = {"-99": _KOSOVO, "SOL": "SOM", "CYN": "CYP"}
# A polygon's record and its points, a point's (ESRI Shapefile Technical Description, 1998, pages 4 to 8).
_HEAD, _RECORD, _BOX = 100, 8, 36
_POINT_AT = 4
# A table's records (dBASE III): their number, where they begin, how long they are; a field is described in 32 bytes.
_FIELD, _END = 32, 0x0D
_SEAM = 180.0

_CAPITALS = {
    "AND": "Andorra",
    "ATG": "Saint John's",
    "BHR": "Manama",
    "BRB": "Bridgetown",
    "COM": "Moroni",
    "CPV": "Praia",
    "DMA": "Roseau",
    "FSM": "Palikir",
    "GRD": "Saint George's",
    "KIR": "Tarawa",
    "KNA": "Basseterre",
    "LCA": "Castries",
    "LIE": "Vaduz",
    "MCO": "Monaco",
    "MDV": "Malé",
    "MHL": "Majuro",
    "MLT": "Valletta",
    "MUS": "Port Louis",
    "PLW": "Melekeok",
    "SGP": "Singapore",
    "SMR": "San Marino",
    "STP": "São Tomé",
    "SYC": "Victoria",
    "TON": "Nuku'alofa",
    "TUV": "Funafuti",
    "VAT": "Vatican City",
    "VCT": "Kingstown",
    "WSM": "Apia",
}


def is_here() -> bool:
    """Say whether the files have been brought."""
    return (_FOLDER / f"{_COUNTRIES}.shp").is_file()


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """Return the outlines of each country; a ring inside another one is a hole.

    Raises:
        OSError: the files have not been brought.
    """
    found: defaultdict[str, list[Ring]] = defaultdict(list)
    shapes = _records(_read(_COUNTRIES))
    for code, shape in zip(_column(_COUNTRIES, "iso_a3"), shapes, strict=True):
        found[_PART_OF.get(code, code)] += _rings(shape)
    return {code: _joined(rings) for code, rings in found.items()}


@cache
def whole() -> Mapping[str, tuple[Ring, ...]]:
    """Return the outlines of each country as they are on the globe: what the 180th meridian cuts in two is joined.

    Raises:
        OSError: the files have not been brought.
    """
    return {code: _joined([tuple(map(_seamless, ring)) for ring in rings]) for code, rings in outlines().items()}


@cache
def capitals() -> Mapping[str, Degrees]:
    """Return where the capitals of the states are that are too small for an outline.

    Raises:
        OSError: the files have not been brought.
    """
    points = (struct.unpack_from("<2d", record, _POINT_AT) for record in _records(_read(_CITIES)))
    places = dict(zip(_column(_CITIES, "name"), points, strict=True))
    return {code: places[city] for code, city in _CAPITALS.items()}


@cache
def codes() -> frozenset[str]:
    """Return the codes of all countries that can be drawn."""
    return frozenset(outlines()) | frozenset(_CAPITALS)


@cache
def short_codes() -> Mapping[str, str]:
    """Return the two letters of each country's code, by which Unicode's data name it."""
    return {code: "XK" if code == _KOSOVO else get_global("territory_aliases")[code][0] for code in codes()}


def _read(name: str) -> bytes:
    return (_FOLDER / f"{name}.shp").read_bytes()


def _records(data: bytes) -> Iterator[bytes]:
    """Yield the records of a file of shapes."""
    place = _HEAD
    while place < len(data):
        _, words = struct.unpack_from(">2i", data, place)
        yield data[place + _RECORD : place + _RECORD + 2 * words]
        place += _RECORD + 2 * words


def _rings(record: bytes) -> Iterator[Ring]:
    """Yield the rings of a polygon."""
    parts, points = struct.unpack_from("<2i", record, _BOX)
    starts = struct.unpack_from(f"<{parts}i", record, _BOX + 8)
    numbers = struct.unpack_from(f"<{2 * points}d", record, _BOX + 8 + 4 * parts)
    places = list(zip(numbers[::2], numbers[1::2], strict=True))
    for start, end in zip(starts, (*starts[1:], points), strict=True):
        yield tuple(places[start:end])


def _seamless(place: Degrees) -> Degrees:
    """Give the 180th meridian one name; the files have it as east and as west, and differ by some billionths."""
    east, north = place
    return (_SEAM, round(north, 6)) if isclose(abs(east), _SEAM) else place


def _joined(rings: list[Ring]) -> tuple[Ring, ...]:
    """Join the rings of a country's parts: what is a border of two of them, run both ways, is none of its own."""
    edges = {edge for ring in rings for edge in pairwise(ring)}
    inner = {(end, start) for start, end in edges} & edges
    if not inner:
        return tuple(rings)
    ways, joined = dict(edges - inner), list[Ring]()
    while ways:
        ring = [next(iter(sorted(ways)))]
        while ring[-1] in ways:
            ring.append(ways.pop(ring[-1]))
        joined.append(tuple(ring))
    return tuple(joined)


def _column(table: str, name: str) -> Iterator[str]:
    """Yield a column of a table of names, as the encoding beside it has them (ISO 8859-1)."""
    data = (_FOLDER / f"{table}.dbf").read_bytes()
    count, first, length = struct.unpack_from("<iHH", data, 4)
    place, start = _FIELD, 1
    while data[place] != _END and data[place : place + 11].rstrip(b"\0").decode() != name:
        start += data[place + 16]
        place += _FIELD
    width = data[place + 16]
    for number in range(count):
        at = first + number * length + start
        yield data[at : at + width].decode("latin-1").strip()
