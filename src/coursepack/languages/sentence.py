"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?…][^\w\s]{0,9}\s+|[\u3002\uff01\uff1f]\s*")


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph begins and ends."""
    start = 0
    for found in _END.finditer(words):
        after = words[found.end() : found.end() + 1]
        # "art. 5", "p. 3", "e.g. this" go on, and so does a number that the sentence begins with, "1. Read it".
        if not (after.islower() or after.isdigit() or words[start : found.start()].strip().isdigit()):
            yield start, found.end()
            start = found.end()
    yield start, len(words)
