"""Gives a table's columns the room that their longest words need, whatever their widths were meant to be.

Widths that an author or a style sheet shares out hold where each column has room for its words. One that lacks some
takes it from those that have more than they need. Only where there is not enough in all are words hyphenated, at
their syllables, and words that are bound to each other parted; the engine would break them anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.preferred import table_and_columns_preferred_widths

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

# The least letters of a word that is hyphenated, and of what stands before and after its hyphen.
_SYLLABLES = (8, 3, 3)
# Blanks at which no line ends, and what they become.
_BOUND = {0xA0: " ", 0x202F: " "}
# The white beside cells, and how much of it may go to words that cannot be hyphenated, as those of Hebrew and Arabic.
_SIDES, _CLOSEST = ("padding_left", "padding_right"), 0.5
# What rounding may take from a column, in px.
_NEAR = 0.1


def whole_words() -> AbstractContextManager[None]:
    """Lay tables out so."""
    original = block.table_wrapper_width
    # What words need, of tables whose words are hyphenated: they are laid out again on each page.
    known: dict[Any, list[float]] = {}

    def widths(context: Any, wrapper: Any, around: Any) -> None:  # noqa: ANN401 WeasyPrint has no types
        original(context, wrapper, around)
        table = wrapper.get_wrapped_table()
        if table.element_tag == "table" and table.style["border_collapse"] == "collapse" and not _pictured(table):
            _widen(context, wrapper, known.setdefault(table, _least(context, wrapper)), _asked(table, around[0]))

    return replaced(block, table_wrapper_width=widths)


def shared(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """Give each column its least width, taken from those that have more: there must be enough in all."""
    lack = sum(max(0.0, need - has) for has, need in zip(widths, least, strict=True))
    spare = sum(max(0.0, has - need) for has, need in zip(widths, least, strict=True))
    part = min(1.0, lack / spare) if spare else 0.0
    return [need if need > has else has - (has - need) * part for has, need in zip(widths, least, strict=True)]


def _widen(context: Any, wrapper: Any, words: Sequence[float], room: float) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Share the room (px) out anew, if a column lacks some for its `words` or all of them take more."""
    table = wrapper.get_wrapped_table()
    widths = table.column_widths
    fits = sum(widths) <= room + _NEAR
    if len(widths) != len(words) or (fits and all(has + _NEAR > need for has, need in zip(widths, words, strict=True))):
        return
    scale = room / sum(widths)
    least = words if sum(words) <= room else _parted(context, wrapper, words, room)
    table.column_widths = shared([width * scale for width in widths], least)
    table.width = sum(table.column_widths)
    wrapper.width = table.border_width()


def _parted(context: Any, wrapper: Any, words: Sequence[float], room: float) -> list[float]:  # noqa: ANN401 WeasyPrint's boxes
    """Hyphenate column after column, that of the longest word first, until all have room; return their widths (px)."""
    least = list(words)
    for column in sorted(range(len(words)), key=lambda place: -words[place]):
        _hyphenate(wrapper.get_wrapped_table(), column)
        context.tables.pop(wrapper.get_wrapped_table(), None)
        least = _least(context, wrapper)
        if sum(least) <= room:
            break
    if sum(least) > room:
        least = _nearer(context, wrapper, least, sum(least) - room)
    # What is left brings each nearer to what its words need.
    part = (room - sum(least)) / max(_NEAR, sum(words) - sum(least))
    if part < 0:
        return [need * room / sum(least) for need in least]
    return [short + (long - short) * part for short, long in zip(least, words, strict=True)]


def _nearer(context: Any, wrapper: Any, least: list[float], lack: float) -> list[float]:  # noqa: ANN401 WeasyPrint's boxes
    """Set columns nearer to each other if that is all that whole words need; return their widths (px)."""
    cells = list(_cells(wrapper.get_wrapped_table()))
    white = sum(cell.style[side].value for cell in cells for side in _SIDES) / max(1, len(cells)) * len(least)
    if lack > _CLOSEST * white:
        return least
    for cell in cells:
        cell.style = cell.style.copy()
        for side in _SIDES:
            cell.style[side] = cell.style[side]._replace(value=cell.style[side].value * (1 - lack / white))
    context.tables.pop(wrapper.get_wrapped_table(), None)
    return _least(context, wrapper)


def _asked(table: Any, around: float) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how wide (px) a table is to be: what it took beyond that it took for words."""
    width = table.style["width"]
    if width == "auto":
        return float(min(around, sum(table.column_widths)))
    return float(width.value * around / 100 if width.unit == "%" else width.value)


def _least(context: Any, wrapper: Any) -> list[float]:  # noqa: ANN401 WeasyPrint's boxes
    """Return what the longest word of each column needs (px)."""
    return list(table_and_columns_preferred_widths(context, wrapper, outer=False)[2])


def _cells(table: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    return (cell for group in table.children for row in group.children for cell in row.children)


def _hyphenate(table: Any, column: int) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Have the words of a column hyphenated, and parted at every blank."""
    for cell in _cells(table):
        if cell.grid_x <= column < cell.grid_x + cell.colspan:
            for box in cell.descendants():
                _loosen(box)


def _loosen(box: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Let lines end inside a box: at syllables, and at blanks that bind what stands around them."""
    # Boxes of other columns have the same style.
    box.style = box.style.copy()
    if box.style["white_space"] == "nowrap":
        box.style["white_space"] = "normal"
    if isinstance(box, boxes.TextBox):
        box.text = box.text.translate(_BOUND)
        box.style["hyphens"] = "auto"
        box.style["hyphenate_limit_chars"] = _SYLLABLES


def _pictured(table: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether there are pictures in a table that are as wide as their column lets them be."""
    pictures = (box for box in table.descendants() if isinstance(box, boxes.ReplacedBox))
    return any(getattr(picture.style["max_width"], "unit", "") == "%" for picture in pictures)
