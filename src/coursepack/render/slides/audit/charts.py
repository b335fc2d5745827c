"""Rules of charts: their words are as readable as any, and no series is told from another by colour alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.render.slides.audit.view import Finding
from coursepack.render.slides.audit.words import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.render.geometry import Box
    from coursepack.render.slides.audit.view import View

_INSIDE = frozenset({"ctr", "inEnd", "inBase"})
_USUAL = 10.0  # points, where a chart says no size


def check(chart: _Element, view: View, box: Box) -> Iterator[Finding]:
    """Ask a chart (`c:chartSpace`) that stands in a box of the slide."""
    yield from _colour(chart)
    behind = view.backdrop.behind(box)
    for properties in chart.iter(qn("a:rPr"), qn("a:defRPr")):
        words = _words(properties)
        if properties.tag == qn("a:rPr") and not properties.get("lang"):
            yield Finding("language", f"“{words}” in the chart has no language", "name the course's language")
        size = float(properties.get("sz") or _inherited(properties, "sz") or _USUAL * 100) / 100
        bold = (properties.get("b") or _inherited(properties, "b") or "0") in {"1", "true"}
        fill = properties.find(qn("a:solidFill"))
        ink = view.palette.read(fill) if fill is not None else ""
        grounds = _bar(properties, view) or behind
        yield from readable(words, ink, grounds, size, bold=bold, scale=view.scale)


def _words(properties: _Element) -> str:
    """Return the words that a style holds for, or say that they are the chart's numbers and names."""
    paragraph = next(properties.iterancestors(qn("a:p")), None)
    said = "".join(word.text or "" for word in paragraph.iter(qn("a:t"))) if paragraph is not None else ""
    return said or "a number or name"


def _inherited(properties: _Element, name: str) -> str | None:
    """Return what a run takes from its paragraph."""
    paragraph = next(properties.iterancestors(qn("a:p")), None)
    usual = paragraph.find(f"{qn('a:pPr')}/{qn('a:defRPr')}") if paragraph is not None else None
    return usual.get(name) if usual is not None else None


def _bar(properties: _Element, view: View) -> tuple[str, ...]:
    """Return the fill of the bar that a label stands in; nothing if it stands beside it or was moved."""
    label = next(properties.iterancestors(qn("c:dLbl")), None)
    series = next(properties.iterancestors(qn("c:ser")), None)
    bars = next(properties.iterancestors(qn("c:barChart")), None)
    if label is None or series is None or bars is None:
        return ()
    place = label.find(qn("c:dLblPos"))
    if place is None or place.get("val") not in _INSIDE or label.find(qn("c:layout")) is not None:
        return ()
    fills = series.iterfind(f"{qn('c:spPr')}/{qn('a:solidFill')}")
    return tuple(view.palette.read(fill) for fill in fills)


def _colour(chart: _Element) -> Iterator[Finding]:
    """A series' name stands beside it, or its fill, line or sign differs in more than its colour."""
    labels = {(word.text or "").strip() for word in chart.iter(qn("a:t"))} - {""}
    series = {(_name(one), _look(one)) for one in chart.iter(qn("c:ser")) if _drawn(one)}
    looks = Counter(look for _, look in series)
    named = any(flag.get("val") == "1" for flag in chart.iter(qn("c:showSerName")))
    for name, look in sorted(series):
        if looks[look] > 1 and not named and not any(label in name for label in labels):
            yield Finding("colour", f"the series “{name}” is told by its colour alone", "label it, or hatch it")
    yield from _slices(chart)


def _slices(chart: _Element) -> Iterator[Finding]:
    """The parts of a pie carry their names."""
    for pie in chart.iter(qn("c:pieChart"), qn("c:doughnutChart")):
        shown = any(flag.get("val") == "1" for flag in pie.iter(qn("c:showCatName")))
        if not shown and len(list(pie.iter(qn("a:t")))) < len(list(pie.iter(qn("c:dPt")))):
            yield Finding("colour", "the parts of the pie are told by their colour alone", "label them")


def _name(series: _Element) -> str:
    return " ".join(word.text or "" for word in series.iterfind(f"{qn('c:tx')}//{qn('c:v')}")).strip()


def _drawn(series: _Element) -> bool:
    """Tell whether a series is seen: some are there for their labels only."""
    line = series.find(f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:noFill')}")
    marker = series.find(f"{qn('c:marker')}/{qn('c:symbol')}")
    return line is None or (marker is not None and marker.get("val") != "none")


def _look(series: _Element) -> str:
    """Return how a series is drawn, its colours left out: pattern, dashes, weight, sign."""
    properties = series.find(qn("c:spPr"))
    fill = [child for child in (properties if properties is not None else ()) if child.tag.endswith("Fill")]
    parts = [f"{one.tag}{one.get('prst', '')}" for one in fill]
    for path in (f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:prstDash')}", f"{qn('c:marker')}/{qn('c:symbol')}"):
        found = series.find(path)
        parts.append(found.get("val", "") if found is not None else "")
    line = series.find(f"{qn('c:spPr')}/{qn('a:ln')}")
    return "|".join([*parts, line.get("w", "") if line is not None else ""])
