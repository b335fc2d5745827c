"""Big operators: the signs that work on what follows them, and how far that reaches."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack.render.words.equation import said
from coursepack.render.words.mathml import INTEGRALS, SUMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

SIGNS = INTEGRALS | SUMS
# Where the limits stand among the parts of what carries an operator: below and above; 0 for none.
LIMITS = {
    "munderover": (1, 2),
    "msubsup": (1, 2),
    "munder": (1, 0),
    "msub": (1, 0),
    "mover": (0, 1),
    "msup": (0, 1),
}
# A sum ends before one of these, if it stands outside of brackets; one of the second line may also be its first sign.
_RELATIONS = frozenset("=≔≕≠≈<>≤≥≡∼≃≅∝∈∉⊂⊃⊆⊇→⇒⇔,;")
_TERMS = frozenset("+-−±∓")
_OPENING, _CLOSING, _BARS = frozenset("([{⌊⌈⟨"), frozenset(")]}⌋⌉⟩"), frozenset("|∣‖∥")


def sign(part: _Element) -> str:
    """Return the big operator that a part is, alone or with its limits; nothing for any other."""
    base = part[0] if part.tag in LIMITS and len(part) else part
    text = (base.text or "").strip() if base.tag == "mo" else ""
    return text if text in SIGNS else ""


def operands(parts: Sequence[_Element]) -> list[_Element]:
    """Return what a big operator works on, of the parts that follow it."""
    depths = [*accumulate((_turn(part) for part in parts), initial=0)][1:]
    bars = [number for number, part in enumerate(parts) if not depths[number] and said(part)[:1] in _BARS]
    within = {number for first, last in zip(bars[::2], bars[1::2], strict=False) for number in range(first, last)}
    for number, part in enumerate(parts):
        if depths[number] <= 0 and number not in within and _ends(part, first=not number):
            return list(parts[:number])
    return list(parts)


def _turn(part: _Element) -> int:
    """Return 1 for a bracket that opens and -1 for one that closes, be it with a power."""
    text = said(part)
    return (text in _OPENING) - (text[:1] in _CLOSING)


def _ends(part: _Element, *, first: bool) -> bool:
    text = said(part)
    return part.tag in {"mo", "mi"} and (text in _RELATIONS or (text in _TERMS and not first))
