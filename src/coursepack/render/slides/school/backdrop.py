"""What stands behind a layout's text: its ground, and the shapes and pictures that master and layout draw. Inches."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from coursepack.render.geometry import Box
from coursepack.render.slides.school.colour import Palette, laid, luminance
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element
    from pptx.opc.package import Part
    from pptx.slide import SlideLayout, SlideMaster

_GRID = 12  # a picture's colours are looked at in so many columns and rows
_CLEAR = 127  # of 255: a picture shows what is behind it where it is less solid
_NEARLY = 0.02  # inches
_FILLS = 1001  # the number of the first of a theme's fills for grounds
_MOST = 200  # colours that are told apart behind a box
_SHAPES = frozenset(qn(f"p:{tag}") for tag in ("sp", "pic", "cxnSp", "graphicFrame"))


@dataclass(frozen=True)
class Layer:
    """A shape and its colours: one, several of a gradient or picture, none if it is open or not to be known.

    RRGGBB, or RRGGBBAA where what is behind shows through.
    """

    box: Box
    colours: tuple[str, ...]


@dataclass(frozen=True)
class Backdrop:
    """The layers from the ground up; the first is the whole slide."""

    layers: tuple[Layer, ...]

    @property
    def whole(self) -> Box:
        """The slide."""
        return self.layers[0].box

    def scale(self, width: float, height: float) -> float:
        """Return how large the slide is by one of these sides (inches): the sides of squares of their areas.

        A slide is shown as large as its screen is, whatever its file says: type of the same share of it is as legible.
        """
        return float(((self.whole.width * self.whole.height) / (width * height)) ** 0.5)

    def behind(self, box: Box) -> tuple[str, ...]:
        """Return every colour that may stand behind a box."""
        found: tuple[str, ...] = ()
        for layer in self.layers:
            if layer.colours and layer.box.nears(box):
                seen = {laid(colour, under) for colour in layer.colours for under in found or ("FFFFFF",)}
                found = tuple(sorted(seen if _covers(layer.box, box) else {*found, *seen}))
                if len(found) > _MOST:  # the lightest and the darkest are what matters
                    found = (min(found, key=luminance), max(found, key=luminance))
        return found

    def with_plate(self, box: Box, colour: str) -> Backdrop:
        """Return the backdrop with a plate of one colour laid over a box."""
        return Backdrop((*self.layers, Layer(box, (colour,))))

    @property
    def drawn(self) -> list[Box]:
        """The places of what is drawn on the ground, but for what covers half of it: that is a ground itself."""
        half = self.whole.width * self.whole.height / 2
        return [layer.box for layer in self.layers[1:] if layer.box.width * layer.box.height < half]


def backdrop(layout: SlideLayout, master: SlideMaster, palette: Palette, theme: _Element, whole: Box) -> Backdrop:
    """Read the layers of a layout: its master's first, if it shows them."""
    ground: tuple[str, ...] = ()
    fills = [fill for found in theme.iter(qn("a:bgFillStyleLst")) for fill in found]
    source = master.part.part_related_by(RT.THEME)
    for page in (master, layout):
        ground = _ground(page.element, page.part, palette) or _filled(page.element, fills, source, palette) or ground
    shown = layout.element.get("showMasterSp", "1") not in {"0", "false"}
    pages = (master, layout) if shown else (layout,)
    layers = [layer for page in pages for layer in _layers(page.shapes._spTree, page.part, palette)]  # noqa: SLF001 python-pptx has no public name for it
    return Backdrop((Layer(whole, ground or (palette.colours.get("bg1", "FFFFFF"),)), *layers))


def _ground(page: _Element, part: Part, palette: Palette) -> tuple[str, ...]:
    """Read a ground of a page's own."""
    own = page.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}")
    return _colours(own, part, palette) if own is not None else ()


def _filled(page: _Element, fills: Sequence[_Element], theme: Part, palette: Palette) -> tuple[str, ...]:
    """Read a ground that is one of the theme's fills, with a colour in the place of its own."""
    reference = page.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgRef')}")
    if reference is None:
        return ()
    colour, number = palette.read(reference), reference.get("idx", "")
    placed = Palette({**palette.colours, "phClr": colour})
    chosen = [fill for at, fill in enumerate(fills, _FILLS) if number == str(at)]
    return _colours(chosen, theme, placed) or tuple(filter(None, (colour,)))


