"""Straight quotation marks where no blank parts them from the words around: there markdown-it leaves them as they are.

Chinese, Japanese and Thai have no blanks between words, Korean has particles behind a quotation (`"가"는`), and Arabic
and Hebrew join a word of one letter to what follows it. What is in pairs there becomes the marks of the language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load.unspaced import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

# A letter before a quotation, at the beginning of its word in Hebrew: inside a word `"` is a sign of Hebrew's own.
_JOINED = re.compile(r"(?:[\u0621-\u064a\u066e-\u06d3]|(?:^|[^\w\"'])[\u05d0-\u05ea])$")


# What is left of a word or of a year, in any text: '09, 've, 's avonds.
_CUT = re.compile(r"(?<!\w)'(?=(?:\d\ds?|[stmdn]|re|ve|ll|em|tis|twas|til)(?![\w']))")


def cut(words: str) -> str:
    """Put an apostrophe before what is left of a word, where no quotation begins: markdown-it has found those."""
    return _CUT.sub("\u2019", words)


def curl(tokens: Sequence[Token], marks: Sequence[str]) -> None:
    """Put the marks of a language (the outer pair, then the inner one) into a run of text."""
    said = "".join(" " if one.type in {"softbreak", "hardbreak"} else _masked(one) for one in tokens)
    found = {**_marks(said, '"', marks[:2]), **_marks(said, "'", marks[2:])}
    start = 0
    for token in tokens if found else ():
        length = 1 if token.type in {"softbreak", "hardbreak"} else len(token.content)
        token.content = "".join(found.get(start + at, sign) for at, sign in enumerate(token.content))
        start += length


def _masked(token: Token) -> str:
    return token.content if token.type == "text" else re.sub(r"[\"']", "x", token.content)


def _marks(said: str, sign: str, marks: Sequence[str]) -> dict[int, str]:
    """Return the marks of the pairs of a sign, by their places."""
    places = [found.start() for found in re.finditer(sign, said)]
    made: dict[int, str] = {}
    for opened, closed in _pairs(said, places):
        made |= {opened: marks[0], closed: marks[1]}
    return made


def _pairs(said: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    number = 0
    while number + 1 < len(places):
        pair = places[number], places[number + 1]
        taken = _is_pair(said, *pair)
        if taken:
            yield pair
        number += 1 + taken


def _is_pair(said: str, opened: int, closed: int) -> bool:
    """Tell whether two signs stand around words, and no blank parts them from what is around."""
    inside, before, after = said[opened + 1 : closed], said[max(opened - 1, 0) : opened], said[closed + 1 : closed + 2]
    if not inside or inside[0].isspace() or inside[-1].isspace() or before.isdigit():
        return False
    if said[opened] == "'" and before.isascii() and before.isalnum():
        return False
    if LETTER.search(before + inside[0] + inside[-1] + after):
        return True
    return bool(_JOINED.search(said[max(opened - 2, 0) : opened])) and not after.isalnum()
