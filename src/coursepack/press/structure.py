"""The structure of a variant, read once and written for each copy: what a listener hears of it, and its links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject, NameObject

from coursepack.press.reading import named, number_of, placed, reached, written
from coursepack.press.writer import text
from coursepack.stamp import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.press.base import Base
    from coursepack.stamp import Stamp


@dataclass(frozen=True)
class Structure:
    """A variant's elements and links. They refer to each other and to its pages by places, from 0.

    Its pages have the first places, then come the element of the line (`line`), what the document is in a copy, and all
    others. `keys` are those of pages and links in the parent tree (ISO 32000-1, 14.7.4.4), `parents` is that tree, and
    `mark` the number of the line on the first page; `notes` need a name that no other has.
    """

    line: int
    mark: int
    kids: Piece
    pieces: Mapping[int, Piece]
    notes: frozenset[int]
    keys: Mapping[int, int]
    links: tuple[Piece, ...]
    parents: tuple[tuple[int, Piece], ...]

    @property
    def part(self) -> int:
        """The place of what the document is in a copy."""
        return self.line + 1

    @property
    def places(self) -> int:
        """How many objects a copy has."""
        return self.part + 1 + len(self.pieces)

    @property
    def span(self) -> int:
        """How many keys of the parent tree a copy takes."""
        return max(self.keys.values()) + 1

    def page(self, number: int, first: int, key: int) -> bytes:
        """Write what a copy's page says of its structure; its first object is `first`, its first key `key`."""
        return b"/Tabs/S/StructParents %d%b" % (key + self.keys[number], self.links[number].moved(first))

    def elements(self, first: int, key: int, document: int, stamp: Stamp) -> dict[int, bytes]:
        """Write a copy's elements and links; `document` is what holds all copies."""
        own = b"/T%b/P %d 0 R/K%b" % (text(stamp.title), document, self.kids.moved(first))
        made = {
            first + self.line: spoken(first + self.part, first, self.mark, stamp.said),
            first + self.part: b"<</Type/StructElem/S/Part%b>>" % own,
        }
        for place, piece in self.pieces.items():
            name = b"/ID(%d)" % (first + place) if place in self.notes else b""
            name += b"/StructParent %d" % (key + self.keys[place]) if place in self.keys else b""
            made[first + place] = piece.moved(first).removesuffix(b">>") + name + b">>"
        return made

    def leaf(self, first: int, key: int) -> bytes:
        """Write a copy's part of the parent tree."""
        entries = b" ".join(b"%d %b" % (key + own, piece.moved(first)) for own, piece in self.parents)
        return b"<</Limits[%d %d]/Nums[%b]>>" % (key + self.parents[0][0], key + self.parents[-1][0], entries)


def spoken(parent: int, page: int, mark: int, said: str) -> bytes:
    """Write the paragraph that is heard first in a copy: whose it is."""
    own = b"/P %d 0 R/Pg %d 0 R/K[%d]/ActualText%b" % (parent, page, mark, text(said))
    return b"<</Type/StructElem/S/P%b>>" % own


def read(reader: Any, base: Base) -> Structure:  # noqa: ANN401 a pypdf reader
    """Read the structure of a variant. What each copy writes of its own is taken out of the reader's objects."""
    _lead(reader)
    pages = [number_of(page.indirect_reference) for page in reader.pages]
    kids = written(reader.get_object(base.parent)["/K"])
    first = [*pages, base.element, base.parent]
    found = list(reached(reader, named(kids) - set(first), first))
    places = {number: place for place, number in enumerate([*first, *found])}

    def own(data: bytes) -> Piece:
        return Piece(placed(data, places))

    keys = {places[number]: page["/StructParents"] for number, page in zip(pages, reader.pages, strict=True)}
    keys |= {places[number]: key for number, key in _taken(reader, found, "/StructParent")}
    notes = frozenset(places[number] for number, _ in _taken(reader, found, "/ID"))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return Structure(
        line=len(pages),
        mark=base.mark,
        kids=own(kids),
        pieces={places[number]: own(written(reader.get_object(number))) for number in found},
        notes=notes,
        keys=keys,
        links=tuple(own(_links(page)) for page in reader.pages),
        parents=tuple((numbers[at], own(written(numbers[at + 1]))) for at in range(0, len(numbers), 2)),
    )


def _lead(reader: Any) -> None:  # noqa: ANN401 a pypdf reader
    """Have links lead to places on pages, no longer to names, which all copies of a variant have in common."""
    targets = reader.named_destinations
    for page in reader.pages:
        for link in page.get("/Annots", ()):
            target = targets.get(link.get_object().get("/Dest"))
            if target is not None:
                link.get_object()[NameObject("/Dest")] = target.dest_array


def _links(page: Any) -> bytes:  # noqa: ANN401 a pypdf object
    """Write the links of a page, if it has any."""
    return b"/Annots" + written(page["/Annots"]) if page.get("/Annots") else b""


def _taken(reader: Any, numbers: Sequence[int], key: str) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 a pypdf reader
    """Take an entry out of all objects that have it, and yield their numbers with it."""
    for number in numbers:
        found = reader.get_object(number)
        if isinstance(found, DictionaryObject) and key in found:
            yield number, found.pop(key)
