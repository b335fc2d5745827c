"""What makes a printed page somebody's: made by `render`, put on pages by `press`."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

# A reference from one object to another, as it is written.
REFERENCE = re.compile(rb"(\d+) 0 R")


@dataclass(frozen=True, repr=False)
class Piece:
    """An object of a PDF as written: its dictionary or array, and its stream if it has one."""

    head: bytes
    tail: bytes = b""

    def moved(self, by: int) -> bytes:
        """Write it with its references counted from another number."""
        return REFERENCE.sub(lambda found: b"%d 0 R" % (int(found[1]) + by), self.head) + self.tail


def packed(data: bytes, entries: bytes = b"") -> Piece:
    """Return a compressed stream with these entries."""
    small = zlib.compress(data)
    head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(small))
    return Piece(head, b"\nstream\n" + ended(small))


def ended(data: bytes) -> bytes:
    """Return what a stream holds, with its end.

    A carriage return would be read with the line feed after it as one end of a line, and the stream as a byte too
    short: another one after it ends the line with that.
    """
    return data + (b"\r\nendstream" if data.endswith(b"\r") else b"\nendstream")


@dataclass(frozen=True, repr=False)
class Stamp:
    """What one copy has of its own.

    `line` are the objects of a form that draws the name's line, the form itself first; references count from it.
    `codes` are streams that draw each page's code as squares of 1 by 1, up from 0, 0. `said` is read aloud; `title`
    is the copy's bookmark.
    """

    line: tuple[Piece, ...]
    codes: tuple[Piece, ...]
    said: str
    title: str


@dataclass(frozen=True)
class Foot:
    """Where a page's lower edge carries what a stamp draws, in pt: the line, and the code with its side."""

    line: tuple[float, float]
    code: tuple[float, float]
    side: float
