"""Signs that copies of copies lose: of the rings of ° and the bar of %, the tail of a comma in a number, the line of _.

They are put into elements of their own, which the style sheet sets a little heavier than what stands around them.
"""

from __future__ import annotations

import re

_TEXT = re.compile(r"(?:\A|(?<=>))[^<>]+")
# What has thin strokes alone, in code too; entities stay as they are.
# A comma is one inside a number, not in a row of many without blanks: that may part anywhere.
_SIGN = re.compile(
    r"&#?\w+;|((?<![\d,])(?<!\d\.)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,\d+)(?![.,]?\d)|[%‰°_*=])"
)
_RING = "°"  # as thin as it is small
# In lists of works, whose letters are small, hyphens too.
_DASH = re.compile(r"&#?\w+;|((?<=\w)-(?=\w))")
# Where words are read from right to left the engine orders what stands in an element by itself.
_LEFTWARD = re.compile("[\u0590-\u08ff\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]")


def marked(html: str) -> str:
    """Mark the signs of a document or a piece of one: what stands in its head is no text."""
    start = max(html.find("<body"), 0)
    return html[:start] + _in_text(_SIGN, html[start:])


def dashed(html: str) -> str:
    """Mark the hyphens of small text."""
    return _in_text(_DASH, html)


def _in_text(sign: re.Pattern[str], html: str) -> str:
    return _TEXT.sub(lambda found: found[0] if _LEFTWARD.search(found[0]) else sign.sub(_one, found[0]), html)


def _one(found: re.Match[str]) -> str:
    sign = found[1]
    if not sign:
        return found[0]
    # The engine lets a line end behind a comma in an element of its own, whatever follows: a number is kept whole.
    return f'<span class="nobreak">{sign.replace(",", _span(","))}</span>' if len(sign) > 1 else _span(sign)


def _span(sign: str) -> str:
    return f'<span class="{"frail ring" if sign == _RING else "frail"}">{sign}</span>'


def heavier(voice: str, more: float, smallest: float = 0) -> str:
    """Return how a face is cut for them: heavier than a voice, and, if it knows sizes of letters, for small ones."""
    weighed = re.sub(r"""(["']wght["'] )([\d.]+)""", lambda found: f"{found[1]}{float(found[2]) + more:g}", voice)
    return re.sub(r"""(["']opsz["'] )[\d.]+""", rf"\g<1>{smallest:g}", weighed) if smallest else weighed
