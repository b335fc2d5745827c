"""Which block of a course a problem is in, told by its line."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from coursepack.problem import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.block import Block
    from coursepack.course import Part


class Places:
    """The blocks of some parts, by the lines that they begin at; a block goes on to the next one, or to a heading."""

    def __init__(self, parts: Iterable[Part]) -> None:
        """Note where every block and section begins."""
        self._starts: dict[str, list[tuple[int, Block | None]]] = {}
        for part in parts:
            found: list[tuple[int, Block | None]] = self._starts.setdefault(part.span.file, [])
            for section in part.sections:
                found += [(section.span.line, None)] if section.title else []
                found += [(block.span.line, block) for block in section.blocks]
            found.sort(key=lambda pair: pair[0])

    def block(self, at: Span) -> Block | None:
        """Return the block at a place; none in front matter, in headings and in other files."""
        starts = self._starts.get(at.file, [])
        position = bisect_right([line for line, _ in starts], at.line)
        return starts[position - 1][1] if position else None

    def following(self, at: Span) -> Span | None:
        """Return the place of the block or heading that begins next after a place; none at the end of a file."""
        return next((Span(at.file, line) for line, _ in self._starts.get(at.file, []) if line > at.line), None)

    def is_front(self, at: Span) -> bool:
        """Tell whether a place is in the front matter of a part."""
        starts = self._starts.get(at.file)
        return starts is not None and (not starts or at.line < starts[0][0])
