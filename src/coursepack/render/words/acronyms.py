"""Acronyms of running text, which small capitals set as calm as the words around them: NATO, NGOs."""

from __future__ import annotations

import re

from markupsafe import Markup

# A word of set text. What must not be broken (symbols, ranges) and what has a slash beside it is a sign, and a unit
# stands after its number and a blank that ends no line.
_WORD = re.compile(r'<span class="nb">.*?</span>|<[^>]*>|&\w+;|(?<![\w/])(?<!\d[\u00a0\u202f])([^\W\d_]{2,}+)(?![\w/])')
# V, X and I are left as they are, and so are numerals of more signs.
_NUMERAL = re.compile("[IVX]+")
_LAST = re.compile(r"(?<!\w)\w*\Z")
_PLURAL = "s"
# Beside a plus or an arrow a word is a formula of chemistry, 2 CO + O₂: cobalt's is nearly the same in small capitals.
_ADDED = re.compile(r"[+→⇌⇄⟶]\s*(?:\d+\s*)?\Z")
_NEAR = 12
_ADDS = re.compile(r"\s*[+→⇌⇄⟶]")


def marked(words: str, *, lowered: bool = False) -> str:
    """Put the acronyms of set words, which may hold elements, into elements of their own.

    What has something `lowered` after it is a formula: CO₂.
    """
    formula = _LAST.search(words)
    end = formula.start() if lowered and formula else len(words)
    return _WORD.sub(_one, words[:end]) + words[end:]


def _one(found: re.Match[str]) -> str:
    word = found[1] or ""
    capitals = word.removesuffix(_PLURAL)
    if len(capitals) < 2 or not capitals.isupper() or _NUMERAL.fullmatch(capitals):  # noqa: PLR2004 two make a word
        return found[0]
    if _ADDED.search(found.string, max(0, found.start() - _NEAR), found.start()) or _ADDS.match(
        found.string, found.end()
    ):
        return found[0]
    return Markup('<span class="acronym">{}</span>{}').format(capitals, word[len(capitals) :])