def _layers(tree: _Element, part: Part, palette: Palette) -> Iterator[Layer]:
    """Yield what is drawn, groups opened; a placeholder's own fill shows on slides too."""
    for shape in tree:
        if shape.tag == qn("p:grpSp"):
            frame = shape.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
            inside = list(_layers(shape, part, palette))
            yield from (Layer(_moved(layer.box, frame), layer.colours) for layer in inside)
        elif shape.tag in _SHAPES and next(shape.iter(qn("p:ph")), None) is None:
            box = _box(next(shape.iter(qn("a:xfrm"), qn("p:xfrm")), None))
            properties = shape if shape.tag == qn("p:pic") else shape.find(qn("p:spPr"))
            if box is not None:
                colours = _colours(properties, part, palette) if properties is not None else ()
                yield Layer(box, colours or _styled(shape, palette))


def _styled(shape: _Element, palette: Palette) -> tuple[str, ...]:
    """Return the fill that a shape takes from the theme, if it says none itself."""
    properties, reference = shape.find(qn("p:spPr")), next(shape.iter(qn("a:fillRef")), None)
    if properties is None or properties.find(qn("a:noFill")) is not None or reference is None:
        return ()
    colour = palette.read(reference) if reference.get("idx") != "0" else ""
    return (colour,) if colour else ()


def _colours(properties: Iterable[_Element], part: Part, palette: Palette) -> tuple[str, ...]:
    for child in properties:
        if child.tag == qn("a:solidFill"):
            return tuple(filter(None, (palette.tint(child),)))
        if child.tag in {qn("a:gradFill"), qn("a:pattFill")}:
            stops = child.iter(qn("a:gs"), qn("a:fgClr"), qn("a:bgClr"))
            return tuple(filter(None, (palette.tint(stop) for stop in stops)))
        if child.tag in {qn("a:blipFill"), qn("p:blipFill")}:
            return _picture(child, part)
    return ()


def _picture(fill: _Element, part: Part) -> tuple[str, ...]:
    """Return the colours of a picture, seen small; none of one that Pillow can't read."""
    blip = next(fill.iter(qn("a:blip")), None)
    key = blip.get(qn("r:embed"), "") if blip is not None else ""
    if key not in part.rels:
        return ()
    try:
        with Image.open(BytesIO(part.related_part(key).blob)) as image:
            small = image.convert("RGBA").resize((_GRID, _GRID))
    except (UnidentifiedImageError, OSError):
        return ()
    data = small.tobytes()
    pixels = (data[start : start + 4] for start in range(0, len(data), 4))
    return tuple(sorted({pixel[:3].hex().upper() for pixel in pixels if pixel[3] > _CLEAR}))


def _box(frame: _Element | None) -> Box | None:
    offset, extent = (frame.find(qn(f"a:{tag}")) if frame is not None else None for tag in ("off", "ext"))
    if offset is None or extent is None:
        return None
    left, top = int(offset.get("x", "0")) / EMU, int(offset.get("y", "0")) / EMU
    return Box(left, top, left + int(extent.get("cx", "0")) / EMU, top + int(extent.get("cy", "0")) / EMU)


def _moved(box: Box, frame: _Element | None) -> Box:
    """Return where a box of a group stands on the slide."""
    outer = _box(frame)
    start, extent = (frame.find(qn(f"a:{tag}")) if frame is not None else None for tag in ("chOff", "chExt"))
    if outer is None or start is None or extent is None:
        return box
    across = outer.width / (int(extent.get("cx", "0")) / EMU or 1)
    down = outer.height / (int(extent.get("cy", "0")) / EMU or 1)
    x, y = int(start.get("x", "0")) / EMU, int(start.get("y", "0")) / EMU
    left, top = outer.left + (box.left - x) * across, outer.top + (box.top - y) * down
    return Box(left, top, left + box.width * across, top + box.height * down)


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left + _NEARLY
        and outer.right >= inner.right - _NEARLY
        and outer.top <= inner.top + _NEARLY
        and outer.bottom >= inner.bottom - _NEARLY
    )
