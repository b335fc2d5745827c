"""Closes Chinese and Japanese marks up that meet: each brings half a square of white, and one half is enough.

This is `text-spacing-trim: space-all` of CSS Text 4, section 8.3: of two closing marks, and of a closing and an opening
one, the first is as wide as half a square, of two opening ones the second. WeasyPrint has no such property; the faces
have narrow marks (`halt`), which the class `half` of the style sheet asks for.
"""

from __future__ import annotations

import re
from functools import cache

_LANGUAGE = re.compile(r'<html[^>]* lang="(zh|ja)(-[^"]*)?"')
_OPENING = "\uff08\u300c\u300e\u300a\u3008\u3010\u3014\u3016\uff5b\uff3b\u201c\u2018"
_BRACKETS = "\uff09\u300d\u300f\u300b\u3009\u3011\u3015\u3017\uff5d\uff3d\u201d\u2019"
# Commas and full stops stand in the middle of their square in Taiwan and Hong Kong, and colons in Japan, too.
_STOPS, _COLONS = "\uff0c\u3002\u3001\uff0e", "\uff1a\uff1b"
_MIDDLE = re.compile(r"-(?:hant|tw|hk|mo)\b", re.IGNORECASE)
_INLINE = r"(?:</?(?:a|abbr|b|em|i|span|strong|sub|sup|u)\b[^>]*>)*"
# What is not set as words are, and tags.
_PASSED = r"<(?P<kept>style|title|pre|code)\b.*?</(?P=kept)>|<[^>]*>"


def closed_up(html: str) -> str:
    """Halve marks of a document in Chinese or Japanese that stand beside others."""
    found = _LANGUAGE.search(html)
    return _pattern(found[1], found[2] or "").sub(_halved, html) if found else html


@cache
def _pattern(language: str, region: str) -> re.Pattern[str]:
    is_middle = bool(_MIDDLE.search(region))
    closing = _BRACKETS + ("" if is_middle else _STOPS) + (_COLONS if language == "zh" and not is_middle else "")
    return re.compile(
        rf"{_PASSED}|(?P<first>[{closing}])(?={_INLINE}[{closing}{_OPENING}])"
        rf"|(?P<before>[{_OPENING}]{_INLINE})(?P<second>[{_OPENING}])",
        re.DOTALL,
    )


def _halved(found: re.Match[str]) -> str:
    mark = found["first"] or found["second"]
    return f'{found["before"] or ""}<span class="half">{mark}</span>' if mark else found[0]
