"""What a template has: its layouts, their placeholders, and what else is drawn on them. Inches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from coursepack.render.geometry import Box
from coursepack.render.slides.school.backdrop import Backdrop, backdrop
from coursepack.render.slides.school.colour import Palette, palette
from coursepack.render.slides.school.style import Style, style, typeface
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from pptx.oxml.shapes.shared import CT_Transform2D
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout, SlideMaster

# Kinds of placeholders by their type in the file; a missing one means "anything".
_KINDS = {
    "title": "title", "ctrTitle": "title", "subTitle": "text", "body": "text", "obj": "any", "pic": "picture",
    "tbl": "table", "chart": "chart", "ftr": "footer", "sldNum": "page",
}  # fmt: skip
# The master's own placeholder that a layout's inherits from, and the master's style for its text.
_PARENTS = {"title": "title", "footer": "ftr", "page": "sldNum"}
_STYLES = {"title": "p:titleStyle", "footer": "p:otherStyle", "page": "p:otherStyle"}


@dataclass(frozen=True)
class Slot:
    """A placeholder: its element in the layout (none: the master's title, which the layout lacks), kind and place."""

    mark: _Element | None
    kind: str
    box: Box
    style: Style

    @property
    def inner(self) -> Box:
        """The room for text."""
        left, top, right, bottom = self.style.insets
        return Box(self.box.left + left, self.box.top + top, self.box.right - right, self.box.bottom - bottom)


@dataclass(frozen=True)
class Native:
    """A layout of the template. `body` is the master's style of running text."""

    layout: SlideLayout
    slots: tuple[Slot, ...]
    palette: Palette
    backdrop: Backdrop
    body: Style

    @property
    def name(self) -> str:
        """What PowerPoint shows."""
        return str(self.layout.name)

    @property
    def title(self) -> Slot | None:
        """The placeholder of the title."""
        return next((slot for slot in self.slots if slot.kind == "title"), None)

    def of(self, *kinds: str) -> list[Slot]:
        """Return the placeholders of some kinds, the upper and left ones first."""
        found = [slot for slot in self.slots if slot.kind in kinds]
        return sorted(found, key=lambda slot: (round(slot.box.top, 1), slot.box.left))

    @property
    def content(self) -> list[Slot]:
        """The placeholders that something may be put into."""
        return self.of("text", "any", "picture", "table", "chart")


def survey(deck: Presentation) -> list[list[Native]]:
    """List the layouts of each master."""
    whole = Box(0, 0, (deck.slide_width or 0) / EMU, (deck.slide_height or 0) / EMU)
    return [_natives(master, whole) for master in deck.slide_masters]


def theme_of(master: SlideMaster) -> _Element:
    """Return a master's theme."""
    theme: _Element = parse_xml(master.part.part_related_by(RT.THEME).blob)
    return theme


def faces_of(master: SlideMaster, usual: tuple[str, str]) -> tuple[str, str]:
    """Return the families of a master's titles and text; `usual` where it names none."""
    kinds = (("title", "p:titleStyle"), ("body", "p:bodyStyle"))
    heading, body = (
        typeface(_parents(master, kind), master.element.find(f".//{qn(style)}"), name)
        for (kind, style), name in zip(kinds, usual, strict=True)
    )
    return heading, body


def _natives(master: SlideMaster, whole: Box) -> list[Native]:
    theme = theme_of(master)
    # By the master that a layout names: PowerPoint does not open a file where it names none.
    return [_native(layout, layout.slide_master, theme, whole) for layout in master.slide_layouts]


def _native(layout: SlideLayout, master: SlideMaster, theme: _Element, whole: Box) -> Native:
    own = next(layout.element.iter(qn("a:overrideClrMapping")), None)
    colours = palette(theme, master.element.find(qn("p:clrMap")) if own is None else own)
    slots = tuple(_slots(layout, master, colours))
    if not any(slot.kind == "title" for slot in slots):
        slots = (*slots, *(slot for slot in _slots(master, master, colours, orphan=True) if slot.kind == "title"))
    body = style(_parents(master, "body"), master.element.find(f".//{qn('p:bodyStyle')}"), colours)
    return Native(layout, slots, colours, backdrop(layout, master, colours, theme, whole), body)


def _slots(
    page: SlideLayout | SlideMaster, master: SlideMaster, colours: Palette, *, orphan: bool = False
) -> Iterator[Slot]:
    """Yield the placeholders that have a place and stand upright; an `orphan` is the master's, not the layout's."""
    for mark in _marks(page):
        kind = _KINDS.get(mark.get("type", "obj"))
        if kind is None or mark.get("orient") == "vert":
            continue
        shapes = [_shape(mark), *_parents(master, _PARENTS.get(kind, "body"))]
        box = next(filter(None, map(_place, shapes)), None)
        if box is None or not (box.width and box.height):
            continue
        general = master.element.find(f".//{qn(_STYLES.get(kind, 'p:bodyStyle'))}")
        found = Slot(None if orphan else mark, kind, box, style(shapes, general, colours))
        if found.style.upright:
            yield found


def _place(shape: _Element) -> Box | None:
    """Return where a shape stands, if it says so itself."""
    frame = cast("CT_Transform2D | None", next(shape.iter(qn("a:xfrm"), qn("p:xfrm")), None))
    sides = () if frame is None else (frame.x, frame.y, frame.cx, frame.cy)
    if not sides or None in sides:
        return None
    left, top, width, height = (side / EMU for side in sides)
    return Box(left, top, left + width, top + height)


def _parents(master: SlideMaster, kind: str) -> list[_Element]:
    return [_shape(mark) for mark in _marks(master) if mark.get("type") == kind]


def _marks(page: SlideLayout | SlideMaster) -> list[_Element]:
    """Return the marks of a page's placeholders, all at once: python-pptx asks each shape, whenever one is wanted."""
    found: list[_Element] = page.element.xpath("p:cSld/p:spTree/*/*[1]/p:nvPr/p:ph")
    return found


def _shape(mark: _Element) -> _Element:
    """Return the shape that a mark makes a placeholder: the mark stands in its properties, in their first element."""
    return next(islice(mark.iterancestors(), 2, None))
