"""The deck as Markdown for other programs: for Pandoc as many slides with the same words and notes, or GitHub's."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc
import resvg_py
from lxml import html
from lxml.builder import E

from coursepack.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from coursepack.render.figures.graph import Graph
    from coursepack.render.slides.markup import Script

    Figures = Mapping[str, Chart | Graph]

PANDOC = pypandoc.get_pandoc_path()


def markdown(deck: Script, folder: Path) -> Path:
    """Write slides as Pandoc's Markdown into the folder where their pictures lie, and return the file."""
    root = html.document_fromstring(deck.markup)
    slides = [part for section in root.iter("section") for part in _slide(section, folder, deck.figures)]
    return _write(slides, folder / "deck.md", "markdown")


def github(deck: Script, folder: Path) -> Path:
    """Write slides as GitHub's Markdown: all that is on a slide stands below its heading; there are no notes."""
    root = html.document_fromstring(deck.markup)
    slides = [part for section in root.iter("section") for part in _whole(section, folder, deck.figures)]
    return _write(slides, folder / "github.md", "gfm-raw_html")


def command(file: Path, output: Path) -> list[str]:
    """Return what makes a deck of the Markdown."""
    return [PANDOC, "--slide-level=2", f"--resource-path={file.parent}", f"--output={output}", str(file)]


def _write(slides: list[HtmlElement], file: Path, form: str) -> Path:
    page = html.tostring(E.html(E.body(*slides)), encoding="unicode")
    command = [PANDOC, "--from=html", f"--to={form}", "--wrap=none", f"--output={file}"]
    subprocess.run(command, input=page, text=True, check=True)
    return file


def _slide(section: HtmlElement, folder: Path, figures: Figures) -> list[HtmlElement]:
    """Split a slide into a heading, what Pandoc can show below it on one slide, and notes that hold the rest."""
    parts = {part.get("data-ph"): part for part in section.xpath(".//*[@data-ph]")}
    title = parts.pop("title")
    shown, said = [], [*section.find_class("notes")[:1]]
    large = [part for part in parts.values() if part.tag in {"table", "figure", "img"} or "timeline" in part.classes]
    for part in parts.values():
        (shown if not large or part in large[:1] else said).append(_content(part, folder, figures))
    notes = E.div(*said)
    notes.set("class", "notes")
    return [E.h2(title.text_content()), *shown, notes]


def _whole(section: HtmlElement, folder: Path, figures: Figures) -> list[HtmlElement]:
    parts = {part.get("data-ph"): part for part in section.xpath(".//*[@data-ph]")}
    title = parts.pop("title")
    return [E.h2(title.text_content()), *(_content(part, folder, figures) for part in parts.values())]


def _content(part: HtmlElement, folder: Path, figures: Figures) -> HtmlElement:
    if part.tag == "img":
        return E.p(E.img(src=_picture(part.get("src", ""), folder), alt=part.get("alt", "")))
    figure = figures.get(part.get("data-figure", ""))
    return _numbers(figure) if isinstance(figure, Chart) else part


def _picture(source: str, folder: Path) -> str:
    """Return a picture that Pandoc can embed: it draws no SVG by itself."""
    if not source.endswith(".svg"):
        return source
    drawn = Path(source).with_suffix(".png")
    (folder / drawn).write_bytes(bytes(resvg_py.svg_to_bytes(svg_path=str(folder / source), width=1920)))
    return str(drawn)


def _numbers(chart: Chart) -> HtmlElement:
    """Show a chart's data as a table: Pandoc has no charts."""
    rows = zip(chart.categories, *(one.values for one in chart.series), strict=True)
    head = E.tr(E.th(""), *(E.th(one.name) for one in chart.series))
    return E.table(E.thead(head), E.tbody(*(E.tr(*(E.td(str(cell)) for cell in row)) for row in rows)))
