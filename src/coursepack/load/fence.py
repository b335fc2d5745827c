"""The words after the backticks of a code block: its language, and the lines that matter, as other tools write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINES = re.compile(r"\d+(?:-\d+)?(?:\s*,\s*\d+(?:-\d+)?)*")
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Info:
    """A language, the lines that matter (from 1), and what means nothing here."""

    language: str
    emphasis: tuple[int, ...]
    unknown: str


def info(words: str) -> Info:
    """Read `python`, `python {2-3}`, `{.python}` or `python {2,4-5}`."""
    lines: tuple[int, ...] = ()
    unknown, language = "", _BRACES.sub(" ", words).strip()
    for inside in _BRACES.findall(words):
        if _LINES.fullmatch(inside.strip()):
            lines += numbers(inside)
        elif inside.startswith(".") and not language:
            language, _, unknown = inside.removeprefix(".").partition(" ")
        else:
            unknown = unknown or inside
    head, _, rest = language.partition(" ")
    return Info(head, lines, unknown.strip() or rest.strip())


def numbers(words: str) -> tuple[int, ...]:
    """Return the numbers of `2,4-6`; ranges are cut at a thousand lines."""
    found: list[int] = []
    for part in words.split(","):
        first, _, last = part.strip().partition("-")
        start, end = int(first[:4]), int((last or first)[:4])
        found += range(start, min(end, start + 1000) + 1)
    return tuple(found)
