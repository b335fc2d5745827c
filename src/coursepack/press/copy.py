"""One copy as a file of its own: what is somebody's is written to the end of the variant's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.press.structure import spoken
from coursepack.press.writer import Writer

if TYPE_CHECKING:
    from coursepack.press.base import Base
    from coursepack.stamp import Stamp


def tail(base: Base, stamp: Stamp) -> bytes:
    """Return what follows a variant's file in a copy: the line, read aloud once, and the codes of the pages."""
    writer = Writer(len(base.data), base.free)
    form, *needed = stamp.line
    # The form has a number already: what it needs follows it as if it had the one before the first free one.
    first = writer.take(len(needed)) - 1
    objects = {first + place: piece.moved(first) for place, piece in enumerate(needed, 1)}
    objects |= {base.line: form.moved(first), base.element: spoken(base.parent, base.first, base.mark, stamp.said)}
    objects |= {base.codes + place: piece.moved(0) for place, piece in enumerate(stamp.codes)}
    return writer.lay(objects) + writer.end(base.root, base.info, (base.start, base.identity))
