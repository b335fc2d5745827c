"""Objects of a PDF that pypdf read: their numbers, themselves as they are written, and all that they refer to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from coursepack.stamp import REFERENCE, Piece, ended

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# What pypdf writes behind a stream.
_END = b"\nendstream"


def number_of(found: Any) -> int:  # noqa: ANN401 pypdf names no narrower type
    """Return the number that a reference means."""
    return int(found.idnum)


def reference(number: int) -> IndirectObject:
    """Return a reference to a number, to be written."""
    return IndirectObject(number, 0, None)


def written(found: PdfObject) -> bytes:
    """Write an object; what it refers to stays apart. Texts are in digits: none is taken for a reference."""
    stream = BytesIO()
    _digits(found).write_to_stream(stream)
    made = stream.getvalue()
    return ended(made.removesuffix(_END)) if isinstance(found, StreamObject) else made


def _digits(found: Any) -> Any:  # noqa: ANN401 a pypdf object
    match found:
        case TextStringObject():
            return ByteStringObject(found.original_bytes)
        case DictionaryObject() if not isinstance(found, StreamObject):
            return DictionaryObject({key: _digits(value) for key, value in found.items()})
        case ArrayObject():
            return ArrayObject([_digits(one) for one in found])
        case _:
            return found


def named(data: bytes) -> set[int]:
    """Return the numbers that a dictionary refers to."""
    return {int(found) for found in REFERENCE.findall(data)}


def placed(data: bytes, places: Mapping[int, int]) -> bytes:
    """Write a dictionary's references with other numbers."""
    return REFERENCE.sub(lambda found: b"%d 0 R" % places[int(found[1])], data)


def reached(reader: Any, start: Collection[int], but: Collection[int] = ()) -> dict[int, Piece]:  # noqa: ANN401 a pypdf reader
    """Return these objects and all that they refer to, `but` for some and what only those refer to."""
    found: dict[int, Piece] = {}
    waiting = sorted(start, reverse=True)
    while waiting:
        number = waiting.pop()
        if number not in found:
            head, mark, tail = written(reader.get_object(number)).partition(b"\nstream\n")
            found[number] = Piece(head, mark + tail)
            waiting += sorted(named(head) - found.keys() - set(but), reverse=True)
    return found
