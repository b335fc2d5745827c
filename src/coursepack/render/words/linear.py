"""An equation in a row: its signs as plain text, for titles, notes and programs that draw no formulas."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack.render.words import ruled
from coursepack.render.words.equation import tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

# Primes and the sign of degrees stand high by themselves.
_HIGH = str.maketrans("0123456789+-−=()ni′″‴∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′″‴°")
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
_RELATIONS = frozenset("=≔≕≠≈<>≤≥+±−×⋅→∈∣")
_BRACES = frozenset("⏞⏟⎴⎵⏜⏝")
_SCRIPTS = {"msup": (0, 1), "msub": (1, 0), "munder": (1, 0), "msubsup": (1, 2), "munderover": (1, 2)}
_JOINTS = {"mtable": "; "}  # between rows
_NBSP = "\u00a0"


def linear(latex: str) -> str:
    """Write an equation on one line that does not break, with brackets where its form on paper needs none."""
    return " ".join(_write(tree(latex)).replace(_NBSP, " ").split()).replace(" ", _NBSP)


def _write(element: _Element) -> str:
    parts = [_write(child) for child in element]
    match element.tag:
        case _ if not parts:
            return _sign(element)
        case "mfrac":
            return _fraction(element, parts)
        case "msqrt":
            return f"√{_grouped(''.join(parts), element)}"
        case "mroot":
            return f"{_script(parts[1], element[1], _HIGH, '')}√{_grouped(parts[0], element[0])}"
        case "mover" | "munder" | "munderover" | "msup" | "msub" | "msubsup":
            return _scripted(element, parts)
        case name:
            return _cells(element, parts) if name == "mtr" else _JOINTS.get(name, "").join(parts)


def _cells(row: _Element, parts: Sequence[str]) -> str:
    """Write the cells of a row, and the bars before, between and after them."""
    table = row.getparent()
    lines = [0] * (len(parts) + 1) if table is None else ruled.down(table, len(parts))
    bars = ("|" * count for count in lines)
    return " ".join(filter(None, (one for pair in zip(bars, (*parts, ""), strict=True) for one in pair)))


def _fraction(element: _Element, parts: Sequence[str]) -> str:
    """Write a quotient, or what stands over something without a line between: with Unicode's sign for that."""
    if element.get("linethickness", "")[:1] == "0":
        return f"{parts[0]}¦{parts[1]}"
    above = parts[0].strip()
    return f"{above if _is_product(above) else f'({above})'}/{_grouped(parts[1], element[1])}"


def _scripted(element: _Element, parts: Sequence[str]) -> str:
    mark = parts[1].strip()
    if mark in _BRACES:
        return _grouped(parts[0], element[0])
    if element.tag == "mover":
        return _marked(parts[0], mark)
    return parts[0] + "".join(_scripts(element, parts))


def _sign(element: _Element) -> str:
    """Write one sign: blanks around what relates two things."""
    text = (element.text or "").strip()
    if element.tag == "mspace":
        return _NBSP
    if element.tag in {"mo", "mi"} and text in _RELATIONS:
        return f" {'−' if text == '-' else text} "
    return (element.text or "").replace(" ", _NBSP)


def _marked(text: str, mark: str) -> str:
    """Write a sign over something: a bar over two letters is over both."""
    joined = _MARKS.get(mark)
    return "".join(sign + joined if sign.isalnum() else sign for sign in text) if joined else text + mark


def _scripts(element: _Element, parts: Sequence[str]) -> Iterator[str]:
    for place, letters, sign in zip(_SCRIPTS[element.tag], (_LOW, _HIGH), "_^", strict=True):
        if place:
            yield _script(parts[place], element[place], letters, sign)


def _script(text: str, element: _Element, letters: Mapping[int, int], sign: str) -> str:
    """Write an index or a power with the small characters that there are, else after a sign."""
    inside = text.replace(" ", "")
    if all(ord(letter) in letters for letter in inside):
        return inside.translate(letters)
    return f"{sign}{_grouped(text, element)}"


def _grouped(text: str, element: _Element) -> str:
    """Return what an element came to as one thing: in brackets, unless it is one sign, number or word, or has them."""
    stripped = text.strip()
    leaves = [one for one in element.iter() if not len(one)]
    single = len(leaves) == 1 or len(stripped) == 1 or _is_wrapped(stripped)
    return stripped if single or not stripped else f"({stripped})"


def _is_wrapped(text: str) -> bool:
    """Say whether one pair of brackets is around all of a text."""
    return text[:1] == "(" and text[-1:] == ")" and all(_depths(text)[:-1])


def _is_product(text: str) -> bool:
    """Say whether nothing outside of brackets relates, adds or divides: before a stroke such needs none."""
    return not any(sign in " /" and not depth for sign, depth in zip(text, _depths(text), strict=True))


def _depths(text: str) -> list[int]:
    """Return for every character how many brackets are open after it."""
    return list(accumulate((sign == "(") - (sign == ")") for sign in text))
