"""A map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coursepack import atlas
from coursepack.block import Block, SlideForm
from coursepack.languages.language import ENGLISH, territory
from coursepack.model import Id, Model
from coursepack.problem import Problem, did_you_mean
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.load.table import Table

# Fills and dashes that can be told apart, in grey too; and what a map has room for.
GROUPS, LINES = 4, 3
_COUNTRIES, _PLACES = 210, 40
_PLACE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*°?\s*([NS])[\s,]+(\d+(?:\.\d+)?)\s*°?\s*([EW])\s*")
_POLE, _SEAM = 90.0, 180.0  # degrees


def _place(value: object) -> object:
    """Read "43.9 N 18.4 E" as degrees east and north."""
    found = _PLACE.fullmatch(str(value))
    north, east = (float(found[1]), float(found[3])) if found else (_POLE + 1, 0.0)
    if not found or north > _POLE or east > _SEAM:
        told = {"given": str(value), "help": "Write degrees as `43.9 N 18.4 E`"}
        raise PydanticCustomError("place", "`{given}` is no place", told)  # noqa: EM101 pydantic's own form
    return (-east if found[4] == "W" else east, -north if found[2] == "S" else north)


def _named(value: object) -> object:
    """Read "BIH", or "BIH: words", which YAML takes for a field."""
    code, words = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else (value, "")
    return {"code": code, "text": words}


Degrees = Annotated[tuple[float, float], BeforeValidator(_place)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class Group(Model):
    """Countries that are shaded alike, and what the key says of them."""

    name: Words
    countries: Annotated[tuple[str, ...], Field(min_length=1, max_length=_COUNTRIES)]


class Named(Model):
    """A country whose name is printed: the name that its language has for it, or the author's words."""

    code: str
    text: Annotated[str, Field(max_length=80)] = ""


class Place(Model):
    """A place with a name."""

    at: Degrees
    name: Words


class Border(Model):
    """A line through places, and what the key says of it."""

    name: Words
    through: Annotated[tuple[Degrees, ...], Field(min_length=2, max_length=200)]
    closed: bool = False


class View(Model):
    """What part of the world is shown, in degrees; south and west of Greenwich and the equator are negative.

    With a west that is larger than its east it goes across the 180th meridian.
    """

    west: Annotated[float, Field(ge=-_SEAM, lt=_SEAM)]
    south: Annotated[float, Field(ge=-_POLE, lt=_POLE)]
    east: Annotated[float, Field(gt=-_SEAM, le=_SEAM)]
    north: Annotated[float, Field(gt=-_POLE, le=_POLE)]

    @property
    def is_across(self) -> bool:
        """Say whether it goes across the 180th meridian."""
        return self.west >= self.east

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Return its west, south, east and north, the east always larger than the west."""
        return self.west, self.south, self.east + 2 * _SEAM * self.is_across, self.north


class Map(Block):
    """Countries, shaded in groups, with places and lines: the same drawing, as vectors, on paper and in the deck."""

    counter: ClassVar[str | None] = "figure"

    id: Id | None = Field(None, description="A map with an id and a title is numbered")
    title: Line | None = Field(None, description="The claim of the caption")
    measure: Line | None = Field(None, description="What is shown, and as of when")
    view: View | None = Field(None, description="The part that is shown; left out, what is named, with some air")
    groups: Annotated[tuple[Group, ...], Field(max_length=GROUPS)] = ()
    names: Annotated[tuple[Annotated[Named, BeforeValidator(_named)], ...], Field(max_length=_PLACES)] = Field(
        (), description="Countries whose names are printed: `BIH`, or `BIH: Bosnia`"
    )
    places: Annotated[tuple[Place, ...], Field(max_length=_PLACES)] = ()
    lines: Annotated[tuple[Border, ...], Field(max_length=LINES)] = ()
    scale: bool = Field(default=False, description="A bar of kilometres below the map, for a part of the world")
    alt: str = Field(min_length=1, description="What someone who cannot see it needs to know")
    source: Line | None = None
    width: Literal["text", "wide"] = "text"
    slide: SlideForm | None = None

    @property
    def called(self) -> tuple[str, ...]:
        """It is a figure, too."""
        return ("map", "figure")

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """There are outlines; countries have codes that there are, and one group; a view has an inside."""
        if not atlas.is_here():
            yield Problem(self.span, "no-outlines", "the outlines of countries are not here", "Run `make setup`")
            return
        written = list(self._codes())
        for code, path in written:
            if code not in atlas.codes():
                yield Problem(self.at(*path), "unknown-country", f"there is no country `{code}`", _advice(code))
        seen = set[str]()
        for code, path in (one for one in written if one[1][0] == "groups"):
            if code in seen:
                yield Problem(self.at(*path), "duplicate-id", f"`{code}` is in two groups", "Keep one")
            seen.add(code)
        yield from self._seen(written)

    def _codes(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        for number, group in enumerate(self.groups):
            yield from ((code, ("groups", number, "countries", place)) for place, code in enumerate(group.countries))
        yield from ((named.code, ("names", number)) for number, named in enumerate(self.names))

    def _seen(self, written: list[tuple[str, tuple[str | int, ...]]]) -> Iterator[Problem]:
        view = self.view
        if view and view.south >= view.north:
            yield Problem(self.at("view"), "map-view", "this view has no inside", "Write the smaller degree as `south`")
        if view and view.is_across and view.edges[2] - view.west > _SEAM:
            message = "a view across the 180th meridian is at most 180 degrees wide"
            advice = "Write the smaller of two degrees as `west`, or show less"
            yield Problem(self.at("view"), "map-view", message, advice)
        if not (view or written or self.places or self.lines):
            yield Problem(self.span, "map-view", "this map shows nothing", "Write `view`, or countries in `groups`")


def _advice(code: str) -> str:
    """Say which code was meant: by two letters, or by how a name begins."""
    short = atlas.short_codes()
    names = {three: territory(ENGLISH, two).casefold() for three, two in short.items()}
    meant = [three for three, two in short.items() if two == code]
    meant += sorted(three for three, name in names.items() if name.startswith(code.casefold()))
    if meant:
        return f"Write `{meant[0]}`: three letters of ISO 3166-1"
    return did_you_mean(code, sorted(short)) or "Write its three letters of ISO 3166-1, such as `BIH`"
