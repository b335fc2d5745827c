"""The shapes of a slide on a school's template: set before the slide is filled, and put right when it is.

While a slide is filled every frame is a placeholder with a number of its own, because python-pptx makes tables, charts
and pictures in placeholders only, and templates number theirs as they like (LibreOffice: all alike). Afterwards each
is tied to the template's placeholder, or becomes a text box, a picture or a chart that stands for itself.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from coursepack.render.slides.base import Stage
from coursepack.render.slides.native.picture import VECTOR
from coursepack.render.slides.school.compose import LOOSE
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.slide import Slide as Made

    from coursepack.render.geometry import Box
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.school.placeholders import Seat

_AFTER_LATIN = frozenset(qn(f"a:{tag}") for tag in ("ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"))
_LOWEST = 2  # a tree of shapes begins with two elements that are none
_PLATES, _MOUNTS = 900, 950  # ids of shapes begin there: no slide has so many frames
_MARGIN = round(0.05 * EMU)  # of a drawing on its mount: its words may stand at its very edge
_NOT_ON_SLIDES = frozenset({"hasCustomPrompt", "userDrawn"})


@dataclass(frozen=True)
class Borrowed(Stage):
    """A layout of the school's, with the shapes that a slide of ours has on it.

    `mapping` is written where the slide's colours are not its master's; `mount` is a light plate for pictures on
    dark ground; `plates` are shapes that lie under all of a slide's.
    """

    shapes: tuple[_Element, ...]
    marks: Mapping[int, Mapping[str, str]]
    mapping: Mapping[str, str] | None
    mount: _Element | None
    plates: tuple[_Element, ...] = ()

    def dress(self, made: Made) -> None:
        """Put our shapes in place of those that python-pptx made of the layout's."""
        tree = made.shapes._spTree  # noqa: SLF001 (python-pptx has no public name for it)
        for shape in tree.findall(qn("p:sp")):
            tree.remove(shape)
        for shape in self.shapes:
            tree.append(deepcopy(shape))
        own = made.element.find(qn("p:clrMapOvr"))
        if self.mapping is not None:
            own.clear()
            SubElement(own, qn("a:overrideClrMapping"), dict(self.mapping))

    def settle(self, made: Made) -> None:
        """Tie what was filled to the template's placeholders, or set it free."""
        for mark in list(made.shapes._spTree.iter(qn("p:ph"))):  # noqa: SLF001 python-pptx has no public name for it
            index = int(mark.get("idx", "0"))
            if index >= LOOSE:
                _free(mark)
            elif index in self.marks:
                mark.attrib.clear()
                for name, value in self.marks[index].items():
                    mark.set(name, value)
        for body in made.shapes._spTree.iter(qn("p:txBody")):  # noqa: SLF001 python-pptx has no public name for it
            _name_colour(body)
        for cell in made.shapes._spTree.iter(qn("a:tc")):  # noqa: SLF001 python-pptx has no public name for it
            _name_face(cell)
        if self.mount is not None:
            for number, picture in enumerate(list(made.shapes._spTree.iter(qn("p:pic")))):  # noqa: SLF001 python-pptx has no public name for it
                _lay(picture, self.mount, _MOUNTS + number)
        # Only now: what is drawn while a slide is filled counts its shapes.
        for plate in self.plates:
            made.shapes._spTree.insert(_LOWEST, deepcopy(plate))  # noqa: SLF001 python-pptx has no public name for it


def shapes(
    seats: Mapping[str, Seat],
    colours: Mapping[str, str],
    design: Design,
    templates: Environment,
    words: tuple[str, str, str],
) -> tuple[_Element, ...]:
    """Make the shapes of a layout's frames; `words` are the families of headings and of text, and the language."""
    heading, body, language = words
    page = templates.get_template("deck/seat.xml.j2")
    return tuple(
        parse_xml(
            page.render(
                design=design,
                seat=seat,
                name=name,
                id=number,
                colour=colours.get(name, ""),
                face=heading if seat.frame.face == "heading" else body,
                language=language,
            ).encode()
        )
        for number, (name, seat) in enumerate(seats.items(), 2)
        if seat.frame.type != "region"
    )


