"""The order in which a line of both directions is seen, where no engine knows it: Unicode's algorithm, its common part.

After UAX #9, without embeddings and isolates: strong letters, numbers with the signs that belong to them (W1 to W7),
what stands between (N1, N2), levels (I1, I2) and their order (L2). Brackets follow what is around them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_NUMBERS = {"EN": "N", "AN": "N"}
# What belongs to a number that it stands beside: signs of currency and per cent, marks between digits.
_BESIDE, _BETWEEN = frozenset({"ET"}), frozenset({"ES", "CS"})


_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Several words of the other direction, or one with signs or digits: what would be torn apart. In a text that is read
# from left to right a number after them is not theirs.
_RIGHT_IN_LEFT = re.compile(
    rf"(?P<name>(?:\d[\d.,]*[ \u00a0\u202f]?[°µ]?)?(?=[^\W\d_])[^{_LEFTWARD}\W]"
    rf"(?:[^{_LEFTWARD}\u2066-\u2069]*[^{_LEFTWARD}\W]|)[+#%]*)(?P<close>\)?)(?P<stop>[.!?…]*)"
)
_LEFT_IN_RIGHT = re.compile(rf"(?=[^\W\d_])[{_LEFTWARD}](?:[^A-Za-z\u2066-\u2069]*[{_LEFTWARD}])?(?=\W*\d)")
# What a sentence follows: another, or nothing; a name among words has a blank before it.
_BEGINS = re.compile(r"(?:^|[.!?…؟:][)\"”»]?\s+)\Z")
_ONE_WORD = re.compile(r"[^\W\d_]+")
# A letter that is not seen, read to the right or to the left.
_MARKS = {False: "\u200e", True: "\u200f"}


def isolated(text: str, *, leftward: bool) -> str:
    """Put isolates (U+2066 to U+2069) around names of the other direction than their line's."""
    if text.isascii() and not leftward:
        return text
    if leftward:
        return _RIGHT_IN_LEFT.sub(_name, text)
    return _LEFT_IN_RIGHT.sub("\u2067\\g<0>\u2069", text)


def _name(found: re.Match[str]) -> str:
    """Isolate a name with signs or blanks, its own bracket with it."""
    if _ONE_WORD.fullmatch(found["name"]):
        return found[0]
    inside = found["close"] if found["name"].count("(") > found["name"].count(")") else ""
    close = found["close"].removeprefix(inside)
    if not close and _is_sentence(found):
        return f"\u2066{found['name']}{inside}{found['stop']}\u2069"
    return f"\u2066{found['name']}{inside}\u2069{close}{found['stop']}"


def _is_sentence(found: re.Match[str]) -> bool:
    """Tell whether a name is a sentence, with the stop behind it: three words, a capital first, and nothing around."""
    before, after = found.string[max(found.start() - 4, 0) : found.start()], found.string[found.end() : found.end() + 1]
    whole = bool(_BEGINS.search(before)) and (not after or after.isspace())
    return whole and found["name"][0].isupper() and len(found["name"].split()) > 2  # noqa: PLR2004 words


def closed(text: str, *, leftward: bool) -> str:
    """Isolate names, and end with a mark of the line's direction behind one: numbers that follow are not its own."""
    made, letters = isolated(text, leftward=leftward), [*directions(text)]
    ends_in_name = letters[-1:] == ["L" if leftward else "R"]
    return f"{made}{_MARKS[leftward]}" if ends_in_name else made


def directions(text: str) -> Iterator[str]:
    """Yield the direction of each letter of a text, L or R; what is no letter has none of its own."""
    return (kind for kind in map(_STRONG.get, map(bidirectional, text)) if kind)


def leads_right(text: str) -> bool:
    """Tell whether a text is read from right to left: its first letter says so."""
    return not text.isascii() and next(directions(text), "L") == "R"


def visual(text: str, *, rightward: bool) -> list[tuple[str, bool]]:
    """Cut a line into pieces of one direction, as they stand from left to right.

    Args:
        text: in the order of reading.
        rightward: the line is read from left to right.

    Returns:
        Pieces, each in its own order of reading, with whether that is from right to left.
    """
    base = 0 if rightward else 1
    levels = _levels(_after_letters(_kinds(text), base), base)
    runs = [(level, [sign for _, sign in both]) for level, both in groupby(zip(levels, text, strict=True), _first)]
    for level in range(max(levels, default=0), 0, -1):
        runs = _turned(runs, level)
    return [("".join(signs), level % 2 == 1) for level, signs in runs]


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def _kinds(text: str) -> list[str]:
    """Return L, R, N (a number) or an empty text (what takes its direction from around it) for every character."""
    classes = [bidirectional(sign) for sign in text]
    kinds = [_STRONG.get(one, _NUMBERS.get(one, "")) for one in classes]
    for at, one in enumerate(classes):
        if one == "NSM" and at:
            kinds[at] = kinds[at - 1]
        elif one in _BETWEEN and 0 < at < len(kinds) - 1 and kinds[at - 1] == kinds[at + 1] == "N":
            kinds[at] = "N"
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        step = order.step
        for at in order:
            if classes[at] in _BESIDE and not kinds[at] and 0 <= at - step < len(kinds) and kinds[at - step] == "N":
                kinds[at] = "N"
    return kinds


def _after_letters(kinds: list[str], base: int) -> list[str]:
    """Count numbers whose last letter before them is read from left to right as such letters (W7)."""
    made, strong = list[str](), "R" if base else "L"
    for kind in kinds:
        strong = kind if kind in {"L", "R"} else strong
        made.append("L" if kind == "N" and strong == "L" else kind)
    return made


def _levels(kinds: list[str], base: int) -> list[int]:
    own = {"L": 2 if base else 0, "R": 1, "N": 2}
    levels = []
    for at, kind in enumerate(kinds):
        before, after = _around(reversed(kinds[:at]), base), _around(iter(kinds[at:]), base)
        levels.append(own[kind or before] if kind or before == after else base)
    return levels


def _around(kinds: Iterator[str], base: int) -> str:
    """Return the direction of the nearest letter or number (which counts as R) on a side; at an end, the line's."""
    found = next((kind for kind in kinds if kind), "")
    return {"N": "R", "": "R" if base else "L"}.get(found, found)


def _turned(runs: list[tuple[int, list[str]]], level: int) -> list[tuple[int, list[str]]]:
    """Reverse the order of neighbouring runs that are of a level or above."""
    groups = [(high, list(group)) for high, group in groupby(runs, lambda run: run[0] >= level)]
    return [run for high, group in groups for run in (reversed(group) if high else group)]
