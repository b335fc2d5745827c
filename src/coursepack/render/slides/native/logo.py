"""The theme's logo on the deck's layouts: on the title, and in the foot of slides that have one."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import fromstring
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from coursepack.load import media
from coursepack.load.svg import set_in
from coursepack.render.figures.crop import size_of
from coursepack.render.slides.native.picture import fallback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design, Layout, Rect

_VECTOR = PackURI("/ppt/media/logo.svg")


def place(design: Design, layout: Layout, theme: Theme) -> Rect | None:
    """Return where the logo stands on a layout (inches), in its own proportions at the left of its room."""
    room = design.logos.title if "sign" in layout.frames else design.logos.foot if "footer" in layout.frames else None
    if theme.logo is None or room is None or layout.ground != "paper" or _covered(room, layout):
        return None
    wide, high = size_of(_read(theme.logo.file))
    scale = min(room[2] / wide, room[3] / high)
    return (room[0], room[1] + (room[3] - high * scale) / 2, wide * scale, high * scale)


def _covered(room: Rect, layout: Layout) -> bool:
    """Say whether a picture may stand over the logo's room."""
    return any(
        frame.type == "region" and frame.at[0] + frame.at[2] > room[0] and frame.at[1] + frame.at[3] > room[1]
        for frame in layout.frames.values()
    )


def brand(deck: Deck, design: Design, theme: Theme, templates: Environment) -> None:
    """Put the theme's logo on every layout that has room for it, behind all that a slide has."""
    for number, (layout, at) in enumerate(_places(design, theme)):
        if theme.logo and at:
            made = deck.slide_layouts[number]
            data = _read(theme.logo.file)
            is_vector = theme.logo.file.lower().endswith(".svg")
            image = fallback(data, theme, at[2] * 4, at[3] * 4) if is_vector else data
            _, picture = made.part.get_or_add_image_part(BytesIO(image))
            vector = (
                made.part.relate_to(_part(deck, set_in(data, theme.deck.body.family)), RT.IMAGE) if is_vector else ""
            )
            alt = theme.logo.alt if "sign" in layout.frames else ""
            xml = templates.get_template("deck/logo.xml.j2").render(at=at, alt=alt, picture=picture, vector=vector)
            made.shapes._spTree.insert(2, fromstring(xml))  # noqa: SLF001 (python-pptx adds no shapes to layouts)


def _places(design: Design, theme: Theme) -> Iterator[tuple[Layout, Rect | None]]:
    return ((layout, place(design, layout, theme)) for layout in design.layouts.values())


def _part(deck: Deck, data: bytes) -> Part:
    """Return the part that holds the logo as it was drawn, of which there is one."""
    package = deck.part.package
    found = next((part for part in package.iter_parts() if part.partname == _VECTOR), None)
    return found or Part(_VECTOR, "image/svg+xml", package, data)


def _read(file: str) -> bytes:
    return _picture(Path(file).read_bytes())


@lru_cache(maxsize=4)
def _picture(data: bytes) -> bytes:
    return media.picture(data).data
