"""Room on a template's layout: that of its placeholders, and what is free beside its title. Inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native

_AIR = 0.06  # between what is drawn and what stands beside it
_LESS = 2 / 3  # of the room above a title that below it has at least, to be taken: what follows is read after it


def free(native: Native, title: Box, book: Book) -> Box:
    """Return the room below the title, or above it if that is much larger, clear of the foot and of what is drawn.

    Where that is strewn all over it, leaving less than half, the room is whole: what can't be read there gets a plate.
    """
    whole, feet = native.backdrop.whole, native.of("footer", "page")
    low = [slot.box.top for slot in feet if slot.box.top > whole.height / 2]
    bottom = min([whole.height - book.margin, *(top - book.below for top in low if top > title.bottom)])
    left, right = max(title.left, book.margin), min(title.right, whole.width - book.margin)
    below = Box(left, title.bottom + book.below, right, max(bottom, title.bottom + book.below))
    above = Box(left, book.margin, right, max(title.top - book.below, book.margin))
    room = _better(below, above)
    found = _better(*(clear(one, native.backdrop.drawn) for one in (below, above)))
    return found if size(found) >= size(room) / 2 else room


def _better(below: Box, above: Box) -> Box:
    return below if size(below) >= _LESS * size(above) else above


def clear(room: Box, drawn: Sequence[Box]) -> Box:
    """Cut a room before each drawn box that reaches into it, at the side where least is lost."""
    for reaching in drawn:
        if room.nears(reaching):
            box = reaching.grown(_AIR)
            cuts = [
                Box(room.left, room.top, room.right, min(room.bottom, box.top)),
                Box(room.left, max(room.top, box.bottom), room.right, room.bottom),
                Box(room.left, room.top, min(room.right, box.left), room.bottom),
                Box(max(room.left, box.right), room.top, room.right, room.bottom),
            ]
            room = max(cuts, key=size)
    return room


def size(room: Box) -> float:
    """Return a room's area; a box turned inside out has none."""
    return max(0.0, room.width) * max(0.0, room.height)
