"""Boxes of a finished page, by the class of their element."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from weasyprint.layout.absolute import AbsolutePlaceholder

from coursepack.render.handout.walk import find


def box(classes: str | None = None, *children: Any, element: bool = True) -> SimpleNamespace:  # noqa: ANN401 boxes
    own = {} if classes is None else {"class": classes}
    return SimpleNamespace(element=own if element else None, children=children)


INNER = box("room")
ROOM = box("left room", INNER)
PAGE = box(None, box("rooms"), box(None, ROOM, element=False), SimpleNamespace(element=None, children=None))


@pytest.mark.parametrize(
    ("name", "found"), [("room", [ROOM]), ("left", [ROOM]), ("rooms", [PAGE.children[0]]), ("roo", [])]
)
def test_the_outermost_boxes_of_a_class_are_found_by_whole_words(name: str, found: list[Any]) -> None:
    assert list(find(PAGE, name)) == found


def test_a_box_that_is_placed_absolutely_is_found_behind_its_placeholder() -> None:
    placed = AbsolutePlaceholder.__new__(AbsolutePlaceholder)
    object.__setattr__(placed, "_box", ROOM)
    assert list(find(box(None, placed), "room")) == [ROOM]
