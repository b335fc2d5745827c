"""Code as HTML for paper: a line an element, so that lines keep their breaks and may bear numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.words.highlight import Piece, highlight, plain, size
from coursepack.render.words.signs import shrunk

if TYPE_CHECKING:
    from collections.abc import Collection

    from coursepack.render.look.measure import Columns
    from coursepack.render.words.highlight import Line

_TURNED = 4  # columns by which the rest of a line is indented that is turned over
_TAGS = {
    "keyword": Markup("<b>{}</b>"),
    "comment": Markup("<i>{}</i>"),
    "string": Markup('<span class="string">{}</span>'),
}


def listing(
    columns: Columns,
    source: str,
    language: str,
    numbered: bool = False,  # noqa: FBT001, FBT002 (templates call it)
    emphasis: Collection[int] = (),
) -> Markup:
    """Set code in the smallest measure that holds it; `emphasis` are the lines that matter, counted from 1.

    What no measure holds has its lines turned over, but for a drawing.
    """
    lines = highlight(source, language)
    names = ["code", size(source, columns, numbered=numbered) or "wide small"]
    names += ["numbered"] if numbered else []
    most = columns.wide_small - (columns.gutter if numbered else 0)
    share = shrunk(plain(source), most)
    names += ["drawn"] if share < 1 else []
    made = [
        _line(piece, number, emphasis, turned=place > 0)
        for number, line in enumerate(lines, 1)
        for place, piece in enumerate(turned(line, most) if share == 1 else [line])
    ]
    names += ["long"] if len(made) > columns.lines else []
    inside = Markup("").join(made)
    if share < 1:
        inside = Markup('<div style="font-size:{:.1f}%">{}</div>').format(100 * share, inside)
    return Markup('<div class="{}">{}</div>').format(" ".join(names), inside)


def turned(line: Line, most: int) -> list[Line]:
    """Cut a line that is longer than `most` columns, after a blank if there is one; what is turned over is indented."""
    text = _text(line)
    indent = min(len(text) - len(text.lstrip()) + _TURNED, most // 2)
    found = []
    while len(_text(line)) > most:
        first, rest = _cut(line, _text(line).rfind(" ", indent, most) + 1 or most)
        found.append(first)
        line = (Piece(" " * indent, ""), *rest)
    return [*found, line]


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def _cut(line: Line, place: int) -> tuple[Line, Line]:
    """Cut the pieces of a line at a column."""
    first, rest, start = list[Piece](), list[Piece](), 0
    for piece in line:
        here = place - start
        first += [Piece(piece.text[:here], piece.look)] if here > 0 else []
        rest += [Piece(piece.text[max(0, here) :], piece.look)] if here < len(piece.text) else []
        start += len(piece.text)
    return tuple(first), tuple(rest)


def _line(line: Line, number: int, emphasis: Collection[int], *, turned: bool) -> Markup:
    pieces = Markup("").join(
        _TAGS[piece.look].format(piece.text) if piece.look else Markup.escape(piece.text) for piece in line
    )
    name = "line matters" if number in emphasis else "line"
    name += " turned" if turned else ""
    inside = Markup("<code>{}</code>").format(pieces) if pieces else "\u00a0"
    return Markup('<p class="{}" data-n="{}">{}</p>').format(name, number, inside)
