"""Slide markup: HTML in reveal.js's form, read into plain values. Knows nothing of PowerPoint."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import TYPE_CHECKING, Literal

from lxml import html

from coursepack.blocks.map import Map
from coursepack.chart import Chart
from coursepack.problem import Span
from coursepack.render.figures.graph import Graph
from coursepack.render.slides.content import (
    ChartFigure,
    Choices,
    Content,
    DiagramFigure,
    Equation,
    Era,
    Event,
    MapFigure,
    NoFigure,
    Panels,
    Picture,
    Slide,
    Table,
    Text,
    Timeline,
)
from coursepack.render.slides.inline import Paragraph, Run, paragraphs
from coursepack.render.slides.lifting import lift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement


@dataclass(frozen=True)
class Script:
    """A deck's markup, and the charts, diagrams and maps that its elements name by a key (`data-figure`).

    `letters` are those that its language names options with.
    """

    markup: str
    figures: Mapping[str, Chart | Graph | Map] = field(default_factory=dict)
    letters: Sequence[str] = ascii_lowercase


def parse(script: Script, language: str) -> list[Slide]:
    """Read the slides; `language` holds where the markup names none."""
    root = html.document_fromstring(script.markup)
    deck = next((element for element in root.iter("div") if "slides" in element.get("class", "").split()), root)
    language = deck.get("lang") or language
    return list(_slides(deck, language, script.figures))


def _slides(deck: HtmlElement, language: str, figures: Mapping[str, Chart | Graph | Map]) -> Iterator[Slide]:
    """Yield the slides; of those that stand for one another the first, which knows the others."""
    for section in deck.iter("section"):
        around = section.getparent()
        group = list(around.iterchildren("section")) if around is not None else []
        group = group if group and group[0].get("data-whole") else []
        if group and section is not group[0]:
            continue
        first, *others = (_slide(one, one.get("lang") or language, deck, figures) for one in (group or [section]))
        yield replace(first, otherwise=tuple(others)) if others else first


def _slide(section: HtmlElement, language: str, deck: HtmlElement, figures: Mapping[str, Chart | Graph | Map]) -> Slide:
    notes = section.find_class("notes")
    lifted = tuple(_content(element, figures) for element in lift(section))
    return Slide(
        layout=section.get("data-layout", "content"),
        at=_span(section.get("data-at", "")),
        section=section.get("data-section", ""),
        id=section.get("id", ""),
        language=language,
        parts={element.get("data-ph", ""): _content(element, figures) for element in section.xpath(".//*[@data-ph]")},
        columns=tuple(_share(one) for one in section.get("data-columns", "").split(",") if one.strip()),
        figures=lifted,
        notes=(*(paragraphs(notes[0]) if notes else ()), *_footnotes(section)),
        build=section.get("data-build") == "true",
        made=any(around.get("data-made") for around in section.iterancestors("div")),
        spare=frozenset(element.get("data-ph", "") for element in section.xpath(".//*[@data-spare]")),
        answers=frozenset(element.get("data-ph", "") for element in section.xpath(".//*[@data-answer]")),
        continued=deck.get("data-continued") or Slide.continued,
        continued_notes=deck.get("data-continued-notes") or Slide.continued_notes,
    )


def _share(written: str) -> tuple[float, float]:
    start, wide = map(float, written.split())
    return start, wide


def _footnotes(section: HtmlElement) -> Iterator[Paragraph]:
    """Yield the footnotes of a slide, for its notes, each once."""
    seen: set[str] = set()
    for mark in section.xpath(".//*[@data-footnote]"):
        number = mark.get("data-footnote", "")
        if number not in seen:
            seen.add(number)
            for paragraph in paragraphs(mark):
                yield replace(paragraph, runs=(Run(f"{number} "), *paragraph.runs))


def _span(at: str) -> Span:
    """Read `file:line:column`; the file's name may hold colons."""
    file, line, column = at.rsplit(":", 2) if at.count(":") > 1 else (at, "1", "1")
    return Span(file, int(line), int(column))


