"""Where a formula may break: beside wide spaces and words, at relations, at operators, and in brackets last.

These are the places of typesetters (The TeXbook, chapter 18). No formula breaks in a fraction, a root or a matrix.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.words.propped import is_propped, propped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    Row = list[_Element]

# What a break costs: between two statements, at a relation, after a comma, at a sum's sign, at a product's, in words or
# between two factors, and for each bracket around it.
APART, RELATION, COMMA, OPERATOR, PRODUCT, WORD, BRACKET = 0.0, 1.0, 10.0, 30.0, 35.0, 40.0, 60.0
_STATEMENTS = frozenset("⇒⇐⇔⟹⟸⟺⇏⇎⇍∴∵")
_RELATIONS = _STATEMENTS | frozenset("=≠<>≤≥≪≫≈≉≡≢∼≃≅≇∝≔≕≺≻⊂⊃⊄⊅⊆⊇∈∉∋∌⊢⊨⊭≮≯≰≱→←↔↛↚⟶⟵⟷↦⟼⇀⇌⇋")
_PRODUCTS = frozenset("×÷·⋅∗∘⊗⊙")
_OPERATORS = _PRODUCTS | frozenset("+−-±∓∪∩∖⊕⊖∧∨")
_OPENING, _CLOSING, _BARS = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉"), frozenset("|‖")
_RAISED = frozenset({"msup", "msub", "msubsup", "mover", "munder", "munderover"})
_QUAD = 0.9  # em: a space that parts two statements
_SPACE = "\u00a0"  # what the library makes of blanks in `\text`


@dataclass(frozen=True)
class Place:
    """Where a row may break: a line ends before the element `end`, and the next begins with `start`."""

    end: int
    start: int
    cost: float
    is_relation: bool = False


def row(tree: _Element, *, deep: bool = False) -> Row:
    """Return the elements of a formula that stand beside each other; `deep`, those in brackets that grow, too."""
    while len(tree) == 1 and tree[0].tag in {"mrow", "mstyle"}:
        tree = tree[0]
    return [one for child in tree for one in _flat(child, deep=deep)]


def _flat(element: _Element, *, deep: bool) -> Iterator[_Element]:
    if element.tag == "mtext":
        yield from _words(element)
    elif element.tag == "mrow" and len(element) > 1 and (deep or element[0].get("fence") != "true"):
        yield from (one for child in element for one in _flat(child, deep=deep))
    elif deep and element.tag in _RAISED and element[0].tag == "mrow" and element[0][0].get("fence") == "true":
        yield from (one for child in _parted(element) for one in _flat(child, deep=deep))
    elif element.tag != "mi" or element.text or len(element):
        yield element


def _parted(element: _Element) -> Iterator[_Element]:
    """Yield what stands in brackets, with what is raised above them at their closing one."""
    *inside, closing = element[0]
    yield from inside
    last = deepcopy(element)
    last.replace(last[0], propped(closing, inside[1:]))
    yield last


def _words(element: _Element) -> Iterator[_Element]:
    """Yield each word of a text, with the blank after it."""
    for word in re.findall(rf"{_SPACE}*[^{_SPACE}]+{_SPACE}*|{_SPACE}+", element.text or ""):
        made = deepcopy(element)
        made.text = word
        yield made


def space(found: Row) -> float:
    """Return the width of spaces, in em."""
    widths = (re.fullmatch(r"([\d.]+)em", one.get("width", "")) for one in found if one.tag == "mspace")
    return sum(float(one[1]) for one in widths if one)


def sign(element: _Element) -> str:
    """Return the sign of an operator, or of one that something is raised above or below."""
    while element.tag in _RAISED or is_propped(element):
        element = element[-1] if is_propped(element) else element[0]
    return (element.text or "").strip() if element.tag == "mo" else ""


def places(found: Row, *, after: bool) -> list[Place]:
    """Return where a row may break: before its signs, or `after` them."""
    made, is_first = list[Place](), True
    for at, depth in enumerate(_depths(found)):
        place = _place(found, at, after=after)
        if place and place.end > 0 and place.start < len(found):
            made.append(_judged(place, depth, is_first=is_first))
        # A relation behind a comma or words is another statement's.
        is_first = is_first and not (not depth and place and not place.is_relation and place.cost < OPERATOR)
    return made


def _judged(place: Place, depth: int, *, is_first: bool) -> Place:
    """Return a place with what it costs among so many brackets, in the first statement of its row or not."""
    is_leading = place.is_relation and is_first and not depth
    cost = OPERATOR if place.is_relation and not is_first else place.cost
    return Place(place.end, place.start, cost + BRACKET * depth, is_leading)


def _depths(found: Row) -> Iterator[int]:
    """Yield how many brackets are open at each element."""
    depth, bars = 0, list[str]()
    for element in found:
        said = sign(element)
        closes = said in _CLOSING or (said in _BARS and said in bars)
        depth = max(0, depth - closes)
        yield depth
        depth += said in _OPENING
        if said in _BARS and closes:
            bars.remove(said)
        elif said in _BARS and element.tag == "mo":
            bars.append(said)
            depth += 1


def _place(found: Row, at: int, *, after: bool) -> Place | None:
    element, said, turn = found[at], sign(found[at]), at + after
    if element.tag == "mspace":
        return Place(at, at + 1, _spaced(found[:at])) if space([element]) >= _QUAD else None
    if element.tag == "mtext":
        cost = _worded(found[max(0, at - 1)], element)
        return None if cost is None else Place(at, at, cost)
    if said in {",", ";"}:
        return Place(at + 1, at + 1, COMMA)
    if not said and at and sign(found[at - 1]) in _CLOSING:
        return Place(at, at, WORD)
    beside = sign(found[at + 1]) if after and at + 1 < len(found) else sign(found[at - 1]) if at and not after else ""
    if said in _RELATIONS and beside not in _RELATIONS:
        return Place(turn, turn, APART if said in _STATEMENTS else RELATION, is_relation=True)
    is_operator = said in _OPERATORS and element.get("form") != "prefix"
    return Place(turn, turn, PRODUCT if said in _PRODUCTS else OPERATOR) if is_operator else None


def _spaced(before: Row) -> float:
    """Return what a break at a wide space costs: words introduce what comes after them, "subject to"."""
    return OPERATOR if before and before[-1].tag == "mtext" else APART


def _worded(before: _Element, element: _Element) -> float | None:
    """Return what a break before a word costs: little before words that stand apart, such as "and"; None in a name."""
    if (element.text or "").startswith(_SPACE):
        return APART
    return WORD if before.tag == "mtext" and (before.text or "").endswith(_SPACE) else None
