"""The order of words in a list, as readers of a language expect it.

Accents and capitals do not count but between words that are equal otherwise, and numbers stand by their size: the first
levels of Unicode's collation (UTS 10), without its tables. A language says in its labels which letters have a place of
their own (`alphabet`, `n: ñ`: ñ after n, as CLDR's rules do), digraphs included.

ICU would do all of it, at 40 to 50 MB; pyuca, in plain Python, has not been released since 2017 and knows no language's
own order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = tuple[tuple[tuple[int, str, int], ...], str, str]

_PIECE = re.compile(r"\d+|\D")
# Numbers stand before letters.
_NUMBER, _LETTER = 0, 1
# Latin letters that no decomposition leads to their base.
_BASE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def key(text: str, letters: Mapping[str, str]) -> Key:
    """Return what a text is ordered by; `letters` are those with places of their own, after the one before them."""
    folded = normalize("NFC", text).casefold()
    found = _own(letters)
    cut = re.compile("|".join([*map(re.escape, sorted(found, key=len, reverse=True)), _PIECE.pattern]))
    pieces = (weight for piece in cut.findall(folded) for weight in _weights(piece, found))
    return tuple(pieces), folded, text


def letter(text: str, letters: Mapping[str, str]) -> str:
    """Return the letter that a text stands under in an index, a capital; `#` for what begins with none."""
    folded = normalize("NFC", text).casefold()
    own = next((one for one in sorted(_own(letters), key=len, reverse=True) if folded.startswith(one)), "")
    first = own or _plain(folded[:1])[:1]
    return (first[:1].upper() + first[1:]) if first.isalpha() else "#"


def _own(letters: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Return the letters with places of their own: after which letter, and as which of several."""
    return {one: (base, place) for base, own in letters.items() for place, one in enumerate(own.casefold().split(), 1)}


def _weights(piece: str, own: Mapping[str, tuple[str, int]]) -> list[tuple[int, str, int]]:
    if piece.isdecimal():
        return [(_NUMBER, "", int(piece))]
    if piece in own:
        base, place = own[piece]
        return [(_LETTER, base, place)]
    return [(_LETTER, sign, 0) for sign in _plain(piece)]


def _plain(text: str) -> str:
    return "".join(sign for sign in normalize("NFKD", text).translate(_BASE) if not combining(sign))
