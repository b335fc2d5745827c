"""Bullets: the layout's own, unless the markup's list is of the other kind."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.layouts import Bullet
from coursepack.render.slides.measure.fit import hang_of
from coursepack.render.slides.measure.items import numbered as counted
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Design, Level


# The stroke that joins Arabic letters: behind one it shows the letter as it begins a word.
_JOINING = "\u0640"


def first_numbers(text: Sequence[Paragraph]) -> list[int]:
    """Return for each paragraph the number that its list begins with on this slide; 0 where that is 1, or it has none.

    PowerPoint counts on from item to item as long as all of them say the same, and nothing else stands between.
    """
    runs: dict[int, tuple[int, int]] = {}  # by level: the first number, and the last
    found = []
    for paragraph, own in zip(text, counted(text), strict=True):
        runs = {level: run for level, run in runs.items() if level <= paragraph.level}
        if paragraph.marker != "number":
            runs.pop(paragraph.level, None)
        elif not paragraph.continued:
            first, last = runs.get(paragraph.level, (own.number, own.number - 1))
            runs[paragraph.level] = (first if own.number == last + 1 else own.number, own.number)
        first, _ = runs.get(paragraph.level, (0, 0))
        found.append(first if first > 1 else 0)
    return found


def places(text: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return for each paragraph the number that its list begins with, as above, and its own."""
    return list(zip(first_numbers(text), (one.number for one in counted(text)), strict=True))


def add_number(properties: _Element, bullet: Bullet, design: Design, number: int, start: int = 0) -> None:
    """Write what counts an item: PowerPoint counts from `start` on by itself, but with Latin letters alone.

    It is read, as words are: a dot may be paler.
    """
    SubElement(SubElement(properties, qn("a:buClr")), qn("a:schemeClr"), {"val": design.painted("accent")})
    SubElement(properties, qn("a:buFontTx"))
    if bullet.letters:
        SubElement(properties, qn("a:buChar"), {"char": _one(bullet.sign(number))})
    else:
        begin = {"startAt": str(start)} if start > 1 else {}
        SubElement(properties, qn("a:buAutoNum"), {"type": bullet.numbering, **begin})


def _one(letter: str) -> str:
    """Write a letter as one character: programs show no more of a bullet, and not the stroke that it is known by."""
    if letter[1:] != _JOINING:
        return letter
    with suppress(KeyError):  # a letter that joins none behind it looks the same with the stroke
        return unicodedata.lookup(f"{unicodedata.name(letter[0], '')} INITIAL FORM")
    return letter[0]


def add_bullet(
    properties: _Element, paragraph: Paragraph, level: Level, design: Design, place: tuple[int, int] = (0, 1)
) -> None:
    """Write a bullet into `a:pPr` where the layout's does not suit; text beside a list stands without one.

    `place` is where a numbered list begins that goes on from another slide, and the paragraph's number in it.
    """
    start, number = place
    if not level.bullet:
        return
    own, hang = design.bullets[level.bullet], hang_of(paragraph, level)
    numbered = bool(own.numbering)
    wider = paragraph.marker == "number" and hang > level.hang
    if wider:
        properties.set("marL", str(round((level.indent + hang) * EMU)))
        properties.set("indent", str(-round(hang * EMU)))
    if paragraph.continued:
        properties.set("indent", "0")
        SubElement(properties, qn("a:buNone"))
    elif paragraph.sign:
        SubElement(properties, qn("a:buFontTx"))
        SubElement(properties, qn("a:buChar"), {"char": paragraph.sign})
    elif paragraph.marker == "number" and (start or paragraph.numbering or own.letters or wider):
        bullet = own if numbered else design.bullets["number"]
        if paragraph.numbering:
            bullet = Bullet(numbering=paragraph.numbering)
        add_number(properties, bullet, design, number, start)
    elif not paragraph.marker:
        properties.set("marL", str(round(level.indent * EMU)))
        properties.set("indent", "0")
        SubElement(properties, qn("a:buNone"))
    elif numbered != (paragraph.marker == "number"):
        bullet = design.bullets["dash" if numbered else "number"]
        if bullet.numbering:
            add_number(properties, bullet, design, number)
        else:
            SubElement(properties, qn("a:buFontTx"))
            SubElement(properties, qn("a:buChar"), {"char": bullet.character})