def plates(found: Sequence[tuple[Box, str]], templates: Environment, language: str) -> tuple[_Element, ...]:
    """Make plates of one of the theme's colours (by its name in the file), to be laid under a slide's text."""
    page = templates.get_template("deck/plate.xml.j2")
    return tuple(
        parse_xml(page.render(id=_PLATES + number, box=box, colour=colour, language=language).encode())
        for number, (box, colour) in enumerate(found)
    )


def marks(seats: Mapping[str, Seat]) -> dict[int, dict[str, str]]:
    """Return what the template's placeholders are known by, by the numbers that ours have until then."""
    return {
        0 if seat.frame.type == "title" else seat.frame.index or 0: {
            str(name): str(value) for name, value in seat.slot.mark.attrib.items() if name not in _NOT_ON_SLIDES
        }
        for seat in seats.values()
        if seat.slot is not None and seat.slot.mark is not None
    }


def _name_colour(body: _Element) -> None:
    """Write the colour of a shape's own style on its runs too: LibreOffice lightens it as the template's colour is."""
    fill = body.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:solidFill')}")
    if fill is not None:
        for run in body.iter(qn("a:rPr")):
            if run.find(qn("a:solidFill")) is None and run.find(qn("a:hlinkClick")) is None:
                run.insert(0, deepcopy(fill))


def _name_face(cell: _Element) -> None:
    """Set a cell in the theme's face for text, with which it was measured: some templates' tables have another."""
    for run in cell.iter(qn("a:rPr"), qn("a:endParaRPr")):
        if run.find(qn("a:latin")) is None:
            face = run.makeelement(qn("a:latin"), {"typeface": "+mn-lt"})
            after = next((child for child in run if child.tag in _AFTER_LATIN), None)
            if after is None:
                run.append(face)
            else:
                after.addprevious(face)


def _lay(picture: _Element, mount: _Element, number: int) -> None:
    """Lay a light ground under a picture: drawings are made for white paper, which goes on around them."""
    properties = next(picture.iter(qn("p:spPr")))
    fill = deepcopy(next(mount.iter(qn("a:solidFill"))))
    geometry = properties.find(qn("a:prstGeom"))
    if geometry is None:
        properties.append(fill)
    else:
        geometry.addnext(fill)
    if next(picture.iter(VECTOR), None) is not None:
        picture.addprevious(_around(picture, mount, number))


def _around(picture: _Element, mount: _Element, number: int) -> _Element:
    """Return a mount that is larger than a picture on all sides."""
    made = deepcopy(mount)
    known = next(made.iter(qn("p:cNvPr")))
    known.set("id", str(number))
    known.set("name", f"Plate {number}")
    place, frame = (next(shape.iter(qn("a:xfrm"))) for shape in (made, picture))
    for end, own, more in zip(place, frame, (-_MARGIN, 2 * _MARGIN), strict=True):  # a corner, and two sides
        for name, value in own.items():
            end.set(name, str(int(value) + more))
    return made


def _free(mark: _Element) -> None:
    """Make a text box, a picture or a chart of what is no placeholder of the template's."""
    shape = next(mark.iterancestors(qn("p:sp"), qn("p:pic"), qn("p:graphicFrame")))
    next(mark.iterancestors()).remove(mark)
    if shape.tag == qn("p:sp"):
        kind = next(shape.iter(qn("p:cNvSpPr")))
        kind.clear()
        kind.set("txBox", "1")
    properties = shape.find(qn("p:spPr"))
    if properties is not None and properties.find(qn("a:prstGeom")) is None:
        geometry = SubElement(properties, qn("a:prstGeom"), {"prst": "rect"})
        SubElement(geometry, qn("a:avLst"))
