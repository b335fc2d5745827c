"""Cells of a table: their text, margins and rules. Horizontal rules only, and no fill."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

from coursepack import merge
from coursepack.render.slides.content import Text
from coursepack.render.slides.native.paragraphs import write
from coursepack.render.slides.units import EMU, POINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from coursepack.render.slides.measure.fit import Fit
    from coursepack.render.slides.measure.tabling import Plan
    from coursepack.render.slides.native.page import Page


def fill(element: _Element, number: int, plan: Plan, page: Page) -> None:
    """Fill the cells of a row, counted from 0; one that the markup lacks stays empty."""
    table, found = plan.table, plan.found
    row, headed = table.all_rows[number], bool(table.head)
    cells = list(element.iter(qn("a:tc")))
    for column, cell in enumerate(cells):
        text = row[column] if column < len(row) else Text(())
        last = number + down(table.all_rows, number, column) - 1
        rules = _rules(number, last, len(table.all_rows), page, headed=headed)
        _write(cell, text, found, page, strong=table.is_head(number, column))
        # The first column stands flush with the title, the last one with the rules' end.
        ends = (column == 0, column == len(cells) - 1)
        left, right = reversed(ends) if plan.is_rtl else ends
        _margins(cell, page, first=left, last=right)
        _draw(cell, rules, page)


def down(rows: Sequence[Sequence[Text]], row: int, column: int) -> int:
    """Return how many rows a cell takes, of those that are on its slide."""
    below = takewhile(lambda one: column < len(one) and one[column].join == merge.UP, rows[row + 1 :])
    return 1 + len([*below])


def _write(cell: _Element, text: Text, found: Fit, page: Page, *, strong: bool) -> None:
    """Write a cell's text. A table inherits no type from its placeholder, so all sizes are written."""
    body = next(cell.iter(qn("a:txBody")))
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    write(body, text.paragraphs, page, replace(found, shrunk=True))
    if not text.paragraphs:
        SubElement(SubElement(body, qn("a:p")), qn("a:endParaRPr"), {"lang": page.slide.language})
    for properties in body.iter(qn("a:rPr")):
        if properties.find(qn("a:solidFill")) is None:  # words may have a colour of their own
            _paint(properties, page, 0)
        if strong:
            properties.set("b", "1")


def _paint(parent: _Element, page: Page, place: int) -> None:
    """Write the ink: without a table style, an editor would choose."""
    paint = parent.makeelement(qn("a:solidFill"))
    SubElement(paint, qn("a:schemeClr"), {"val": page.kit.design.scheme[page.kit.design.table.colour]})
    parent.insert(place, paint)


def _rules(row: int, last: int, rows: int, page: Page, *, headed: bool) -> dict[str, float]:
    """Return the weights in points of the rules around the cells of a row."""
    look = page.kit.design.table
    above = look.top if row == 0 else look.head if headed and row == 1 else look.row
    below = look.foot if last == rows - 1 else look.head if headed and row == 0 else look.row
    return {"lnL": 0, "lnR": 0, "lnT": above, "lnB": below}


def _margins(cell: _Element, page: Page, *, first: bool, last: bool) -> None:
    look = page.kit.design.table
    pad, margin = str(round(look.pad * EMU)), str(round(look.margin * EMU))
    properties = _properties(cell)
    properties.set("marL", "0" if first else pad)
    properties.set("marR", "0" if last else pad)
    properties.set("marT", margin)
    properties.set("marB", margin)
    properties.set("anchor", "ctr")


def _draw(cell: _Element, rules: dict[str, float], page: Page) -> None:
    properties = _properties(cell)
    for side, weight in rules.items():
        line = SubElement(properties, qn(f"a:{side}"), {"w": str(round(weight * POINT))})
        if weight:
            _paint(line, page, 0)
        else:
            SubElement(line, qn("a:noFill"))
    SubElement(properties, qn("a:noFill"))


def _properties(cell: _Element) -> _Element:
    found = cell.find(qn("a:tcPr"))
    return SubElement(cell, qn("a:tcPr")) if found is None else found
