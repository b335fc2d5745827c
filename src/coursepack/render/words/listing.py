"""Code as HTML for paper: a line an element, so that lines keep their breaks and may bear numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.words.highlight import highlight, size

if TYPE_CHECKING:
    from collections.abc import Collection

    from coursepack.render.look.measure import Columns
    from coursepack.render.words.highlight import Line

_LONG = 30  # lines: such a listing may run over the end of a page
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
    """Set code in the smallest measure that holds it; `emphasis` are the lines that matter, counted from 1."""
    lines = highlight(source, language)
    names = ["code", size(source, columns, numbered=numbered) or "wide small"]
    names += ["numbered"] if numbered else []
    names += ["long"] if len(lines) > _LONG else []
    inside = Markup("").join(_line(line, number, emphasis) for number, line in enumerate(lines, 1))
    return Markup('<div class="{}">{}</div>').format(" ".join(names), inside)


def _line(line: Line, number: int, emphasis: Collection[int]) -> Markup:
    pieces = Markup("").join(
        _TAGS[piece.look].format(piece.text) if piece.look else Markup.escape(piece.text) for piece in line
    )
    name = "line matters" if number in emphasis else "line"
    return Markup('<p class="{}" data-n="{}">{}</p>').format(name, number, pieces or "\u00a0")
