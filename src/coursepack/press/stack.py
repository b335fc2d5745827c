"""All copies as one file for the printer: pages of the same variant share what is drawn on them.

Each copy has a structure and links of its own, as a file of its own has; all are parts of one document. Names as
bookmarks, page labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from coursepack.press.base import NAME
from coursepack.press.reading import named, number_of, placed, reached, written
from coursepack.press.structure import read
from coursepack.press.writer import Writer, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.press.base import Base
    from coursepack.press.structure import Structure
    from coursepack.stamp import Stamp

_BEGIN = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
# What a variant says of itself is said of the whole file, but for what is in it.
_REPLACED = ("/Pages", "/Outlines", "/PageMode", "/PageLabels", "/Names", "/StructTreeRoot")
_CATALOG = b"/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/StructTreeRoot %d 0 R/PageLabels<</Nums[%b]>>>>"


@dataclass(frozen=True)
class _Variant:
    """Where the pages of a variant are in the file: their size, resources but for the line, contents and structure.

    `uses` says which resources are whose: pages that were laid out together share them.
    """

    box: bytes
    resources: tuple[bytes, ...]
    uses: tuple[int, ...]
    contents: tuple[tuple[bytes, bytes], ...]
    structure: Structure


def stack(bases: Sequence[Base], order: Sequence[int], stamps: Iterable[Stamp]) -> Iterator[bytes]:
    """Write the file piece by piece; `order` says whose variant is which."""
    work = _Stack(len(order))
    yield _BEGIN
    for base in bases:
        yield work.share(base)
    for place, (variant, stamp) in enumerate(zip(order, stamps, strict=True)):
        yield work.copy(place, work.variants[variant], stamp)
    yield work.end()


class _Stack:
    """The file that is being written: numbers of what all copies hang on are taken first."""

    def __init__(self, copies: int) -> None:
        self.writer = Writer(len(_BEGIN), 1)
        self.copies = copies
        # How many pages there are so far, and how many keys of the parent tree are taken.
        self.count = self.keys = 0
        self.variants: list[_Variant] = []
        self.catalog = self.about = b""
        # What each copy is in the structure, and its page label.
        self.parts: list[int] = []
        self.labels: list[bytes] = []
        self.root, self.info, self.pages, self.outline = (self.writer.take() for _ in range(4))
        self.top, self.document, self.tree = (self.writer.take() for _ in range(3))
        self.nodes, self.marks, self.leaves = (self.writer.take(copies) for _ in range(3))

    def share(self, base: Base) -> bytes:
        """Write what the copies of a variant share."""
        reader: Any = PdfReader(BytesIO(base.data))
        shared = {number_of(one.raw_get("/Resources")): _unstamped(one["/Resources"]) for one in reader.pages}
        order = list(shared)
        # Of a page's contents the code alone, the last but one, is a copy's own.
        contents = [[number_of(part) for part in list(one["/Contents"])] for one in reader.pages]
        catalog = b"" if self.variants else _catalog(reader.trailer["/Root"])
        drawn = {number for *before, _, after in contents for number in (*before, after)}
        pieces = reached(reader, drawn | named(b"".join((catalog, *shared.values()))))
        first = self.writer.take(len(pieces))
        places = {number: first + place for place, number in enumerate(pieces)}
        self.catalog += placed(catalog, places)
        self.about = self.about or written(reader.trailer["/Info"])
        self.variants.append(
            _Variant(
                written(reader.pages[0]["/MediaBox"]),
                tuple(placed(one, places) for one in shared.values()),
                tuple(order.index(number_of(one.raw_get("/Resources"))) for one in reader.pages),
                tuple(_around(parts, places) for parts in contents),
                read(reader, base),
            )
        )
        return self.writer.lay({places[one]: placed(p.head, places) + p.tail for one, p in pieces.items()})

    def copy(self, place: int, variant: _Variant, stamp: Stamp) -> bytes:
        """Write a copy: its line, its codes, its pages, its structure and its bookmark."""
        count, writer = len(variant.contents), self.writer
        line, codes = writer.take(len(stamp.line)), writer.take(count)
        objects = {line + at: piece.moved(line) for at, piece in enumerate(stamp.line)}
        objects |= {codes + at: piece.moved(0) for at, piece in enumerate(stamp.codes)}
        resources, pages = writer.take(len(variant.resources)), writer.take(variant.structure.places)
        made = {
            resources + at: b"%b%b %d 0 R>>>>" % (one, NAME.encode(), line) for at, one in enumerate(variant.resources)
        }
        made |= self.drawn(place, variant, resources, pages, codes)
        made |= variant.structure.elements(pages, self.keys, self.document, stamp)
        made[self.leaves + place] = variant.structure.leaf(pages, self.keys)
        made[self.marks + place] = self.bookmark(place, pages, stamp.title)
        self.parts.append(pages + variant.structure.part)
        self.labels.append(b"%d<</S/D>>" % self.count)
        self.count += count
        self.keys += variant.structure.span
        return writer.lay(objects) + writer.pack(made)

    def drawn(self, place: int, variant: _Variant, resources: int, pages: int, codes: int) -> dict[int, bytes]:
        """Write the pages of a copy, and the node that they hang on."""
        node, count = self.nodes + place, len(variant.contents)
        own = (self.pages, _references(range(pages, pages + count)), count, variant.box)
        made = {node: b"<</Type/Pages/Parent %d 0 R/Kids[%b]/Count %d/MediaBox%b>>" % own}
        for at, ((before, after), use) in enumerate(zip(variant.contents, variant.uses, strict=True)):
            content = b"%b %d 0 R %b" % (before, codes + at, after)
            heard = variant.structure.page(at, pages, self.keys)
            made[pages + at] = b"<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents[%b]%b>>" % (
                node,
                resources + use,
                content,
                heard,
            )
        return made

    def bookmark(self, place: int, page: int, title: str) -> bytes:
        """Write the bookmark of a copy."""
        near = b"/Prev %d 0 R" % (self.marks + place - 1) if place else b""
        near += b"/Next %d 0 R" % (self.marks + place + 1) if place + 1 < self.copies else b""
        return b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]%b>>" % (text(title), self.outline, page, near)

    def end(self) -> bytes:
        """Write what holds all copies together."""
        kids, leaves = (_references(range(one, one + self.copies)) for one in (self.nodes, self.leaves))
        last, labels = self.marks + self.copies - 1, b"".join(self.labels)
        held = (self.top, _references(self.parts))
        made = {
            self.root: self.catalog + _CATALOG % (self.pages, self.outline, self.top, labels),
            self.info: self.about,
            self.pages: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, self.count),
            self.outline: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (self.marks, last, self.copies),
            self.top: b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R>>" % (self.document, self.tree),
            self.document: b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % held,
            self.tree: b"<</Kids[%b]>>" % leaves,
        }
        return self.writer.pack(made) + self.writer.end(self.root, self.info)


def _catalog(catalog: DictionaryObject) -> bytes:
    """Write what a file says of itself, as far as what is in it."""
    return written(DictionaryObject({key: one for key, one in catalog.items() if key not in _REPLACED}))[:-2]


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _unstamped(resources: Any) -> bytes:  # noqa: ANN401 a pypdf object
    """Write resources as far as the name of the line's form, which each copy has of its own."""
    rest, forms = DictionaryObject(resources.items()), DictionaryObject(resources["/XObject"].items())
    del rest["/XObject"], forms[NAME]
    return written(rest)[:-2] + b"/XObject" + written(forms)[:-2]


def _around(parts: Sequence[int], places: dict[int, int]) -> tuple[bytes, bytes]:
    """Write what comes before and after the code in a page's contents."""
    *before, _, after = (places.get(part, 0) for part in parts)
    return _references(before), _references([after])
