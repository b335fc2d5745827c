"""Text on a slide: paragraphs and runs as DrawingML, with a language on every run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.measure.fit import Fit, level_of, spaces
from coursepack.render.slides.measure.lines import heights
from coursepack.render.slides.native import equation
from coursepack.render.slides.native.bullets import add_bullet, places
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from coursepack.render.slides.content import Text
    from coursepack.render.slides.inline import Paragraph, Run
    from coursepack.render.slides.layouts import Frame, Level
    from coursepack.render.slides.native.page import Page

_P, _PPR, _R, _RPR, _T, _BR = (qn(f"a:{tag}") for tag in ("p", "pPr", "r", "rPr", "t", "br"))
# How far an exponent is raised and an index lowered, in thousandths of a per cent of the size: as PowerPoint has it.
_BASELINES = {1: "30000", -1: "-25000"}
_LINK, _ID, _LATIN = qn("a:hlinkClick"), qn("r:id"), qn("a:latin")


def fill(shape: _Element, name: str, text: Text, frame: Frame, page: Page) -> None:
    """Write a text into its placeholder, smaller where it must be."""
    found = page.settings[name]
    if isinstance(found, Fit):
        write(body_of(shape), text.paragraphs, page, found, italic=frame.italic, centred=frame.align == "ctr")


def body_of(shape: _Element) -> _Element:
    """Return a shape's text body, empty; latent placeholders come without one."""
    body = shape.find(qn("p:txBody"))
    if body is None:
        body = SubElement(shape, qn("p:txBody"))
        SubElement(body, qn("a:bodyPr"))
        SubElement(body, qn("a:lstStyle"))
    for paragraph in body.findall(_P):
        body.remove(paragraph)
    return body


def write(  # noqa: PLR0913 (the last two are the layout's)
    body: _Element,
    text: Sequence[Paragraph],
    page: Page,
    found: Fit,
    *,
    italic: bool = False,
    centred: bool = False,
) -> None:
    """Append the paragraphs; sizes are written only where they differ from the layout's.

    `italic` says that the layout sets its text so: emphasis is then upright. In one that is `centred` text is so in
    every script.
    """
    for paragraph, gap, place in zip(text, spaces(text, found.levels), places(text), strict=True):
        element = SubElement(body, _P)
        properties = SubElement(element, _PPR, _direction(paragraph, "ctr" if centred else "r"))
        level = level_of(paragraph, found.levels)
        if found.shrunk or _is_high(paragraph, level):
            space_lines(properties, paragraph, level)
        if found.shrunk or gap != level.after:
            _space(properties, "a:spcAft", gap)
        if found.grown and level.hang:
            properties.set("marL", str(round((level.indent + level.hang) * EMU)))
            properties.set("indent", str(-round(level.hang * EMU)))
        add_bullet(properties, paragraph, level, page.kit.design, place)
        add_runs(element, paragraph, page, level.size if found.shrunk else 0, italic=italic)


def _direction(paragraph: Paragraph, side: str) -> dict[str, str]:
    """Return the attributes of `a:pPr` for a paragraph's level, and for one that is read from the right: its side."""
    level = {"lvl": str(paragraph.level - 1)} if paragraph.level > 1 else {}
    turned = {"algn": side, "rtl": "1"} if paragraph.rtl else {}
    return {**level, **turned, **({"algn": paragraph.align} if paragraph.align else {})}


def _space(properties: _Element, tag: str, value: float) -> None:
    """Write a distance of baselines or a space, in hundredths of a point."""
    SubElement(SubElement(properties, qn(tag)), qn("a:spcPts"), {"val": str(round(value * 100))})


def space_lines(properties: _Element, paragraph: Paragraph, level: Level) -> None:
    """Write the distance of a paragraph's lines; at an exact one a high formula would lie over its neighbours."""
    if _is_high(paragraph, level):
        SubElement(SubElement(properties, qn("a:lnSpc")), qn("a:spcPct"), {"val": "100000"})
    else:
        _space(properties, "a:lnSpc", level.leading)


def _is_high(paragraph: Paragraph, level: Level) -> bool:
    return any(height * level.size > level.leading for height in heights(paragraph))


def inked(paragraph: Paragraph) -> Paragraph:
    """Name the colour of a text: a box has no layout to take it from."""
    return replace(paragraph, runs=tuple(replace(run, colour=run.colour or "ink") for run in paragraph.runs))


def add_runs(element: _Element, paragraph: Paragraph, page: Page, size: float = 0, *, italic: bool = False) -> None:
    """Append a paragraph's runs; a `size` of 0 leaves it to the layout. Emphasis inside italics is upright."""
    for run in paragraph.runs:
        if run.latex and not run.flat:  # a formula is no run of text
            equation.set_inline(element, run, size, _side(paragraph))
            continue
        broken = run.text == "\n"
        made = SubElement(element, _BR if broken else _R)
        properties = SubElement(made, _RPR, run_attributes(run, page.slide.language, size, italic=italic))
        if run.colour:  # the colours of code
            painted = page.kit.design.painted(run.colour)
            SubElement(SubElement(properties, qn("a:solidFill")), qn("a:schemeClr"), {"val": painted})
        if run.code:
            SubElement(properties, _LATIN, {"typeface": page.kit.design.code.family})
        for slot, family in page.kit.faces.slots(run.text):
            SubElement(properties, qn(f"a:{slot}"), {"typeface": family})
        if run.href:
            _add_link(properties, page.link(run.href))
        if not broken:
            SubElement(made, _T).text = run.text.replace("\u00a0", " ") if run.code else run.text


def _side(paragraph: Paragraph) -> str:
    return paragraph.align or ("r" if paragraph.rtl else "l")


def run_attributes(run: Run, language: str, size: float, *, italic: bool) -> dict[str, str]:
    """Return the attributes of `a:rPr` for what differs from the paragraph's own type."""
    attributes = {"lang": run.language or language}
    if size:
        attributes["sz"] = str(round(size * 100))
    if run.bold:
        attributes["b"] = "1"
    if run.italic:
        attributes["i"] = "0" if italic else "1"
    if run.underlined:
        attributes["u"] = "sng"
    if run.struck:
        attributes["strike"] = "sngStrike"
    if run.small_caps:
        attributes["cap"] = "small"
    if run.shift:
        attributes["baseline"] = _BASELINES[run.shift]
    if run.code:
        attributes["noProof"] = "1"
    return attributes


def _add_link(properties: _Element, link: dict[str, str]) -> None:
    if link:
        action = {"action": link["action"]} if "action" in link else {}
        SubElement(properties, _LINK, {_ID: link["id"], **action})


def add_field(body: _Element, kind: str, text: str, identity: str, language: str) -> None:
    """Append a paragraph that is a field, such as the slide's number."""
    field = SubElement(SubElement(body, _P), qn("a:fld"), {"id": identity, "type": kind})
    SubElement(field, _RPR, {"lang": language})
    SubElement(field, _T).text = text
