"""Rules of text: a language on every run, a size and a contrast that can be read, links that say where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.render.slides.audit.view import Finding, mark_of
from coursepack.render.slides.school.colour import contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from coursepack.render.slides.audit.view import View

# Points: the least size; from where text is large, and from where bold text is.
LEAST, LARGE, LARGE_BOLD = 14.0, 24.0, 18.0
_USUAL, _ENOUGH = 4.5, 3.0
_ROUND = 0.005
_RUNS = (qn("a:r"), qn("a:fld"), qn("a:br"))
_ADDRESS = re.compile(r"^(https?://|www\.)\S*$")


@dataclass(frozen=True)
class Type:
    """How a run is set: points, weight, colour as RRGGBB (empty if unknown)."""

    size: float
    bold: bool
    colour: str


def check(view: View, vague: Sequence[str]) -> Iterator[Finding]:
    """Ask every text of a slide."""
    for shape in view.shapes():
        for body in shape.iter(qn("p:txBody"), qn("a:txBody")):
            holder = next(body.iterancestors(qn("a:tc"), qn("p:sp")))
            yield from _body(body, holder, shape, view)
            yield from _links(body, vague)


def readable(  # noqa: PLR0913 (what a text is, and what it stands on)
    words: str, ink: str, grounds: Iterable[str], size: float, *, bold: bool, scale: float = 1.0
) -> Iterator[Finding]:
    """Say of a text whether it is too small or too pale.

    Args:
        words: the text.
        ink: its colour as RRGGBB; empty if unknown.
        grounds: the colours that may stand behind it.
        size: points.
        bold: its weight.
        scale: how large the slide is by a common one: on a screen both are as large.
    """
    shown = f"“{words.strip()[:40]}”"
    if size < LEAST * scale - _ROUND:
        yield Finding("small", f"{shown} is set at {size:g} pt", f"set it at {LEAST * scale:.3g} pt or more")
    large = size >= LARGE * scale - _ROUND
    need = _ENOUGH if large or (bold and size >= LARGE_BOLD * scale - _ROUND) else _USUAL
    worst = min((contrast(ink, ground) for ground in grounds if ground), default=need) if ink else need
    if worst < need - _ROUND:
        message = f"{shown} has a contrast of {worst:.1f} to 1 with its ground"
        yield Finding("contrast", message, f"take colours with {need:g} to 1 or more")


def _body(body: _Element, holder: _Element, shape: _Element, view: View) -> Iterator[Finding]:
    kin = [holder, *view.chain(mark_of(holder))] if holder.tag == qn("p:sp") else [holder]
    grounds = _grounds(kin, shape, view)
    for paragraph in body.iter(qn("a:p")):
        styles = _styles(paragraph, kin, view)
        for run in paragraph.iter(*_RUNS):
            words, properties = run.findtext(qn("a:t")) or "", run.find(qn("a:rPr"))
            if properties is None or not properties.get("lang"):
                yield Finding("language", f"“{words.strip()[:40]}” has no language", "name the course's language")
            if words.strip():
                found = _type(properties, styles, view)
                yield from readable(words, found.colour, grounds, found.size, bold=found.bold, scale=view.scale)


def _grounds(kin: Sequence[_Element], shape: _Element, view: View) -> tuple[str, ...]:
    """Return the colours that stand behind a text: its shape's or cell's fill, or what the layout draws there."""
    for one in kin:
        properties = one.find(qn("a:tcPr") if one.tag == qn("a:tc") else qn("p:spPr"))
        fill = properties.find(qn("a:solidFill")) if properties is not None else None
        if fill is not None:
            return (view.palette.read(fill),)
        if properties is not None and properties.find(qn("a:noFill")) is not None:
            break
    return view.backdrop.behind(view.box(shape))


def _styles(paragraph: _Element, kin: Sequence[_Element], view: View) -> list[_Element]:
    """Return the run properties that a paragraph's text inherits, nearest first."""
    properties = paragraph.find(qn("a:pPr"))
    level = qn(f"a:lvl{int(properties.get('lvl', '0')) + 1 if properties is not None else 1}pPr")
    lists = [styles for one in kin for styles in one.iter(qn("a:lstStyle"))]
    lists += [*_general(kin, view), *([view.general] if view.general is not None else [])]
    found = (styles.find(f"{level}/{qn('a:defRPr')}") for styles in lists)
    return [one for one in found if one is not None]


def _general(kin: Sequence[_Element], view: View) -> list[_Element]:
    """Return the master's style for a kind of placeholder; other shapes have none."""
    mark = mark_of(kin[-1]) if kin[-1].tag == qn("p:sp") else None
    if mark is None:
        return []
    kind = {"title": "title", "ctrTitle": "title", "ftr": "other", "sldNum": "other", "dt": "other"}
    name = kind.get(mark.get("type", "body"), "body")
    found = view.made.slide_layout.slide_master.element.find(f"{qn('p:txStyles')}/{qn(f'p:{name}Style')}")
    return [] if found is None else [found]


def _type(properties: _Element | None, styles: Sequence[_Element], view: View) -> Type:
    chain = [one for one in (properties, *styles) if one is not None]
    size = next((float(one.get("sz", "")) / 100 for one in chain if one.get("sz")), 18.0)
    bold = next((one.get("b", "") for one in chain if one.get("b")), "0") in {"1", "true"}
    if properties is not None and properties.find(qn("a:hlinkClick")) is not None:
        return Type(size, bold, view.palette.colours.get("hlink", ""))
    fill = next((found for one in chain if (found := one.find(qn("a:solidFill"))) is not None), None)
    return Type(size, bold, view.palette.read(fill) if fill is not None else view.palette.colours.get("tx1", ""))


def _links(body: _Element, vague: Sequence[str]) -> Iterator[Finding]:
    """The words of a link say where it leads, and more than their colour says that they are one."""
    runs = [(run, run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")) for run in body.iter(qn("a:r"))]
    for target, group in groupby(runs, key=lambda pair: None if pair[1] is None else pair[1].get(qn("r:id"))):
        if target is None:
            continue
        linked = [run for run, _ in group]
        said = "".join(run.findtext(qn("a:t")) or "" for run in linked).strip()
        if not said or said.casefold().rstrip(".!…") in vague or _ADDRESS.match(said):
            yield Finding("link", f"the link “{said}” does not say where it leads", "name what it leads to")
        if any(mark.get("u") == "none" for run in linked for mark in run.iterfind(qn("a:rPr"))):
            yield Finding("colour", f"only its colour shows that “{said}” is a link", "leave it underlined")
