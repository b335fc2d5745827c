"""What stands between two tags of HTML: all pairs are found in one walk, for many may be opened and none closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load.fence import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r"`{3,}|~{3,}")


@dataclass(frozen=True)
class Pair:
    """The tag that a line begins with, the line that ends with what closes it, and all that is written in these."""

    opened: re.Match[str]
    last: int
    source: str


def pair(state: StateBlock, start: int, end: int, tag: re.Pattern[str]) -> Pair | None:
    """Return the pair of tags that begins with a line; code opens and closes nothing.

    `tag` finds both; its first group is what a closing one has and an opening one has not.
    """
    opened = None if state.is_code_block(start) else tag.match(written(state, start))
    last = _last_line(state, start, end, tag) if opened and not opened[1] else None
    if opened is None or last is None:
        return None
    return Pair(opened, last, "\n".join(written(state, number) for number in range(start, last + 1)))


def _last_line(state: StateBlock, start: int, end: int, tag: re.Pattern[str]) -> int | None:
    known: dict[tuple[str, int, int], int | None] = state.env.setdefault("html_ends", {})
    key = tag.pattern, start, end
    if key not in known:
        known |= {(tag.pattern, first, end): last for first, last in _pairs(state, start, end, tag)}
    return known.setdefault(key)


def _pairs(state: StateBlock, start: int, end: int, tag: re.Pattern[str]) -> Iterator[tuple[int, int | None]]:
    """Yield the lines that begin with a tag, each with the one that it ends with, if there is one."""
    opened: list[tuple[int, bool]] = []
    for number, line in _read(state, start, end):
        for found in tag.finditer(line):
            if not found[1]:
                opened.append((number, not found.start()))
            elif opened:
                first, begins = opened.pop()
                if begins:
                    yield first, None if line[found.end() :].strip() else number
    for first, begins in opened:
        if begins:
            yield first, None


def _read(state: StateBlock, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no code, with their numbers."""
    fence = ""
    for number in range(start, end):
        line = written(state, number)
        found = _FENCE.match(line)
        if found and (not fence or line.startswith(fence)):
            fence = "" if fence else found[0]
        if not fence:
            yield number, line
