"""After layout: an answer that goes beyond its room is taken out, and a word stays that says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from collections.abc import Iterable

# What rounding may add to a box, in px.
_NEAR = 0.5


def drop_outside(page: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Keep one of the two in every room for an answer: the answer where it fits, the word otherwise."""
    for room in find(page, "room"):
        answers = list(find(room, "answer"))
        fits = all(_inside(answer, room) for answer in answers)
        _empty(find(room, "elsewhere") if fits else answers)


def _inside(answer: Any, room: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    below = answer.border_box_y() + answer.border_height() - room.border_box_y() - room.border_height()
    beyond = answer.border_width() - room.border_width()
    return bool(max(below, beyond) < _NEAR)


def _empty(boxes: Iterable[Any]) -> None:
    for box in boxes:
        box.children = []
