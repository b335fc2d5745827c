"""Hangs the quotation mark that begins a line in the margin: the words of a paragraph then stand under each other.

This is `hanging-punctuation: first` of CSS Text 3, section 8.2, on every line, for quotation marks alone. WeasyPrint
has no such property; a style sheet asks for it with `--quotes-hang: yes`, and `no` where something stands close before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import category

from tinycss2 import serialize
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# Unicode's kinds of quotation marks: each of them opens one in some language. The low ones count as brackets there.
_KINDS, _LOW = ("Pi", "Pf"), "\u201e\u201a"
# The widest that hangs, as a share of the type size: Chinese marks have a square of their own, with white in it.
_WIDE = 0.7
# What rounding may take from a line's room, in px.
_NEAR = 0.01


def hanging_quotes() -> AbstractContextManager[None]:
    """Lay lines out so."""
    original = inline.text_align

    def align(context: Any, line: Any, room: float, last: bool) -> float:  # noqa: ANN401, FBT001 as the engine calls it
        offset = float(original(context, line, room, last))
        # A box that is as wide as its line has nothing beside it to hang in.
        return offset - _hung(context, line) if not offset and line.width < room - _NEAR else offset

    return replaced(inline, text_align=align)


def _hung(context: Any, line: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how far (px) a line hangs: as far as the mark is wide that it begins with."""
    text = _first(line)
    if text is None or not _quotes(text.text[:1]) or serialize(line.style["__quotes_hang"] or ()).strip() != "yes":
        return 0.0
    width = float(inline.split_first_line(text.text[0], text.style, context, None, 0)[3])
    return width if width <= _WIDE * text.style["font_size"] else 0.0


def _quotes(sign: str) -> bool:
    """Tell whether a sign is a quotation mark; a line may begin with none."""
    return bool(sign) and (category(sign) in _KINDS or sign in _LOW)


def _first(box: Any) -> Any:  # noqa: ANN401 WeasyPrint's boxes
    """Return the text that a line begins with, if it begins with one."""
    while not isinstance(box, boxes.TextBox):
        if not isinstance(box, boxes.LineBox | boxes.InlineBox) or not box.children:
            return None
        box = box.children[0]
    return box
