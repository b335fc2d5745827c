"""What a preview recalls of its last look: the numbers that the pages of a document said of each other.

Whoever writes a file recalls nothing: its pages come of the content alone. Where a reference is near as long as it says
no page, and far as soon as it says one, a preview may so go on saying it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Documents whose numbers are recalled: outputs, papers and style sheets that are looked at in turn.
_MOST = 12


@dataclass(frozen=True)
class Numbers:
    """The pages of anchors that are said somewhere, and the references that say them because they lead far."""

    pages: Mapping[str, int] = field(default_factory=dict)
    far: frozenset[str] = frozenset()


_memory: ContextVar[dict[str, Numbers] | None] = ContextVar("memory", default=None)


@contextmanager
def recalling(memory: dict[str, Numbers]) -> Iterator[None]:
    """Recall what is in a memory until the end of the block, and keep there what is found."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


def last(name: str) -> Numbers | None:
    """Return the numbers that were found last under a name, if there are any."""
    return (_memory.get() or {}).get(name)


def keep(name: str, numbers: Numbers) -> None:
    """Keep numbers, where there is a memory."""
    memory = _memory.get()
    if memory is not None:
        memory.pop(name, None)
        memory[name] = numbers
        while len(memory) > _MOST:
            del memory[next(iter(memory))]
