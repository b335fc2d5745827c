"""Characters that no text may hold: they can't be printed, or they change how what is around them is read.

Control characters and lone surrogates stand in no PDF or XML file (XML 1.0, 2.2); embeddings and overrides of direction
show words in another order than they are written ("Trojan Source", CVE-2021-42574): isolates do the same without harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width, lookup, name, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = "\ud800-\udfff"
_OVERRIDES = "\u202a-\u202e"
_ANNOTATIONS = "\ufff9-\ufffb"
_NONE = "\ufdd0-\ufdef\ufffe\uffff"
UNPRINTABLE = re.compile(f"[{_CONTROL}{_SURROGATES}{_OVERRIDES}{_ANNOTATIONS}{_NONE}]")

# Letters and digits that Unicode has for formulas, upright, italic and bold; script, Fraktur and open ones say more.
_OF_FORMULAS = re.compile("[\U0001d400-\U0001d49b\U0001d5a0-\U0001d7ff]+")


def pictured(short: str) -> str:
    """Return the picture sign whose name in Unicode is its short name in other tools, `:rocket:`; empty for others."""
    try:
        found = lookup(short.strip(":").replace("_", " "))
    except KeyError:
        return ""
    # Those that every face of such signs has are wide; others may have the same name, as ⌂ has that of a house.
    return found if len(found) == 1 and (category(found), east_asian_width(found)) == ("So", "W") else ""


def plain(text: str) -> str:
    """Write letters that were copied out of formulas (U+1D465) as those that they are (x), which every face has."""
    return _OF_FORMULAS.sub(lambda found: normalize("NFKC", found[0]), text)


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a text holds a character that may not stand in it, and what it is."""
    for found in UNPRINTABLE.finditer(text):
        yield found.start(), said(found[0])


def said(character: str) -> str:
    """Name a character that can't be shown."""
    code = ord(character)
    if re.match(f"[{_OVERRIDES}]", character):
        return f"U+{code:04X} changes the direction of what is around it"
    if re.match(f"[{_SURROGATES}]", character):
        return f"U+{code:04X} is half of a character"
    return f"U+{code:04X} ({name(character, 'a control character').lower()}) can't be printed"
