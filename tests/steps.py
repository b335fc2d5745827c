"""Work that is counted instead of timed: no test depends on how fast or how busy a machine is."""

from __future__ import annotations

import re
import sys
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python a function runs, and all that it calls; what is written in C counts as one."""
    count = 0

    def trace(_frame: FrameType, _event: str, _value: object) -> Any:  # noqa: ANN401 what sys.settrace takes
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


class Looks:
    """A search for all places of a pattern, as Python's engine does it: one sign at a time, and back where it fails.

    `count` is how often a part of the pattern was held against a place of the text, `found` what was found.
    """

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.count, self.text, self.found = 0, text, list[tuple[int, int]]()
        self.flags, self.leaves = pattern.flags, dict[tuple[Any, int], re.Pattern[str]]()
        nodes, at = list(parser.parse(pattern.pattern, pattern.flags)), 0
        while at <= len(text):
            end = next(self._ends(nodes, at), None)
            if end is not None:
                self.found.append((at, end))
            at = max(at + 1, end or 0)

    def _ends(self, nodes: Sequence[Any], at: int) -> Iterator[int]:
        """Yield where these parts may end that begin here, in the order in which they are tried."""
        if not nodes:
            yield at
            return
        self.count += 1
        for end in self._first(*nodes[0], at):
            yield from self._ends(nodes[1:], end)

    def _first(self, kind: Any, value: Any, at: int) -> Iterator[int]:  # noqa: ANN401 the engine's own kinds
        if kind is sre.BRANCH:
            for branch in value[1]:
                yield from self._ends(list(branch), at)
        elif kind is sre.SUBPATTERN:
            yield from self._ends(list(value[3]), at)
        elif kind is sre.MAX_REPEAT:
            yield from self._greedy(*value, at)
        elif kind is sre.MIN_REPEAT:
            yield from self._lazy(*value, at)
        elif found := self._leaf(kind, value).match(self.text, at):
            yield found.end()

    def _leaf(self, kind: Any, value: Any) -> re.Pattern[str]:  # noqa: ANN401 what the parser of Python names
        """Return what takes one sign, or looks around."""
        if (kind, id(value)) not in self.leaves:
            state = parser.State()
            state.flags = self.flags
            self.leaves[kind, id(value)] = compiler.compile(parser.SubPattern(state, [(kind, value)]), self.flags)
        return self.leaves[kind, id(value)]

    def _greedy(self, least: int, most: int, body: Sequence[Any], at: int) -> Iterator[int]:
        places, tried = [at], [self._ends(list(body), at)]
        while tried:
            end = next(tried[-1], None) if len(tried) <= most else None
            if end is not None and end > places[-1]:
                places.append(end)
                tried.append(self._ends(list(body), end))
                continue
            tried.pop()
            place = places.pop()
            if len(tried) >= least:
                yield place

    def _lazy(self, least: int, most: int, body: Sequence[Any], at: int) -> Iterator[int]:
        done, end = 0, at
        while end is not None and done <= most:
            if done >= least:
                yield end
            done, end = done + 1, next(self._ends(list(body), end), None)
