"""An equation in a row: its signs as plain text, for titles, notes and programs that draw no formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.words.equation import tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_HIGH = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOW = str.maketrans("0123456789+-−=()aeioruxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢₒᵣᵤₓₕₖₗₘₙₚₛₜ")
# Signs over a letter, as characters that join it.
_MARKS = {
    "¯": "\u0304",
    "‾": "\u0304",
    "―": "\u0304",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "˙": "\u0307",
    "¨": "\u0308",
    "→": "\u20d7",
}
_RELATIONS = frozenset("=≠≈<>≤≥+±−×⋅→∈∣")
_SCRIPTS = {"msup": (0, 1), "msub": (1, 0), "munder": (1, 0), "msubsup": (1, 2), "munderover": (1, 2)}
_NBSP = "\u00a0"


def linear(latex: str) -> str:
    """Write an equation on one line that does not break."""
    return " ".join(_write(tree(latex)).replace(_NBSP, " ").split()).replace(" ", _NBSP)


def _write(element: _Element) -> str:
    parts = [_write(child) for child in element]
    if not parts:
        return _sign(element)
    match element.tag:
        case "mfrac":
            return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
        case "msqrt" | "mroot":
            degree = _script(parts[1], _HIGH, "") if element.tag == "mroot" else ""
            return f"{degree}√{_grouped(parts[0] if degree else ''.join(parts))}"
        case "mover":
            return parts[0] + _MARKS.get(parts[1].strip(), parts[1].strip())
        case str() as name if name in _SCRIPTS:
            low, high = (parts[place] if place else "" for place in _SCRIPTS[name])
            return parts[0] + _script(low, _LOW, "_") + _script(high, _HIGH, "^")
        case name:
            return "".join(parts) + ("; " if name == "mtr" else "")


def _sign(element: _Element) -> str:
    """Write one sign: blanks around what relates two things."""
    text = (element.text or "").strip()
    if element.tag == "mspace":
        return _NBSP
    if element.tag in {"mo", "mi"} and text in _RELATIONS:
        return f" {'−' if text == '-' else text} "
    return (element.text or "").replace(" ", _NBSP)


def _script(text: str, letters: Mapping[int, int], sign: str) -> str:
    """Write an index or a power with the small characters that there are, else after a sign."""
    inside = text.replace(" ", "")
    if not inside:
        return ""
    if all(ord(letter) in letters for letter in inside):
        return inside.translate(letters)
    return f"{sign}{_grouped(text)}"


def _grouped(text: str) -> str:
    stripped = text.strip()
    single = len(stripped) == 1 or stripped.replace(".", "").isalnum() or (stripped[:1] == "(" and stripped[-1:] == ")")
    return stripped if single else f"({stripped})"
