"""Slide markup: HTML in reveal.js's form, read into plain values. Knows nothing of PowerPoint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.problem import Span
from coursepack.render.slides.inline import Paragraph, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement


@dataclass(frozen=True)
class Text:
    """The paragraphs of a text placeholder."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Picture:
    """A picture of the course and its alternative text; decorative where that is empty."""

    source: str
    alt: str


@dataclass(frozen=True)
class Table:
    """Cells by row; relative column widths, or none to measure them."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]
    alt: str

    @property
    def all_rows(self) -> tuple[tuple[Text, ...], ...]:
        """The head, if there is one, and the rows."""
        return (self.head, *self.rows) if self.head else self.rows


@dataclass(frozen=True)
class Figure:
    """A chart with its alternative text."""

    chart: Chart
    alt: str


@dataclass(frozen=True)
class Event:
    """A labelled date (a year with its fraction) in lane 1 (above) or 2 (below)."""

    date: float
    lane: int
    head: str
    text: str


@dataclass(frozen=True)
class Era:
    """A remark above the axis."""

    date: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """Events and eras on one axis."""

    lanes: tuple[str, ...]
    events: tuple[Event, ...]
    eras: tuple[Era, ...]
    alt: str


Content = Text | Picture | Table | Figure | Timeline


@dataclass(frozen=True)
class Slide:
    """One slide: its layout, where its author wrote it, the group it belongs to, and what fills each placeholder."""

    layout: str
    at: Span
    section: str
    id: str
    language: str
    parts: Mapping[str, Content]
    notes: tuple[Paragraph, ...]


def parse(markup: str, language: str) -> list[Slide]:
    """Read the slides; `language` holds where the markup names none."""
    root = html.document_fromstring(markup)
    deck = next((element for element in root.iter("div") if "slides" in element.get("class", "").split()), root)
    language = deck.get("lang") or language
    return [_slide(section, section.get("lang") or language) for section in deck.iter("section")]


def _slide(section: HtmlElement, language: str) -> Slide:
    notes = section.find_class("notes")
    return Slide(
        layout=section.get("data-layout", "content"),
        at=_span(section.get("data-at", "")),
        section=section.get("data-section", ""),
        id=section.get("id", ""),
        language=language,
        parts={element.get("data-ph", ""): _content(element) for element in section.xpath(".//*[@data-ph]")},
        notes=paragraphs(notes[0]) if notes else (),
    )


def _span(at: str) -> Span:
    """Read `file:line:column`; the file's name may hold colons."""
    file, line, column = at.rsplit(":", 2) if at.count(":") > 1 else (at, "1", "1")
    return Span(file, int(line), int(column))


def _content(element: HtmlElement) -> Content:
    if element.tag == "img":
        return Picture(element.get("src", ""), element.get("alt", ""))
    if element.tag == "table":
        return _table(element)
    if "data-chart" in element.attrib:
        return Figure(_chart(json.loads(element.get("data-chart", ""))), element.get("data-alt", ""))
    if "data-lanes" in element.attrib:
        return _timeline(element)
    return Text(paragraphs(element))


def _table(element: HtmlElement) -> Table:
    rows = [tuple(Text(paragraphs(cell)) for cell in row.iterchildren("th", "td")) for row in element.iter("tr")]
    headed = element.find("thead") is not None
    widths = tuple(float(width) for width in element.get("data-widths", "").split(",") if width.strip())
    return Table(rows[0] if headed else (), tuple(rows[headed:]), widths, element.get("data-alt", ""))


def _chart(data: dict[str, object]) -> Chart:
    """Read a chart from the dictionary of its dataclass, as JSON gives it: lists for tuples."""
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    plain["series"] = tuple(Series(row["name"], tuple(row["values"])) for row in plain["series"])  # type: ignore[attr-defined]
    plain["marks"] = tuple(Mark(**mark) for mark in plain.get("marks", ()))  # type: ignore[attr-defined]
    plain["apart"] = tuple(Apart(**point) for point in plain.get("apart", ()))  # type: ignore[attr-defined]
    return Chart(**plain)  # type: ignore[arg-type]


def _timeline(element: HtmlElement) -> Timeline:
    items = list(element.iterchildren("li"))
    return Timeline(
        lanes=tuple(element.get("data-lanes", "").split("|")),
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
    return Event(float(item.get("data-date", "0")), int(item.get("data-lane", "1")), year, whole[len(year) :].strip())


def _words(text: str) -> str:
    """Join what the source's line breaks parted; a no-break space stays."""
    return " ".join(text.split(" ")).replace("\n", " ").strip()
