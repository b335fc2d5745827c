"""Equations as Office MathML: what PowerPoint sets and edits, made from the MathML of an equation.

Type and size are those of the text around: the schema of a run knows Word's properties and not DrawingML's.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement

from coursepack.render.slides.native import nary
from coursepack.render.words.equation import said, tree
from coursepack.render.words.mathml import INTEGRALS, SIGNS
from coursepack.render.words.ruled import down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# Signs over something, and how Office writes them: joining marks, or a bar of its own.
_ACCENTS = {
    "^": "\u0302",
    "ˆ": "\u0302",
    "\u0302": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "\u0303": "\u0303",
    "˙": "\u0307",
}
_ACCENTS |= {"¨": "\u0308", "→": "\u20d7", "\u20d7": "\u20d7", "ˇ": "\u030c", "˘": "\u0306"}
_BARS = frozenset("¯‾―\u0304\u0305_")
_BRACES = frozenset("⏞⏟⎴⎵⏜⏝")
_LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "argmax", "argmin", "lim sup", "lim inf"})
_OPENING = frozenset("([{|‖⌊⌈⟨")
_SPACES = ((0.9, "\u2003"), (0.4, "\u2002"), (0.2, "\u2005"), (0.01, "\u2009"))


def _row(parent: _Element, parts: Sequence[_Element]) -> None:
    """Set things side by side: brackets that grow take what they enclose, big operators what they work on."""
    rest = list(parts)
    while rest:
        taken = _fenced(parent, rest) or _operator(parent, rest)
        if not taken:
            _one(parent, rest[0])
            taken = 1
        rest = rest[taken:]


def _one(parent: _Element, part: _Element) -> None:
    """Set one thing, by its kind."""
    kids = list(part)
    match part.tag:
        case "mi" | "mn" | "mo" | "mtext" | "ms":
            _run(parent, part.text or "", part.tag, part.get("mathvariant", ""))
        case "mspace":
            _space(parent, part.get("width", "0em"))
        case "mfrac":
            _fraction(parent, kids, bare=part.get("linethickness", "")[:1] == "0")
        case "msqrt" | "mroot":
            _root(parent, kids if part.tag == "msqrt" else kids[:1], kids[1:] if part.tag == "mroot" else [])
        case "msup" | "msub" | "msubsup":
            _script(parent, part.tag, kids)
        case "mover" | "munder":
            _above(parent, part.tag, kids[0], kids[1])
        case "munderover":
            upper = SubElement(parent, _m("limUpp"))
            _above(SubElement(upper, _m("e")), "munder", kids[0], kids[1])
            _slot(upper, "lim", kids[2:])
        case "mtable":
            _table(parent, part)
        case "mphantom":
            pass
        case _:
            _row(parent, kids)


def _run(parent: _Element, text: str, tag: str, variant: str) -> None:
    if not text.strip("\u2061\u2062\u2063"):
        return
    run = SubElement(parent, _m("r"))
    upright = tag != "mi" or len(text) > 1 or variant == "normal"
    if tag == "mtext":
        SubElement(SubElement(run, _m("rPr")), _m("nor"))
    elif upright:
        SubElement(SubElement(run, _m("rPr")), _m("sty"), {_m("val"): "p"})
    SubElement(run, _m("t")).text = "−" if (tag, text) == ("mo", "-") else text


def _space(parent: _Element, width: str) -> None:
    number = float(width.removesuffix("em")) if width.endswith("em") else 0
    sign = next((sign for least, sign in _SPACES if number >= least), "")
    _run(parent, sign, "mtext", "")


def _fraction(parent: _Element, kids: Sequence[_Element], *, bare: bool) -> None:
    fraction = SubElement(parent, _m("f"))
    if bare:
        SubElement(SubElement(fraction, _m("fPr")), _m("type"), {_m("val"): "noBar"})
    _slot(fraction, "num", kids[:1])
    _slot(fraction, "den", kids[1:])


def _root(parent: _Element, kids: Sequence[_Element], degree: Sequence[_Element]) -> None:
    root = SubElement(parent, _m("rad"))
    if not degree:
        SubElement(SubElement(root, _m("radPr")), _m("degHide"), {_m("val"): "1"})
    _slot(root, "deg", degree)
    _slot(root, "e", kids)


def _script(parent: _Element, tag: str, kids: Sequence[_Element]) -> None:
    if tag == "msub" and said(kids[0]) in _LIMITS:
        _above(parent, "munder", kids[0], kids[1])
        return
    names = {"msup": ("e", "sup"), "msub": ("e", "sub"), "msubsup": ("e", "sub", "sup")}[tag]
    script = SubElement(parent, _m({"msup": "sSup", "msub": "sSub", "msubsup": "sSubSup"}[tag]))
    for name, kid in zip(names, kids, strict=True):
        _slot(script, name, [kid])


def _above(parent: _Element, tag: str, base: _Element, sign: _Element) -> None:
    """Set a mark over or under something: an accent, a bar, a brace, or a text of its own."""
    mark, position = said(sign), "top" if tag == "mover" else "bot"
    if tag == "mover" and mark in _ACCENTS:
        _slot(_marked(parent, "acc", "chr", _ACCENTS[mark]), "e", [base])
    elif mark in _BARS:
        _slot(_marked(parent, "bar", "pos", position), "e", [base])
    elif mark in _BRACES:
        made = _marked(parent, "groupChr", "chr", mark)
        SubElement(made[0], _m("pos"), {_m("val"): position})
        _slot(made, "e", [base])
    else:
        limit = SubElement(parent, _m("limUpp" if tag == "mover" else "limLow"))
        _slot(limit, "e", [base])
        _slot(limit, "lim", [sign])


def _table(parent: _Element, table: _Element) -> None:
    """Set a table: a matrix, or one for each group of columns between its lines, in brackets with bars between."""
    columns = max(map(len, table), default=0)
    lines = down(table, columns)
    if not any(lines):
        _matrix(parent, table, 0, columns)
        return
    fence, bar = SubElement(parent, _m("d")), "|" if max(lines) == 1 else "‖"
    properties = SubElement(fence, _m("dPr"))
    for name, count in (("begChr", lines[0]), ("sepChr", 1), ("endChr", lines[-1])):
        SubElement(properties, _m(name), {_m("val"): bar if count else ""})
    ends = [0, *(at for at in range(1, columns) if lines[at]), columns]
    for start, end in pairwise(ends):
        _matrix(SubElement(fence, _m("e")), table, start, end)


def _matrix(parent: _Element, table: _Element, start: int, end: int) -> None:
    made = SubElement(parent, _m("m"))
    sides = [_side(table, column) for column in range(start, end)]
    if any(side != "center" for side in sides):
        columns = SubElement(SubElement(made, _m("mPr")), _m("mcs"))
        for side in sides:
            properties = SubElement(SubElement(columns, _m("mc")), _m("mcPr"))
            SubElement(properties, _m("count"), {_m("val"): "1"})
            SubElement(properties, _m("mcJc"), {_m("val"): side})
    for row in table:
        line = SubElement(made, _m("mr"))
        for column in range(start, end):
            _slot(line, "e", list(row[column]) if column < len(row) else [])


def _side(table: _Element, column: int) -> str:
    """Return the side that a column is set to, as its first cell says."""
    first = next((row[column] for row in table if column < len(row)), None)
    return "center" if first is None else first.get("columnalign", table.get("columnalign", "center"))


def _fenced(parent: _Element, parts: Sequence[_Element]) -> int:
    """Set brackets that grow with what is between them; return how many parts that took."""
    first, opening = parts[0], said(parts[0])
    before_table = len(parts) > 1 and parts[1].tag == "mtable" and opening in _OPENING
    if first.tag != "mo" or not (before_table or (first.get("form") == "prefix" and opening not in SIGNS)):
        return 0
    inside = [*takewhile(lambda one: not _closes(one, table=before_table), parts[1:])]
    closed = len(inside) + 1 < len(parts)
    fence = SubElement(parent, _m("d"))
    properties = SubElement(fence, _m("dPr"))
    SubElement(properties, _m("begChr"), {_m("val"): opening})
    SubElement(properties, _m("endChr"), {_m("val"): said(parts[len(inside) + 1]) if closed else ""})
    _slot(fence, "e", inside)
    return len(inside) + 1 + closed


def _operator(parent: _Element, parts: Sequence[_Element]) -> int:
    """Set a sum or an integral with what it works on, if there is any; return how many parts that took."""
    sign = nary.sign(parts[0])
    works = nary.operands(parts[1:]) if sign else []
    if not sign or not works:
        return 0
    places = dict(zip(("sub", "sup"), nary.LIMITS.get(parts[0].tag, (0, 0)), strict=True))
    made = _marked(parent, "nary", "chr", sign)
    SubElement(made[0], _m("limLoc"), {_m("val"): "subSup" if sign in INTEGRALS else "undOvr"})
    for name in (name for name, place in places.items() if not place):
        SubElement(made[0], _m(f"{name}Hide"), {_m("val"): "1"})
    for name, place in places.items():
        _slot(made, name, [parts[0][place]] if place else [])
    _slot(made, "e", works)
    return 1 + len(works)


def _marked(parent: _Element, name: str, mark: str, value: str) -> _Element:
    made = SubElement(parent, _m(name))
    SubElement(SubElement(made, _m(f"{name}Pr")), _m(mark), {_m("val"): value})
    return made


def _slot(parent: _Element, name: str, parts: Sequence[_Element]) -> None:
    _row(SubElement(parent, _m(name)), parts)


def omml(latex: str) -> _Element:
    """Return an equation as `m:oMath`."""
    made = Element(_m("oMath"), nsmap={"m": _M})
    _row(made, [tree(latex)])
    return made


def _m(name: str) -> str:
    return f"{{{_M}}}{name}"


def _closes(part: _Element, *, table: bool) -> bool:
    return part.tag == "mo" and (part.get("form") == "postfix" or table)
