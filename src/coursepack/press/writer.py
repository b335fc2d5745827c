"""Writes objects of a PDF, to the end of a file or into a new one, and the index at its end."""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from coursepack.stamp import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# What a line of the index says: a kind of entry (1 byte), a place or the number of a group (5), a position in it (2).
_WIDTHS = (1, 5, 2)
# How many digits of a hash a file is called by: 16 bytes.
_NAME = 32


class Writer:
    """Knows where every object that it wrote lies. What it returns is to be written in the order of its calls."""

    def __init__(self, position: int, free: int) -> None:
        """Begin at a position of the file; `free` is the first number that no object has."""
        self.position = position
        self.free = free
        self.entries: dict[int, tuple[int, int, int]] = {}
        self.digest = sha256()

    def take(self, count: int = 1) -> int:
        """Reserve numbers that follow each other, and return the first."""
        self.free += count
        return self.free - count

    def lay(self, objects: Mapping[int, bytes]) -> bytes:
        """Write objects one by one, streams among them."""
        parts = []
        for number, data in objects.items():
            self.entries[number] = (1, self.position, 0)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, data))
            self.position += len(parts[-1])
            self.digest.update(parts[-1])
        return b"".join(parts)

    def pack(self, objects: Mapping[int, bytes]) -> bytes:
        """Write objects without streams as one compressed group."""
        group = self.take()
        places, position = [], 0
        for index, (number, data) in enumerate(objects.items()):
            self.entries[number] = (2, group, index)
            places.append(b"%d %d" % (number, position))
            position += len(data) + 1
        head = b" ".join(places) + b"\n"
        extra = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        return self.lay({group: stream(head + b"\n".join(objects.values()), extra)})

    def end(self, root: int, info: int, before: tuple[int, bytes] | None = None) -> bytes:
        """Write the index; `before` is where the index of the file so far lies, and what that file is called.

        A file is called by what was first in it and by what is (ISO 32000-1, 14.4).
        """
        number, start = self.take(), self.position
        own = b"<%b>" % self.digest.hexdigest()[:_NAME].encode()
        self.entries[number] = (1, start, 0)
        if before is None:
            self.entries[0] = (0, 0, 0)
        numbers = sorted(self.entries)
        sections = b" ".join(b"%d %d" % (run[0], len(run)) for run in _runs(numbers))
        extra = b"/Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[%b%b]/W[%d %d %d]/Index[%b]" % (
            self.free,
            root,
            info,
            before[1] if before else own,
            own,
            *_WIDTHS,
            sections,
        )
        if before is not None:
            extra += b"/Prev %d" % before[0]
        lines = b"".join(
            value.to_bytes(width, "big")
            for one in numbers
            for value, width in zip(self.entries[one], _WIDTHS, strict=True)
        )
        return self.lay({number: stream(lines, extra)}) + b"startxref\n%d\n%%%%EOF\n" % start


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield numbers that follow each other without a gap together."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Write a compressed stream."""
    piece = packed(data, extra)
    return piece.head + piece.tail


def text(words: str) -> bytes:
    """Write a text string."""
    return b"<%b>" % ("\ufeff" + words).encode("utf-16-be").hex().encode()
