"""Streams of a PDF as they are written: packed once, with ends and moves that every reader takes alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from zlib import compress, decompress

import pydyf

from coursepack.replaced import replaced
from coursepack.stamp import ended

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

_BEGIN, _END = b"\nstream\n", b"\nendstream"
_LENGTH = re.compile(rb"/Length \d+")


def pack(pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
    """Pack the streams of a PDF that is about to be written, but for what it says of itself."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.compress and item.extra.get("Type") != "/Metadata":
            _pack(item)


def _pack(item: Any) -> None:  # noqa: ANN401 pydyf has no types
    """Pack a stream once, and not each time that its bytes are asked for."""
    _, packed = _parts(_data.fget(item))
    item.compress = False
    item.stream, item.extra = [packed], {**item.extra, "Filter": "/FlateDecode"}


def changed(written: bytes, pattern: re.Pattern[bytes], change: Callable[[re.Match[bytes]], bytes]) -> bytes:
    """Return an object as it is written, its words changed where it is a stream that is packed and has such."""
    head, packed = _parts(written)
    if not packed or b"/FlateDecode" not in head or b"/Image" in head:
        return written
    made, found = pattern.subn(change, decompress(packed))
    if not found:
        return written
    small = compress(made, 9)
    return _LENGTH.sub(b"/Length %d" % len(small), head) + _BEGIN + ended(small)


def closed() -> AbstractContextManager[None]:
    """Have pydyf end its streams as `stamp.ended` does, those too that it makes itself at the end of a file."""

    def data(stream: Any) -> bytes:  # noqa: ANN401 pydyf has no types
        head, packed = _parts(_data.fget(stream))
        return head + _BEGIN + ended(packed)

    return replaced(pydyf.Stream, data=property(data))


def moved() -> AbstractContextManager[None]:
    """Have text shown without strings that are empty: PDFium leaves out the last move of an array that has such.

    What follows in another face stood too near, and what has a place of its own after it too far off.
    """

    def show(stream: Any, text: Any) -> None:  # noqa: ANN401 pydyf has no types
        _show(stream, text)
        stream.stream[-1] = stream.stream[-1].replace(b"<>", b" ")

    return replaced(pydyf.Stream, show_text=show)


_data: Any = pydyf.Stream.data
_show: Any = pydyf.Stream.show_text


def _parts(written: bytes) -> tuple[bytes, bytes]:
    """Part a stream's dictionary from what it holds."""
    head, _, rest = written.partition(_BEGIN)
    return head, rest.removesuffix(_END)
