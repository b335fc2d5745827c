r"""Brackets with a backslash that hold words, no formula: `\[1\]`, `\(not graded\)`, `\(A\) The river`.

Programs that make Markdown of a page put a backslash before its brackets, as LaTeX does before those of a formula.
Theirs have it before all of them: where some hold words, or name options in a row, and none has a sign of a formula,
a letter alone is in brackets, too. So is a sound in square ones, `\[h\]`, in a text where some hold phonetic signs, or
all of several hold a few letters among words: "of type \[a\], \[i\] or \[in\]".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

# What stands in square ones in a text: the mark of a note, what was left out, "sic", a sentence.
_MARK = re.compile(
    r"\d+[a-z]?|[.\u2026]+|[^\W\d_]{3,}[.!?]?|(?=[^\\^_={}]*\Z)[^\w\s]*[^\W\d_]{2,}(?:[^\w\s]*\s+\S*[^\W\d_]{2,}\S*){2}.*",
    re.DOTALL,
)
# What a page that was saved has in round ones: words, or how many of something. Low strokes around words mark them.
_ASIDE = re.compile(
    r"(?=(?:[^\\^_={}]|(?<!\S)_(?=\w)|(?<=[\w.,!?])_(?!\w))*\Z)(?=.*[^\W\d_]{3})"
    r"(?:.*[^\W\d_]{2}[^\w\s]*\s+[^\w\s]*[^\W\d_]{2}.*|[^\w\s]*\d[\d.,]*\s+[^\W\d_]{4,}[^\w\s]*)",
    re.DOTALL,
)
# What names an option, and what else programs put in brackets there.
_LETTER = re.compile(r"[^\W\d_]|\d{1,3}")
_ROUND = re.compile(r"(?<!\\)\\\((.{1,200}?)\\\)", re.DOTALL)
_SIGNS = re.compile(r"[\\^={}<>+]|\w_\w")
# Other marks around formulas.
_FORMULA = re.compile(r"\$[^$\n]+\$|\$\$|\\begin\{|\\\\\(|\\\[[^\[\]\n]*[\\^={}]")
# The first letter of an option at the head of its line, whose words begin as sentences do.
_HEAD = re.compile(r"^[ \t>*+-]*\\\(([A-Z])\\\)[*_]* +[*_]*[A-Z\u00c0-\u00de]\w", re.MULTILINE)
_FIRST = "ABC"
# Letters of what stands in brackets that are looked at.
_SAID = 1000
_ALL = "brackets"
# A few letters that are no quantity times another.
_SPELLED = re.compile(r"[^\W\d_]{1,3}")
_SQUARE = re.compile(r"(?<!\\)\\\[(.{1,400}?)\\\]", re.DOTALL)
# Letters of the International Phonetic Alphabet that no formula has, and marks above and below letters.
_PHONETIC = re.compile("[\u0250-\u02ff\u0300-\u036fŋæðøœç]")
_SOUNDS = "sounds"


def judge(state: StateCore) -> None:
    """Note whether all round brackets of a text are its own, and whether the square ones hold sounds."""
    state.env[_ALL] = "\\(" in state.src and _are_words(state.src)
    state.env[_SOUNDS] = "\\[" in state.src and _are_sounds(state.src)


def is_mark(state: StateInline, inside: str) -> bool:
    """Tell whether what stands in square brackets is part of the text around it."""
    return bool(state.env.get(_SOUNDS) or _MARK.fullmatch(inside.strip()[:_SAID]))


def is_aside(state: StateInline, inside: str) -> bool:
    """Tell whether what stands in round brackets is part of the text around it."""
    words = inside.strip()[:_SAID]
    return bool(_ASIDE.fullmatch(words) or (state.env.get(_ALL) and _LETTER.fullmatch(words)))


def _are_words(source: str) -> bool:
    found = [one[1].strip() for one in _ROUND.finditer(source)]
    if _FORMULA.search(source) or any(map(_SIGNS.search, found)):
        return False
    return any(map(_ASIDE.fullmatch, found)) or _FIRST in "".join(_HEAD.findall(source))


def _are_sounds(source: str) -> bool:
    found = list(_SQUARE.finditer(source))
    if any(_SIGNS.search(one[1]) for one in found):
        return False
    return any(_PHONETIC.search(one[1]) for one in found) or (bool(found[1:]) and all(map(_is_spelled, found)))


def _is_spelled(found: re.Match[str]) -> bool:
    """Tell whether square brackets hold a few letters, in a line that has other words."""
    before = found.string[: found.start()].rpartition("\n")[2]
    after = found.string[found.end() :].partition("\n")[0]
    return bool(_SPELLED.fullmatch(found[1]) and re.search(r"[^\W\d_]{2}", before + after))