def _content(element: HtmlElement, figures: Mapping[str, Chart | Graph | Map]) -> Content:
    if "panels" in element.classes:
        return _panels(element)
    if "choices" in element.classes:
        return _choices(element)
    if element.tag in _BY_TAG:
        return _BY_TAG[element.tag](element)
    if "data-figure" in element.attrib:
        return _figure(element, figures)
    if "data-latex" in element.attrib:
        return Equation(element.get("data-latex", ""), element.get("data-alt", ""))
    return _timeline(element) if "timeline" in element.classes else _text(element)


def _text(element: HtmlElement) -> Text:
    """Read a text; one that is nothing but lists begins on the first level."""
    lists = list(element) if element.tag == "div" and not (element.text or "").strip() else []
    if lists and all(one.tag in {"ul", "ol"} for one in lists):
        return Text(tuple(paragraph for one in lists for paragraph in paragraphs(one)))
    return Text(paragraphs(element))


def _picture(element: HtmlElement) -> Picture:
    across, down = element.get("data-focus", "0.5 0.5").split()
    focus = (float(across), float(down))
    return Picture(
        element.get("src", ""),
        element.get("alt", ""),
        element.get("data-crop", ""),
        focus,
        element.get("data-href", ""),
        _span(element.get("data-at", "")) if "data-at" in element.attrib else None,
    )


def _panels(element: HtmlElement) -> Panels:
    items = list(element.iterchildren("li"))
    pictures = tuple(_picture(next(item.iter("img"))) for item in items)
    return Panels(pictures, tuple(Text(paragraphs(item)) for item in items))


def _choices(element: HtmlElement) -> Choices:
    items = list(element.iterchildren("li"))
    return Choices(
        tuple(Text(paragraphs(item)) for item in items),
        tuple(item.get("data-mark", "") for item in items),
        element.get("data-apart") == "true",
        element.get("data-said", ""),
    )


def _figure(element: HtmlElement, figures: Mapping[str, Chart | Graph | Map]) -> Content:
    key, alt = element.get("data-figure", ""), element.get("data-alt", "")
    match figures.get(key):
        case Chart() as chart:
            return ChartFigure(chart, alt)
        case Graph() as graph:
            return DiagramFigure(graph, alt)
        case Map() as given:
            return MapFigure(given, alt)
    return NoFigure(key, tuple(figures))


def _table(element: HtmlElement) -> Table:
    rows = [tuple(_cell(cell) for cell in row.iterchildren("th", "td")) for row in element.iter("tr")]
    headed = element.find("thead") is not None
    widths = tuple(float(width) for width in element.get("data-widths", "").split(",") if width.strip())
    named = element.get("data-heads") != "columns"
    return Table(rows[0] if headed else (), tuple(rows[headed:]), widths, element.get("data-alt", ""), named)


# CSS's words for the sides of a column → DrawingML's.
_SIDES: Mapping[str, Literal["l", "ctr", "r"]] = {"left": "l", "center": "ctr", "right": "r"}


def _cell(element: HtmlElement) -> Text:
    join = element.get("data-join", "")
    if join:
        return Text((), join=join)
    side = _SIDES.get(element.get("style", "").partition("text-align:")[2])
    inside = tuple(replace(one, align=side) for one in paragraphs(element)) if side else paragraphs(element)
    return Text(inside, int(element.get("data-across", "1")))


def _timeline(element: HtmlElement) -> Timeline:
    items = list(element.iterchildren("li"))
    return Timeline(
        events=tuple(_event(item) for item in items if "era" not in item.classes),
        eras=tuple(
            Era(float(item.get("data-date", "0")), _words(item.text_content()))
            for item in items
            if "era" in item.classes
        ),
        alt=element.get("data-alt", ""),
    )


def _event(item: HtmlElement) -> Event:
    head = item.find("b")
    whole = _words(item.text_content())
    year = _words(head.text_content()) if head is not None else ""
    lane = int(item.get("data-lane", "1"))
    full = lane == 1 or item.get("data-full") == "true"
    return Event(float(item.get("data-date", "0")), lane, year, whole[len(year) :].strip(), full)


def _words(text: str) -> str:
    """Join what the source's line breaks parted; a no-break space stays."""
    return " ".join(text.split(" ")).replace("\n", " ").strip()


_BY_TAG: dict[str, Callable[[HtmlElement], Content]] = {"img": _picture, "table": _table}
