"""Objects of a PDF that pypdf read: their numbers, and themselves as they are written."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf.generic import IndirectObject, PdfObject


def number_of(found: Any) -> int:  # noqa: ANN401 pypdf names no narrower type
    """Return the number that a reference means."""
    return int(found.idnum)


def reference(number: int) -> IndirectObject:
    """Return a reference to a number, to be written."""
    return IndirectObject(number, 0, None)


def written(found: PdfObject) -> bytes:
    """Write an object; what it refers to stays apart."""
    stream = BytesIO()
    found.write_to_stream(stream)
    return stream.getvalue()
