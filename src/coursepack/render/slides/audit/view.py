"""A finished slide as the rules see it: its shapes, its colours, and what stands behind them. Inches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from lxml.etree import fromstring
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from coursepack.render.geometry import Box
from coursepack.render.slides.school.backdrop import Backdrop, backdrop
from coursepack.render.slides.school.colour import Palette, palette
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element
    from pptx.parts.slide import SlideLayoutPart
    from pptx.presentation import Presentation
    from pptx.slide import Slide as Made
    from pptx.slide import SlideLayout

CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SHAPES = frozenset(qn(f"p:{tag}") for tag in ("sp", "pic", "cxnSp", "graphicFrame", "grpSp"))


_COMMON = (13.333, 7.5)  # inches


@dataclass(frozen=True)
class Finding:
    """What a rule found: its name, what is wrong, and a suggestion that begins with a verb."""

    rule: str
    message: str
    advice: str


@dataclass(frozen=True)
class View:
    """A slide: its number, which of the source's slides it was made of, and what its text inherits from."""

    number: int
    source: int
    title: str
    made: Made
    palette: Palette
    backdrop: Backdrop
    general: _Element | None

    @property
    def tree(self) -> _Element:
        """The slide's shapes."""
        return self.made.shapes._spTree  # noqa: SLF001 (python-pptx has no public name for it)

    @property
    def scale(self) -> float:
        """How large the slide is by a common one of 13.33 by 7.5 inches."""
        return self.backdrop.scale(*_COMMON)

    def shapes(self) -> Iterator[_Element]:
        """Yield the shapes that stand on the slide itself; of two forms of one, both."""
        for shape in self.tree:
            if shape.tag == CHOICE:
                yield from shape.iter(*SHAPES)
            elif shape.tag in SHAPES:
                yield shape

    def chain(self, mark: _Element | None) -> list[_Element]:
        """Return the placeholders that a placeholder inherits from: its layout's, then its master's."""
        if mark is None:
            return []
        layout = self.made.slide_layout
        near = _twin(layout.element, mark)
        kind = mark.get("type") or (_mark(near).get("type") if near is not None else None) or "obj"
        far = _of_kind(layout.slide_master.element, kind)
        return [shape for shape in (near, far) if shape is not None]

    def box(self, shape: _Element) -> Box:
        """Return where a shape stands: as it says, or its placeholder; the whole slide where nothing says."""
        for one in (shape, *self.chain(mark_of(shape))):
            frame = next(one.iter(qn("a:xfrm"), qn("p:xfrm")), None)
            if frame is not None and frame.find(qn("a:off")) is not None and frame.find(qn("a:ext")) is not None:
                return _frame(frame)
        return self.backdrop.whole


def views(file: Presentation, titles: Sequence[str]) -> Iterator[View]:
    """Yield the slides; `titles` are the source's: one whose title is not the next of them goes on from the last."""
    whole = Box(0, 0, (file.slide_width or 0) / EMU, (file.slide_height or 0) / EMU)
    general = file.element.find(qn("p:defaultTextStyle"))
    ground = cache(partial(_ground, whole))  # a deck has many layouts, and shows a few
    source = -1
    for number, made in enumerate(file.slides, 1):
        shape = made.shapes.title
        title = " ".join(shape.text_frame.text.split()) if shape is not None and shape.has_text_frame else ""
        source += source + 1 < len(titles) and (source < 0 or title == titles[source + 1])
        usual, behind = ground(made.slide_layout.part)
        own = _own(made, usual)
        yield View(number, max(source, 0), title, made, own, _plated(made, behind, own), general)


def _ground(whole: Box, part: SlideLayoutPart) -> tuple[Palette, Backdrop]:
    layout = part.slide_layout
    theme = _theme(layout)
    colours = palette(theme, layout.slide_master.element.find(qn("p:clrMap")))
    return colours, backdrop(layout, layout.slide_master, colours, theme, whole)


def _frame(frame: _Element) -> Box:
    """Return where `a:xfrm` says that a shape stands."""
    start, extent = next(frame.iter(qn("a:off"))), next(frame.iter(qn("a:ext")))
    x, y, wide, high = (
        int(end.get(name, "0")) / EMU for end, name in ((start, "x"), (start, "y"), (extent, "cx"), (extent, "cy"))
    )
    return Box(x, y, x + wide, y + high)


def _plated(made: Made, behind: Backdrop, colours: Palette) -> Backdrop:
    """Lay the plates that a slide has itself on what its layout draws."""
    for shape in made.shapes._spTree.findall(qn("p:sp")):  # noqa: SLF001 python-pptx has no public name for it
        marked = next(shape.iter(_DECORATIVE), None)
        fill = shape.find(f"{qn('p:spPr')}/{qn('a:solidFill')}")
        frame = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
        if marked is not None and fill is not None and frame is not None:
            behind = behind.with_plate(_frame(frame), colours.read(fill))
    return behind


def _own(made: Made, colours: Palette) -> Palette:
    """Return a slide's colours: its master's, unless it maps them itself."""
    mapping = made.element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    return colours if mapping is None else palette(_theme(made.slide_layout), mapping)


def _theme(layout: SlideLayout) -> _Element:
    return fromstring(layout.slide_master.part.part_related_by(RT.THEME).blob)


def mark_of(shape: _Element) -> _Element | None:
    """Return what makes a shape a placeholder; groups are none."""
    return None if shape.tag == qn("p:grpSp") else next(shape.iter(qn("p:ph")), None)


def _mark(shape: _Element) -> _Element:
    return next(shape.iter(qn("p:ph")))


def _twin(page: _Element, mark: _Element) -> _Element | None:
    """Find a layout's placeholder for a slide's: the title's by its kind, the others by their number."""
    title = mark.get("type") in {"title", "ctrTitle"}
    for other in page.iter(qn("p:ph")):
        same = (other.get("type") in {"title", "ctrTitle"}) if title else other.get("idx") == mark.get("idx")
        if same:
            return next(other.iterancestors(qn("p:sp")), None)
    return None


def _of_kind(page: _Element, kind: str) -> _Element | None:
    """Find a master's placeholder by kind: what has none of its own there takes the body's."""
    wanted = {"ctrTitle": "title"}.get(kind, kind if kind in {"title", "dt", "ftr", "sldNum"} else "body")
    found = (other for other in page.iter(qn("p:ph")) if other.get("type") == wanted)
    return next((next(other.iterancestors(qn("p:sp")), None) for other in found), None)
