"""Scripts that the faces of a course's own do not write: where they stand in a text, and what names their face."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Script = Literal[
    "latin", "cjk", "arabic", "hebrew", "devanagari", "bengali", "gurmukhi", "gujarati", "oriya", "tamil", "telugu",
    "kannada", "malayalam", "sinhala", "thai", "lao", "myanmar", "georgian", "ethiopic", "khmer", "armenian",
]  # fmt: skip

CJK = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
# Quotation marks, dots and dashes beside a CJK character are set in its face, a whole em wide.
_WEAK = "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
# Unicode's blocks. What no letter of theirs stands in (Latin, Greek, Cyrillic, signs) counts as `latin`.
_BLOCKS: dict[Script, str] = {
    "arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "armenian": "\u0530-\u058f\ufb13-\ufb17",
    "devanagari": "\u0900-\u097f\u1cd0-\u1cff\ua830-\ua83f\ua8e0-\ua8ff",
    "bengali": "\u0980-\u09ff",
    "gurmukhi": "\u0a00-\u0a7f",
    "gujarati": "\u0a80-\u0aff",
    "oriya": "\u0b00-\u0b7f",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "kannada": "\u0c80-\u0cff",
    "malayalam": "\u0d00-\u0d7f",
    "sinhala": "\u0d80-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "myanmar": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "georgian": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "ethiopic": "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f\U0001e7e0-\U0001e7ff",
    "khmer": "\u1780-\u17ff\u19e0-\u19ff",
}
# What goes on with a word although it is no letter for `re`, for a class: vowels and points of scripts, accents.
MARKED = "\u0300-\u036f" + "".join(_BLOCKS.values())
_RUNS = re.compile(
    f"(?P<cjk>[{_WEAK}]*[{CJK}][{CJK}{_WEAK}]*)|"
    + "|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _BLOCKS.items())
)

# DrawingML's slot for the face of a script: `a:ea` or `a:cs`.
SLOTS: dict[Script, Literal["ea", "cs"]] = {"cjk": "ea", **dict.fromkeys(_BLOCKS, "cs")}


def others(text: str) -> tuple[Script, ...]:
    """Return the scripts of a text that are not `latin`."""
    return () if text.isascii() else tuple(sorted({script for script, _ in parts(text)} - {"latin"}))


@lru_cache(maxsize=4096)
def script_of(character: str) -> Script:
    """Return the script of a character."""
    return next((script for script, _ in parts(character)), "latin")


def parts(text: str) -> Iterator[tuple[Script, str]]:
    """Cut a text into pieces of one script each; all that is no other script counts as `latin`."""
    at = 0
    for found in () if text.isascii() else _RUNS.finditer(text):
        if at < found.start():
            yield "latin", text[at : found.start()]
        yield found.lastgroup, found[0]  # type: ignore[misc]  # the groups are named as the scripts are
        at = found.end()
    if at < len(text):
        yield "latin", text[at:]
