"""A piece of a document that was laid out apart, as a value: the objects that its pages are made of, and what it tells.

Objects are as they are written, but for their references, in which the generation says what is meant: `n 0 R` is the
piece's own object n, `n 1 R` the key n of the parent tree, `n 2 R` the name n of a note, `n 3 R` one of the objects
that the whole document has once (`SHARED`).
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from coursepack.render.handout.starts import Start
from coursepack.render.look.cast import Cast, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.parting import Done

OWN, KEY, NOTE, ONCE = range(4)
# What a document has once: the root of its pages, the element that holds all others, the faces.
SHARED = ("pages", "document", "fonts")
# Strings are passed over: what an author wrote is never a reference.
_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>|\b(\d+) (\d) R\b", re.DOTALL)


@dataclass(frozen=True)
class Face:
    """A face that pages use: what a PDF says of it, and which of its glyphs stand for what.

    `digest` names the font file; `widths` are thousandths of an em; `casts` are glyphs that it has not yet.
    """

    facts: dict[str, Any]
    digest: str
    widths: dict[int, float]
    to_unicode: dict[int, str]
    missing: dict[int, int]
    casts: tuple[Cast, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Laid-out pages. Their numbers in `anchors` and `marks` count from 0; `objects` are empty if none was drawn.

    `marks` are bookmarks: page, level, words, x and y in pt, and whether it is open or closed. `leaves` are pages and
    `tops` the outermost elements among the objects, `parents` the entries of the parent tree, `notes` how many notes
    are named, `leads` the anchors elsewhere that it links to, `media` the digests of the pictures in it, `said` the
    engine's complaints, `starts` where its pages begin in the text, `mended` what was done so that its pages are full.
    """

    pages: int
    anchors: dict[str, int]
    faces: tuple[Face, ...]
    media: dict[str, str]
    said: tuple[str, ...]
    leads: tuple[str, ...] = ()
    marks: tuple[tuple[int, int, str, float, float, str], ...] = ()
    leaves: tuple[int, ...] = ()
    tops: tuple[int, ...] = ()
    notes: int = 0
    dests: tuple[tuple[str, bytes], ...] = ()
    parents: tuple[bytes, ...] = ()
    objects: tuple[bytes, ...] = ()
    starts: tuple[Start | None, ...] = ()
    mended: tuple[Done, ...] = ()

    def packed(self) -> bytes:
        """Write the piece: a line of facts, then the bytes that they speak of."""
        facts = asdict(self)
        blobs = [*(data for _, data in self.dests), *self.parents, *self.objects]
        facts["dests"] = [name for name, _ in self.dests]
        facts["parents"], facts["objects"] = len(self.parents), [len(blob) for blob in blobs]
        return json.dumps(facts).encode() + b"\n" + b"".join(blobs)


def unpacked(data: bytes) -> Piece:
    """Read a piece that was written."""
    line, _, rest = data.partition(b"\n")
    facts = json.loads(line)
    blobs, at = list[bytes](), 0
    for size in facts.pop("objects"):
        blobs.append(rest[at : at + size])
        at += size
    dests, parents = facts.pop("dests"), facts.pop("parents")
    kept: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    kept["faces"] = tuple(_face(face) for face in facts["faces"])
    kept["starts"] = tuple(Start(**start) if start else None for start in facts["starts"])
    kept["marks"], kept["mended"] = (tuple(map(tuple, facts[name])) for name in ("marks", "mended"))
    last = len(dests) + parents
    return Piece(
        **kept,
        dests=tuple(zip(dests, blobs, strict=False)),
        parents=tuple(blobs[len(dests) : last]),
        objects=tuple(blobs[last:]),
    )


def _face(facts: dict[str, Any]) -> Face:
    """JSON knows no numbers as names."""
    for name in ("widths", "to_unicode", "missing"):
        facts[name] = {int(number): value for number, value in facts[name].items()}
    facts["casts"] = tuple(
        Cast(tuple(Part(*part) for part in parts), width, text) for parts, width, text in facts["casts"]
    )
    return Face(**facts)


def references(data: bytes) -> list[tuple[int, int]]:
    """Return what an object refers to, as number and generation."""
    return [(int(found[1]), int(found[2])) for found in _REFERENCE.finditer(_head(data)) if found[1]]


def renamed(data: bytes, name: Callable[[int, int], bytes]) -> bytes:
    """Write an object with other references; `name` gets number and generation."""
    head = _head(data)
    changed = _REFERENCE.sub(lambda found: name(int(found[1]), int(found[2])) if found[1] else found[0], head)
    return changed + data[len(head) :]


def _head(data: bytes) -> bytes:
    """Return an object without its stream."""
    head, mark, _ = data.partition(b"\nstream\n")
    return head if mark else data
