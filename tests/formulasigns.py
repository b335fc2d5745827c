"""The signs that are seen of a formula's MathML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def seen(element: _Element) -> str:
    """Return the signs of an element but for those that only prop up brackets."""
    if element.tag == "mphantom":
        return ""
    return (element.text or "") + "".join(map(seen, element))
