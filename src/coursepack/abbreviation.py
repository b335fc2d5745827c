"""Abbreviations that a course spells out for listeners, where they stand in its texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def mentions(short: Iterable[str]) -> str:
    """Return a pattern of abbreviations that stand as words, the longest first: not in a symbol, nor with an ending."""
    either = "|".join(map(re.escape, sorted(short, key=lambda one: (-len(one), one))))
    return rf"(?<![\w/])(?:{either})(?![\w/])"
