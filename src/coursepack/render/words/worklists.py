"""Where the works that a handout cites are listed: at its end, or at the end of each unit and page that cites them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load.markdown import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.pack import Pack, PackPart, Work


def listed(pack: Pack, part: PackPart | None = None) -> list[Work]:
    """Return what a part lists at its end, or the pack for all of them."""
    at_end = pack.course.file.works == "end"
    if at_end != (part is None):
        return []
    keys = {key for one in ([part] if part else pack.parts()) for key in one.works}
    return [work for key, work in pack.works.items() if key in keys]


def anchor(key: str, part: PackPart | None = None) -> str:
    """Return the anchor of a work in the list of a part, or in that of the pack."""
    return f"w-{slug(key)}" + (f".{part.front.id}" if part else "")


def found(pack: Pack, key: str, file: str) -> str:
    """Return the anchor that a citation leads to: in the list of its own unit, if that has one."""
    parts: Sequence[PackPart] = () if pack.course.file.works == "end" else list(pack.parts())
    having = [part for part in parts if key in part.works]
    own = [part for part in having if part.part.span.file == file]
    return anchor(key, next(iter([*own, *having]), None))


def names(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield every anchor with the short form of its work."""
    for key, work in pack.works.items():
        short = re.sub("<[^>]+>", "", work.short)
        yield from ((anchor(key, part), short) for part in (None, *pack.parts()))
