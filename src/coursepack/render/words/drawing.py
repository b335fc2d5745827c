"""Drawings as pictures inside HTML."""

from __future__ import annotations

import base64
import mimetypes
from math import ceil, inf
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.load import media
from coursepack.load.picture import is_vector
from coursepack.load.svg import set_in
from coursepack.render.words import equation
from coursepack.render.words.latex import lines

if TYPE_CHECKING:
    from coursepack.render.words.equation import Drawn, Room

_PICTURE = Markup('<img class="math" src="{}" alt="{}" style="width:{:.3f}em;height:{:.3f}em;vertical-align:{:.3f}em">')
_PIECE = Markup('<img class="math piece" src="{}" style="width:{:.3f}em;height:{:.3f}em;vertical-align:{:.3f}em">{}')

# What strokes of formulas are wider by (1/24 em): those of STIX are finer than the text's, and copies of copies had
# neither hats nor exponents. Much wider ones look bold beside the letters of the text.
_WIDER = 0.1


def url(svg: str) -> str:
    """Return an SVG as an address of its own."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def picture(file: str, family: str) -> str:
    """Return the picture in a file as an address of its own; the words of a drawing are set in a family."""
    data = media.picture(Path(file).read_bytes()).data
    data = set_in(data, family) if is_vector(data) else data
    kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _sturdy(drawn: Drawn) -> str:
    """Return the address of a formula whose strokes are about as heavy as those of the text around it."""
    svg = drawn.svg.replace("<svg ", f'<svg stroke-width="{_WIDER}" stroke-linejoin="round" ', 1)
    return url(svg.replace('fill="black"', 'fill="black" stroke="black"'))


def formula(latex: str, alt: str, *, inline: bool = True) -> Markup:
    """Return an equation as a picture that stands on the baseline of its line, as large as the text."""
    return _picture(equation.draw(latex, inline=inline), alt)


def in_line(latex: str, alt: str, room: Room) -> Markup:
    """Return an equation of a line of text: where it is wider than its room, in pieces that lines may part."""
    pieces = equation.pieces(latex, room)
    if len(pieces) == 1:
        return _picture(pieces[0].drawn, alt)
    made = (_PIECE.format(_sturdy(one.drawn), *_sizes(one.drawn), one.blank) for one in pieces)
    return Markup('<span class="math" data-pdf="Formula" alt="{}">{}</span>').format(alt, Markup().join(made))


def display(latex: str, alt: str, room: Room, high: float = inf) -> Markup:
    """Return an equation as a picture, or as several below each other where it is higher than a page.

    `high` is what a page holds, in em of the text; `equation.check` has found none that can't be parted,
    or would be too small. Where lines don't make it as narrow as its room, it is set smaller.
    """
    parts = _parts(latex, room, high)
    names = [alt, *(f"({number}/{len(parts)})" for number in range(2, len(parts) + 1))]
    made = (_picture(part, name, room.most) for part, name in zip(parts, names, strict=True))
    return Markup("<br>").join(made)


def _picture(drawn: Drawn, alt: str, most: float = inf) -> Markup:
    return _PICTURE.format(_sturdy(drawn), alt, *_sizes(drawn, min(1.0, most / drawn.width) if drawn.width else 1.0))


def _sizes(drawn: Drawn, share: float = 1.0) -> tuple[float, float, float]:
    return share * drawn.width, share * drawn.height, -share * drawn.depth


def _parts(latex: str, room: Room, high: float) -> list[Drawn]:
    """Draw an equation in as few parts as are no higher than a page; lines differ in height, so each is drawn."""
    parts = [equation.fitted(latex, room)]
    fewest, found = ceil(parts[0].height / high), lines(latex)
    if fewest <= 1:  # one that draws as nothing is no higher than a page either
        return parts
    for count in range(fewest, len(found.rows) + 1):
        parts = [equation.fitted(part, room) for part in found.shared(count)]
        if all(part.height <= high for part in parts):
            break
    return parts
