r"""Blanks in a formula: what a learner fills in is one sign, with room to write.

Teachers write `\_\_`, `____`, `\underline{\hspace{1cm}}` or `\boxed{\phantom{00}}`; as signs they are too small to
write on, lie on the bar of a fraction, and are read out one by one.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# How a blank is written in a row, and its name among what is said of signs.
BLANK = "____"
_RAW = re.compile(r"(?<![\\_])_{2,}(?!\{)")
_LINE, _STROKE = re.compile(r"\s*_{2,}\s*"), "\u2015"
# What stands beside a sign of a name: `a\_b`.
_NAMES = frozenset({"mi", "mn", "mtext"})
_SPACE = re.compile(r"([\d.]+)(em|ex|cm|mm|in|pt)")
_EMS = {"em": 1.0, "ex": 0.5, "cm": 2.8, "mm": 0.28, "in": 7.2, "pt": 0.1}
# How wide and how high a blank is at least (em): for two figures, as high as a line of handwriting where that has room.
_WIDE, _LETTER, _HIGH, _LOW, _BELOW = 2.2, 0.5, 1.4, 0.9, "0.35em"


def escaped(latex: str) -> str:
    """Return LaTeX whose runs of low lines are signs: bare ones would be indices of nothing."""
    return _RAW.sub(lambda found: r"\_" * len(found[0]), latex)


def gathered(tree: _Element) -> _Element:
    """Make one sign of each blank, in place, and return the tree."""
    for element in [one for one in tree.iter("mi") if one.text == "_"]:
        if element.getparent() is not None:
            _join(element)
    for element in list(tree.iter("mtext", "munder", "menclose")):
        if element.tag == "mtext" and element.text:
            element.text = element.text.replace(r"\_", "_")
        width = _width(element)
        if width:
            _set(element, width, "box" if element.tag == "menclose" else "bottom")
    return tree


def drawn(tree: _Element, *, inline: bool) -> _Element:
    """Give each blank its line or box, and room above it, in place; one in a line of text is as high as that."""
    for element in [one for one in tree.iter("mtext") if one.get("notation")]:
        line = Element("menclose", notation=element.get("notation", ""))
        SubElement(line, "mspace", width=element.get("width", ""), height=f"{_LOW if inline else _HIGH}em")
        element.tag, element.text = "mrow", None
        # The line of a blank stands off the bar of its fraction.
        element.extend([line, Element("mspace", width="0em", depth=_BELOW)])
    return tree


def _join(sign: _Element) -> None:
    """Make a blank of low lines that follow each other; of one alone, where no name stands beside it."""
    run = [sign, *takewhile(lambda one: one.tag == "mi" and one.text == "_", sign.itersiblings())]
    beside = [one for one in (sign.getprevious(), run[-1].getnext()) if one is not None and one.tag in _NAMES]
    parent = sign.getparent()
    if parent is None or (len(run) == 1 and beside):
        return
    for one in run[1:]:
        parent.remove(one)
    _set(sign, _LETTER * len(run), "bottom")


def _width(element: _Element) -> float:
    """Return how wide a blank is that is drawn as such; nothing if it is none."""
    if element.tag == "mtext":
        return _LETTER * len(element.text or "") if _LINE.fullmatch(element.text or "") else 0
    is_ruled = element.get("notation") == "box" or (len(element) > 1 and element[1].text == _STROKE)
    return max(_WIDE, sum(_spaces(element[0]))) if is_ruled and len(element) and _is_empty(element[0]) else 0


def _is_empty(element: _Element) -> bool:
    unseen = {leaf for phantom in element.iter("mphantom") for leaf in phantom.iter()}
    return not any((one.text or "").strip() for one in element.iter() if one not in unseen)


def _spaces(element: _Element) -> Iterator[float]:
    for one in element.iter("mspace"):
        found = _SPACE.fullmatch(one.get("width", ""))
        yield float(found[1]) * _EMS[found[2]] if found else 0


def _set(element: _Element, width: float, notation: str) -> None:
    """Make an element a blank, and keep what follows it."""
    made = Element("mtext", notation=notation, width=f"{max(width, _WIDE):.2f}em")
    made.text, made.tail = BLANK, element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, made)
