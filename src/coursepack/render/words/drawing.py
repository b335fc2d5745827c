"""Drawings as pictures inside HTML."""

from __future__ import annotations

import base64
import mimetypes
from math import ceil, inf
from pathlib import Path

from markupsafe import Markup

from coursepack.load import media
from coursepack.load.picture import is_vector
from coursepack.load.svg import set_in
from coursepack.render.words import equation
from coursepack.render.words.latex import lines

_PICTURE = Markup('<img class="math" src="{}" alt="{}" style="width:{:.3f}em;height:{:.3f}em;vertical-align:{:.3f}em">')


def url(svg: str) -> str:
    """Return an SVG as an address of its own."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def picture(file: str, family: str) -> str:
    """Return the picture in a file as an address of its own; the words of a drawing are set in a family."""
    data = media.picture(Path(file).read_bytes()).data
    data = set_in(data, family) if is_vector(data) else data
    kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def formula(latex: str, alt: str, *, inline: bool = True, most: float = inf) -> Markup:
    """Return an equation as a picture that stands on the baseline of its line.

    It is as large as the text, or smaller: no wider than `most` em.
    """
    drawn = equation.draw(latex, inline=inline)
    share = min(1.0, most / drawn.width) if drawn.width else 1.0
    return _PICTURE.format(url(drawn.svg), alt, *(share * one for one in (drawn.width, drawn.height, -drawn.depth)))


def display(latex: str, alt: str, most: float, high: float) -> Markup:
    """Return an equation as a picture, or as several below each other where it is higher than a page.

    `most` and `high` are what a page holds, in em of the text; `equation.check` has found none that can't be parted,
    or would be too small.
    """
    parts = _parts(latex, high)
    names = [alt, *(f"({number}/{len(parts)})" for number in range(2, len(parts) + 1))]
    made = (formula(part, name, inline=False, most=most) for part, name in zip(parts, names, strict=True))
    return Markup("<br>").join(made)


def _parts(latex: str, high: float) -> list[str]:
    """Part an equation into as few as are no higher than a page; lines differ in height, so each part is drawn."""
    fewest, found, parts = ceil(equation.draw(latex, inline=False).height / high), lines(latex), [latex]
    if fewest <= 1:  # one that draws as nothing is no higher than a page either
        return parts
    for count in range(fewest, len(found.rows) + 1):
        parts = found.shared(count)
        if all(equation.draw(part, inline=False).height <= high for part in parts):
            break
    return parts
