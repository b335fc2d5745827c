"""What a companion prints again: a figure stands before each exercise that is about it, on the sheet of each unit.

Each print has an anchor of its own, so that references lead to the one on their own sheet: sheets are handed out alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.render.handout.cutting import ANCHOR, PIECE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TAG = re.compile(r"<\w[^>]*>")
# An anchor, and what leads to one or to several.
_NAMED = re.compile(r'(?<=\bid=")[^"]*(?=")|(?<=#)[^\s"]+')


def told_apart(html: str) -> str:
    """Give what is printed again in another part of a document anchors of its own, to which that part refers."""
    return PIECE.join(_renamed(html.split(PIECE)))


def _renamed(parts: list[str]) -> Iterator[str]:
    known = set[str]()
    for number, part in enumerate(parts):
        own = set(ANCHOR.findall(part))
        yield _own(part, own & known, number) if own & known else part
        known |= own


def _own(part: str, twice: Collection[str], number: int) -> str:
    """Return a part in which anchors that stand before it, too, are named otherwise."""

    def name(found: re.Match[str]) -> str:
        return f"again.{number}.{found[0]}" if found[0] in twice else found[0]

    return _TAG.sub(lambda tag: _NAMED.sub(name, tag[0]), part)
