"""Pictures in their placeholders: never stretched; an SVG comes with a PNG for programs that cannot draw it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import resvg_py
from lxml.etree import Element, SubElement, XMLParser, fromstring
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml.ns import qn

from coursepack.load.picture import is_vector
from coursepack.load.svg import set_in
from coursepack.render.figures.crop import Crop, crop, ratio, size_of
from coursepack.render.figures.wording import view
from coursepack.render.look.theme import font_path
from coursepack.render.slides.measure.faces import family
from coursepack.render.slides.native.alt import decorate, describe, lead
from coursepack.render.slides.native.legible import of_raster, of_vector
from coursepack.render.slides.units import EMU
from coursepack.run import store

if TYPE_CHECKING:
    from pptx.shapes.picture import Picture as Shown
    from pptx.shapes.placeholder import PicturePlaceholder, PlaceholderPicture

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.content import Picture
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.native.loose import Loose
    from coursepack.render.slides.native.page import Page

# Pixels an inch of the fallback: a slide of 13.3 inches fills a screen of 1920.
_DENSITY = 110
# Pixels an inch of a drawing's own size, as CSS has them: without, resvg knows no point and no millimetre.
_DPI = 96
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
VECTOR = f"{{{_ASVG}}}svgBlip"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def fill(placeholder: PicturePlaceholder | Loose, picture: Picture, frame: Frame, page: Page) -> list[Problem]:
    """Put a picture into its placeholder as large as it goes, flush with the frame's upper left (or right) corner.

    Return what is said of one that cannot be read at that size. One that says nothing need not be read.
    """
    return put(placeholder, page.kit.read(picture.source), picture, frame, page, theme=page.kit.own)


def put(  # noqa: PLR0913 (each is a thing of its own)
    placeholder: PicturePlaceholder | Loose, data: bytes, picture: Picture, frame: Frame, page: Page, *, theme: Theme
) -> list[Problem]:
    """Put what a picture shows into a placeholder, as `fill` does; a drawing's words are set in a theme's face.

    In a wider one than it was made for they would lie over each other.
    """
    vectors = is_vector(data)
    part = crop(size_of(data), ratio(picture.crop), picture.focus) if picture.crop else Crop()
    whole = (frame.at[2] / (1 - part.left - part.right), frame.at[3] / (1 - part.top - part.bottom))
    image = fallback(data, theme, *whole) if vectors else data
    made = placeholder.insert_picture(BytesIO(image))
    _place(made, frame, part)
    if vectors:
        _add_vector(made, set_in(data, theme.deck.body.family), page)
    if not picture.alt:
        decorate(made.element)
        return []
    describe(made.element, picture.alt)
    if picture.href:
        lead(made.element, page.link(picture.href))
    width, at = made.width / EMU / (1 - part.left - part.right), picture.at or page.slide.at
    if vectors:
        return list(of_vector(data, at, width, page.kit.floors["source"]))
    return list(of_raster(made.image.size, at, width))


def _place(made: PlaceholderPicture | Shown, frame: Frame, part: Crop) -> None:
    """Replace python-pptx's cropping by the author's and write the place: the part in its own proportions."""
    made.crop_left, made.crop_right = part.left, part.right
    made.crop_top, made.crop_bottom = part.top, part.bottom
    wide, high = made.image.size[0] * (1 - part.left - part.right), made.image.size[1] * (1 - part.top - part.bottom)
    left, top, width, height = frame.at
    scale = min(width / wide, height / high)
    room = width - wide * scale
    top += (height - high * scale) / 2 if frame.anchor == "ctr" else 0.0
    made.left, made.top = round((left + (room if frame.align == "r" else 0)) * EMU), round(top * EMU)
    made.width, made.height = round(wide * scale * EMU), round(high * scale * EMU)


def vector(svg: bytes, page: Page) -> str:
    """Store an SVG; return the id of the slide's relation to it."""
    name = page.kit.press.next_name("/ppt/media/vector%d.svg")
    part = Part(name, "image/svg+xml", page.made.part.package, svg)
    return page.made.part.relate_to(part, RT.IMAGE)


def _add_vector(made: PlaceholderPicture | Shown, svg: bytes, page: Page) -> None:
    """Add the SVG beside its fallback, as PowerPoint does since 2016."""
    extension = Element(qn("a:ext"), {"uri": _SVG})
    blip = SubElement(extension, VECTOR, nsmap={"asvg": _ASVG})
    blip.set(qn("r:embed"), vector(svg, page))
    base = next(made.element.iter(qn("a:blip")))
    SubElement(base, qn("a:extLst")).append(extension)


def fallback(svg: bytes, theme: Theme, width: float, height: float) -> bytes:
    """Draw an SVG as a PNG that fills a frame (inches), with the body face's twin and no font of the machine."""
    files = tuple(str(font_path(file)) for file in theme.deck.body.twin.values())
    own = set_in(svg, family(str(font_path(theme.deck.body.twin["regular"]))))
    return _draw(own, files, max(1, round(min(width, height * _proportion(svg)) * _DENSITY)))


def _proportion(svg: bytes) -> float:
    """Return the width of an SVG by its height, as its view box or its size says; 1 if it says neither."""
    root = fromstring(svg, XMLParser(resolve_entities=False, no_network=True))
    wide, high = view(root)
    return wide / high


@lru_cache(maxsize=64)
def _draw(svg: bytes, files: tuple[str, ...], width: int) -> bytes:
    faces = (Path(file).read_bytes() for file in files)
    name = store.key("raster", resvg_py.__version__, repr((width, _DPI)), svg, *faces)
    return store.kept(name, lambda: _drawn(svg, files, width))


def _drawn(svg: bytes, files: tuple[str, ...], width: int) -> bytes:
    drawn = resvg_py.svg_to_bytes(svg.decode(), width=width, dpi=_DPI, skip_system_fonts=True, font_files=list(files))
    return bytes(drawn)
