"""Signs that stay on one line: documents' symbols and the like, as a course writes what they look like.

A pattern is what is printed, with `*` for letters, digits and the signs of a symbol, `#` for a number, and a blank for
one that ends no line: `ISO/* (#)`. Whatever it says, looking for it takes time in proportion to the text: each wildcard
takes all that it can, up to a limit, and gives nothing back.
"""

from __future__ import annotations

import re

LONGEST = 80  # characters of a pattern, of a part of what a `*` stands for, and of all its parts of one letter

# No alternatives inside what gives nothing back: Python before 3.11.5 goes on from the wrong place there (gh-106052).
_ANY = rf"[\w()]{{0,{LONGEST}}}+(?:[./-][\w(][\w()]{{0,{LONGEST}}}+){{0,{LONGEST // 2}}}+"
_NUMBER = rf"\d{{1,{LONGEST}}}+"
_BLANK = "[ \u00a0]"
_PIECES = {"*": _ANY, "#": _NUMBER, " ": _BLANK}
# Where a symbol may begin: not inside a word or another symbol.
_START = r"(?<![\w/])"


def mistake(pattern: str) -> str:
    """Return why a pattern can't be used, or an empty text."""
    if not pattern or not pattern[0].isalnum():
        return "a pattern begins with a letter or a digit"
    return f"a pattern has at most {LONGEST} characters" if len(pattern) > LONGEST else ""


def bound(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds the symbols that have blanks, or nothing where there is nothing to find."""
    return _any_of([pattern for pattern in patterns if " " in pattern])


def whole(patterns: tuple[str, ...]) -> str:
    """Return, as a part of a regular expression, what finds the parts of symbols that a line's end could cut."""
    parts = {part: None for pattern in patterns for part in pattern.split(" ") if "*" in part[1:]}
    return "|".join(f"{_START}{_one(part)}" for part in parts)


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile(f"{_START}(?:{'|'.join(map(_one, patterns))})") if patterns else None


def _one(pattern: str) -> str:
    return "".join(_PIECES.get(sign, re.escape(sign)) for sign in pattern)
