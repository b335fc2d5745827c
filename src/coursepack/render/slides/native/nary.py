"""Big operators: the signs that work on what follows them, and how far that reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.words.equation import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

INTEGRALS = frozenset("∫∬∭∮∯")
SIGNS = INTEGRALS | frozenset("∑∏∐⋃⋂⋁⋀⨁⨂")
# Where the limits stand among the parts of what carries an operator: below and above; 0 for none.
LIMITS = {
    "munderover": (1, 2),
    "msubsup": (1, 2),
    "munder": (1, 0),
    "msub": (1, 0),
    "mover": (0, 1),
    "msup": (0, 1),
}
# A sum ends before one of these, if it stands outside of brackets.
_ENDS = frozenset("=≠≈<>≤≥+-−±,;")


def sign(part: _Element) -> str:
    """Return the big operator that a part is, alone or with its limits; nothing for any other."""
    base = part[0] if part.tag in LIMITS and len(part) else part
    text = (base.text or "").strip() if base.tag == "mo" else ""
    return text if text in SIGNS else ""


def operands(parts: Sequence[_Element]) -> list[_Element]:
    """Return what a big operator works on, of the parts that follow it."""
    depth = 0
    found: list[_Element] = []
    for part in parts:
        text = said(part)
        depth += (text == "(") - text.startswith(")")
        if part.tag in {"mo", "mi"} and text in _ENDS and depth <= 0 and found:
            break
        found.append(part)
    return found
