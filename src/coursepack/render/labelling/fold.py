"""Words folded into lines: each takes as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def fold(words: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the lines of some words; a word that does not fit by itself has a line of its own."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if not lines[-1] or fits(longer) else [*lines, word]
    return tuple(lines)
