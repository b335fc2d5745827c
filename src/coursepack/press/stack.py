"""All copies as one file for the printer: pages of the same variant share what is drawn on them.

It has names as bookmarks, page labels, its language and its text, but no tags: a structure for every copy would be
larger than all the pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from coursepack.press.base import NAME
from coursepack.press.reading import number_of, written
from coursepack.press.writer import Writer, text
from coursepack.stamp import REFERENCE, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.press.base import Base
    from coursepack.stamp import Stamp

_BEGIN = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_CATALOG = (
    b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang%b"
    b"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>/PageLabels<</Nums[%b]>>>>"
)


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    language: str


@dataclass(frozen=True)
class _Variant:
    """Where the pages of a variant are in the file: their size, resources but for the line, and contents.

    `uses` says which resources are whose: pages that were laid out together share them.
    """

    box: bytes
    resources: tuple[bytes, ...]
    uses: tuple[int, ...]
    contents: tuple[tuple[bytes, bytes], ...]


def stack(about: About, bases: Sequence[Base], order: Sequence[int], stamps: Iterable[Stamp]) -> Iterator[bytes]:
    """Write the file piece by piece; `order` says whose variant is which."""
    work = _Stack(len(order))
    yield _BEGIN
    for base in bases:
        yield work.share(base)
    labels = []
    for place, (variant, stamp) in enumerate(zip(order, stamps, strict=True)):
        labels.append(b"%d<</S/D>>" % work.count)
        yield work.copy(place, work.variants[variant], stamp)
    yield work.end(about, b"".join(labels))


class _Stack:
    """The file that is being written: numbers of what all copies hang on are taken first."""

    def __init__(self, copies: int) -> None:
        self.writer = Writer(len(_BEGIN), 1)
        self.copies = copies
        self.count = 0
        self.variants: list[_Variant] = []
        self.root, self.info, self.pages, self.outline = (self.writer.take() for _ in range(4))
        self.nodes, self.marks = self.writer.take(copies), self.writer.take(copies)

    def share(self, base: Base) -> bytes:
        """Write what the copies of a variant share."""
        reader: Any = PdfReader(BytesIO(base.data))
        shared = {number_of(one.raw_get("/Resources")): _unstamped(one["/Resources"]) for one in reader.pages}
        order = list(shared)
        contents = [[number_of(part) for part in list(one["/Contents"])] for one in reader.pages]
        # On the first page the line is an artifact here, too; the code of the copy comes before the last part.
        feet = [(*parts[:2], base.foot + number % 2, parts[4]) for number, parts in enumerate(contents)]
        pieces = _reached(reader, {part for parts in feet for part in parts} | _named(b"".join(shared.values())))
        first = self.writer.take(len(pieces))
        places = {number: first + place for place, number in enumerate(pieces)}
        self.variants.append(
            _Variant(
                written(reader.pages[0]["/MediaBox"]),
                tuple(_placed(one, places) for one in shared.values()),
                tuple(order.index(number_of(one.raw_get("/Resources"))) for one in reader.pages),
                tuple(_around(parts, places) for parts in feet),
            )
        )
        return self.writer.lay({places[one]: _placed(p.head, places) + p.tail for one, p in pieces.items()})

    def copy(self, place: int, variant: _Variant, stamp: Stamp) -> bytes:
        """Write a copy: its line, its codes, its pages and its bookmark."""
        count, writer = len(variant.contents), self.writer
        line, codes = writer.take(len(stamp.line)), writer.take(count)
        objects = {line + at: piece.moved(line) for at, piece in enumerate(stamp.line)}
        objects |= {codes + at: piece.moved(0) for at, piece in enumerate(stamp.codes)}
        resources, pages = writer.take(len(variant.resources)), writer.take(count)
        node = self.nodes + place
        kids = b" ".join(b"%d 0 R" % (pages + at) for at in range(count))
        made = {
            resources + at: b"%b%b %d 0 R>>>>" % (one, NAME.encode(), line) for at, one in enumerate(variant.resources)
        }
        made[node] = b"<</Type/Pages/Parent %d 0 R/Kids[%b]/Count %d/MediaBox%b>>" % (
            self.pages,
            kids,
            count,
            variant.box,
        )
        for at, ((before, after), use) in enumerate(zip(variant.contents, variant.uses, strict=True)):
            content = b"%b %d 0 R %b" % (before, codes + at, after)
            made[pages + at] = b"<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents[%b]>>" % (
                node,
                resources + use,
                content,
            )
        made[self.marks + place] = self.bookmark(place, pages, stamp.title)
        self.count += count
        return writer.lay(objects) + writer.pack(made)

    def bookmark(self, place: int, page: int, title: str) -> bytes:
        """Write the bookmark of a copy."""
        near = b"/Prev %d 0 R" % (self.marks + place - 1) if place else b""
        near += b"/Next %d 0 R" % (self.marks + place + 1) if place + 1 < self.copies else b""
        return b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]%b>>" % (text(title), self.outline, page, near)

    def end(self, about: About, labels: bytes) -> bytes:
        """Write what holds all copies together."""
        kids = b" ".join(b"%d 0 R" % (self.nodes + place) for place in range(self.copies))
        last = self.marks + self.copies - 1
        made = {
            self.root: _CATALOG % (self.pages, self.outline, text(about.language), labels),
            self.info: b"<</Title%b>>" % text(about.title),
            self.pages: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, self.count),
            self.outline: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (self.marks, last, self.copies),
        }
        return self.writer.pack(made) + self.writer.end(self.root, self.info)


def _unstamped(resources: Any) -> bytes:  # noqa: ANN401 a pypdf object
    """Write resources as far as the name of the line's form, which each copy has of its own."""
    rest, forms = DictionaryObject(resources.items()), DictionaryObject(resources["/XObject"].items())
    del rest["/XObject"], forms[NAME]
    return written(rest)[:-2] + b"/XObject" + written(forms)[:-2]


def _named(data: bytes) -> set[int]:
    """Return the numbers that a dictionary refers to."""
    return {int(found) for found in REFERENCE.findall(data)}


def _placed(data: bytes, places: dict[int, int]) -> bytes:
    """Write a dictionary's references with the numbers that they have in the file."""
    return REFERENCE.sub(lambda found: b"%d 0 R" % places[int(found[1])], data)


def _reached(reader: Any, start: set[int]) -> dict[int, Piece]:  # noqa: ANN401 a pypdf reader
    """Return these objects and all that they refer to."""
    found: dict[int, Piece] = {}
    waiting = sorted(start, reverse=True)
    while waiting:
        number = waiting.pop()
        if number not in found:
            head, mark, tail = written(reader.get_object(number)).partition(b"\nstream\n")
            found[number] = Piece(head, mark + tail)
            waiting += sorted(_named(head) - found.keys(), reverse=True)
    return found


def _around(parts: Sequence[int], places: dict[int, int]) -> tuple[bytes, bytes]:
    """Write what comes before and after the code in a page's contents."""
    numbers = [places[part] for part in parts]
    return b"%d 0 R %d 0 R %d 0 R" % tuple(numbers[:3]), b"%d 0 R" % numbers[3]
