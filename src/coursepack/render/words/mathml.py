"""MathML put right: what the library that makes it takes for something else, and where limits stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement

from coursepack.render.words import fillin, ruling

if TYPE_CHECKING:
    from lxml.etree import _Element

# Two signs that are one: a colon is a letter to the library, and would stand apart.
_DEFINED = {":=": "≔", "=:": "≕"}
_NARROW = {"\u0302": "ˆ", "^": "ˆ", "\u0303": "˜", "~": "˜"}
# What may stand after `\big`, `\Bigl` and the like.
_DELIMITERS = {
    r"\{": "{", r"\}": "}", r"\lbrace": "{", r"\rbrace": "}", r"\lbrack": "[", r"\rbrack": "]", r"\langle": "⟨",
    r"\rangle": "⟩", r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\vert": "|", r"\lvert": "|",
    r"\rvert": "|", r"\|": "‖", r"\Vert": "‖", r"\lVert": "‖", r"\rVert": "‖", r"\backslash": "∖", r"\uparrow": "↑",
    r"\downarrow": "↓", r"\updownarrow": "↕",
}  # fmt: skip
# Alphabet → its digit nought.
_ZEROS = {"bold": 0x1D7CE, "double-struck": 0x1D7D8, "monospace": 0x1D7F6}
# First and last letter → the first of the same letters in bold without serifs.
_UPRIGHT = {("A", "Z"): 0x1D5D4, ("a", "z"): 0x1D5EE, ("Α", "Ω"): 0x1D756, ("α", "ω"): 0x1D770}
_UPRIGHT_ALONE = dict(zip("ϵϑϰϕϱϖ", map(chr, range(0x1D78A, 0x1D790)), strict=True))
# Relations that the library knows as none: 5/18 em of TeX stand beside them.
_RELATIONS, _BESIDE = frozenset("↛↚⇏⇎⇍↮⊭⊬"), "0.208em"
SIGNS = frozenset("−-+±∓")
INTEGRALS, SUMS = frozenset("∫∬∭∮∯"), frozenset("∑∏∐⋃⋂⋁⋀⨁⨂")
_LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "lim sup", "lim inf", "argmax", "argmin", "det", "gcd", "Pr"})
# What the library calls an em is 4/3 of one.
_EM, _THEIRS = re.compile(r"(-?[\d.]+)em"), 0.75
# Baselines are 1.5 em apart in displays, as in TeX (The TeXbook, Appendix B: \strut and \jot), and 1.3 in matrices.
_STRUT = {"width": "0em", "height": "0.525em", "depth": "0.225em"}
_BOX = "0.4em"
_LINES, _ROWS = "0.375em", "0.225em"
# After these a minus or plus is an operation; after other operators and opening brackets it is a number's sign.
_CLOSING = frozenset(")]}!⟩⌋⌉′″%°")


def tidied(tree: _Element) -> _Element:
    """Correct a tree in place, and return it."""
    fillin.gathered(tree)
    for element in tree.iter("mover"):
        mark = (element[1].text or "").strip()
        if mark in _NARROW and len("".join(map(str, element[0].itertext())).strip()) == 1:
            # The library takes every hat for a wide one.
            element[1].text = _NARROW[mark]
            element[1].set("stretchy", "false")
    for element in tree.iter("mn"):
        # The library draws letters of other alphabets, and no digits: the vector of noughts, an indicator.
        zero = _ZEROS.get(element.get("mathvariant", ""))
        if zero and re.fullmatch("[0-9]", element.text or ""):
            element.text = chr(zero + int(element.text or ""))
    for element in list(tree.iter("mi", "mo")):
        _name(element)
        _define(element)
    for element in list(tree.iter("mo")):
        if (element.text or "").strip() in SIGNS and _is_sign(element):
            # A sign stands close to its number (TeX's rule of a binary atom that has nothing before it).
            for name, value in (("form", "prefix"), ("lspace", "0em"), ("rspace", "0em")):
                element.set(name, value)
    return tree


def _name(element: _Element) -> None:
    """Make an operator of a sign that the library knows as none."""
    if element.tag == "mo":
        # The library leaves what follows `\big` as it is written.
        element.text = _DELIMITERS.get(element.text or "", element.text)
    if (element.text or "") in {"±", "∓"}:
        element.tag = "mo"
    elif (element.text or "") in _RELATIONS:
        _relate(element)


def _define(element: _Element) -> None:
    """Make one sign of a colon and the equals sign beside it."""
    after = element.getnext()
    sign = _DEFINED.get(f"{element.text or ''}{after.text or ''}") if after is not None else None
    parent = element.getparent()
    if sign and after is not None and parent is not None and {element.tag, after.tag} == {"mi", "mo"}:
        element.tag, element.text = "mo", sign
        parent.remove(after)
        if sign == "≕":
            _relate(element)


def _relate(element: _Element) -> None:
    element.tag = "mo"
    element.set("lspace", _BESIDE)
    element.set("rspace", _BESIDE)


def _is_sign(element: _Element) -> bool:
    before = element.getprevious()
    while before is not None and before.tag == "mspace":
        before = before.getprevious()
    if before is None:
        return True
    text = (before.text or "").strip()
    if before.tag != "mo":
        return False
    if text in {"|", "‖"}:
        # An opening bar has as many bars before it as have been closed.
        bars = [one for one in before.itersiblings("mo", preceding=True) if (one.text or "").strip() == text]
        return len(bars) % 2 == 0
    return text not in _CLOSING and not text.isalpha()


def upright(tree: _Element) -> _Element:
    """Make the letters of quantities bold, upright and without serifs, in place: those that would be slanted."""
    for element in tree.iter("mi"):
        letter = element.text or ""
        if len(letter) == 1 and not element.get("mathvariant"):
            found = (chr(zero + ord(letter) - ord(a)) for (a, z), zero in _UPRIGHT.items() if a <= letter <= z)
            element.text = _UPRIGHT_ALONE.get(letter) or next(found, letter)
            element.set("mathvariant", "normal")
    return tree


def placed(tree: _Element, *, inline: bool) -> _Element:
    """Make a tree ready for drawing, in place.

    Spaces are as wide as they say. The limits of sums stand beside them in a line, and those of `lim` under it on a
    line of their own; the lines of a table are as far apart as lines of text, or as what is high in them asks.
    """
    for box in tree.iterfind(".//menclose[@notation='box']"):
        _pad(box)
    fillin.drawn(tree, inline=inline)
    for space in tree.iter("mspace"):
        space.set("width", _EM.sub(lambda em: f"{float(em[1]) * _THEIRS:.4f}em", space.get("width", "")))
    for table in tree.iter("mtable"):
        _space(table)
    for element in tree.iter("munderover", "munder", "mover") if inline else ():
        if (element[0].text or "").strip() in SUMS | _LIMITS:
            element.tag = {"munderover": "msubsup", "munder": "msub", "mover": "msup"}[str(element.tag)]
    for element in tree.iter("munder", "mover", "msub", "msup"):
        if (element[0].text or "").strip() in SUMS:
            # One that may grow is endless to the library, where a bracket around it asks how high it is.
            element[0].set("stretchy", "false")
    for element in () if inline else tree.iter("msub"):
        if element[0].tag == "mo" and (element[0].text or "").strip() in _LIMITS:
            element.tag = "munder"
    return tree


def _pad(box: _Element) -> None:
    r"""Keep a box off what stands in it, as `\fboxsep` does in LaTeX: the library draws it at the letters."""
    inside = Element("mrow")
    inside.extend(list(box))
    beside = ({"width": _BOX, "height": high, "depth": deep} for high, deep in (("0.75em", "0.3em"), ("0em", "0em")))
    before, after = (Element("mspace", one) for one in beside)
    box.extend([before, inside, after])


def _space(table: _Element) -> None:
    """Keep lines apart by a strut in each and a space between them: the library packs their ink."""
    lines = list(table.iter("mtr"))
    is_ruled = ruling.space(table)
    if len(lines) == 1 and not is_ruled:
        return
    if not is_ruled:
        table.set("rowspacing", _LINES if table.get("displaystyle") == "true" else _ROWS)
    for line in lines:
        SubElement(line[-1], "mspace", _STRUT)
