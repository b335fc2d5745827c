"""Rules of shapes: what is seen is also said, and tables have a head that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import fromstring
from pptx.oxml.ns import qn

from coursepack.render.slides.audit import charts
from coursepack.render.slides.audit.view import Finding, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.render.slides.audit.view import View

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SOUND = tuple(qn(f"a:{tag}") for tag in ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile"))
_MERGED = ("gridSpan", "rowSpan", "hMerge", "vMerge")


def check(view: View) -> Iterator[Finding]:
    """Ask every shape of a slide."""
    for shape in view.shapes():
        name = next(shape.iter(qn("p:cNvPr"))).get("name", "")
        yield from _said(shape, name)
        for table in shape.iter(qn("a:tbl")):
            yield from _table(table)
        for chart in shape.iter(f"{{{_CHART}}}chart"):
            part = view.made.part.related_part(chart.get(qn("r:id"), ""))
            yield from charts.check(fromstring(part.blob), view, view.box(shape))
        if next(shape.iter(*_SOUND), None) is not None:
            yield Finding("media", f"“{name}” is heard or moves, and has no captions", "leave it out")


def _said(shape: _Element, name: str) -> Iterator[Finding]:
    """What holds no text has an alternative text, or is marked as decorative."""
    properties = next(shape.iter(qn("p:cNvPr")))
    texted = shape.tag == qn("p:sp") and (mark_of(shape) is not None or any(shape.itertext(qn("a:t"))))
    if texted:
        return
    if next(shape.iter("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"), None) is not None:
        return
    if properties.get("descr", "").strip() or any(mark.get("val") == "1" for mark in properties.iter(_DECORATIVE)):
        return
    yield Finding("alt", f"“{name}” has no alternative text", "say in `alt` what someone needs who cannot see it")


def _table(table: _Element) -> Iterator[Finding]:
    properties = table.find(qn("a:tblPr"))
    if properties is None or properties.get("firstRow") not in {"1", "true"}:
        yield Finding("header", "the table has no header row", "give it `columns`")
    first = table.find(qn("a:tr"))
    if first is not None and any(_merged(cell) for cell in first.iter(qn("a:tc"))):
        yield Finding("merged", "cells of the table's header are merged", "give every column a head of its own")


def _merged(cell: _Element) -> bool:
    return any(cell.get(name, "0") not in {"0", "1", "false"} or _flag(cell, name) for name in _MERGED)


def _flag(cell: _Element, name: str) -> bool:
    return name in {"hMerge", "vMerge"} and cell.get(name, "0") in {"1", "true"}
