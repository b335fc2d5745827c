"""Words folded into lines: each takes as many as fit; scripts without blanks break between their signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Han, kana, hangul, full-width signs: a line may end before any of them, but not before these marks.
_HAN = r"\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
_ANYWHERE = re.compile(rf"(?<=[{_HAN}])(?![\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u300d\uff09])")


def cut(lines: tuple[str, ...], fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Cut the lines that are still too long between any two letters."""
    made: list[str] = []
    for line in lines:
        start = ""
        for letter in line if not fits(line) else ():
            if start and not fits(start + letter):
                made.append(start)
                start = ""
            start += letter
        made.append(start or line)
    return tuple(made)


def fold(words: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the lines of some words; a word that does not fit by itself has a line of its own."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
        lines[-1:] = _broken(lines[-1], fits)
    return tuple(lines)


def _broken(line: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield a line, or its pieces if it is too long, in a script without blanks."""
    pieces = [piece for piece in _ANYWHERE.split(line) if piece]
    if fits(line) or len(pieces) == 1:
        yield line
        return
    start = ""
    for piece in pieces:
        if start and not fits(start + piece):
            yield start.rstrip()
            start = ""
        start += piece
    yield start
