"""How many slides a page of notes has, and on which side they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import ready
from coursepack.outputs import notes
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# How wide A4 is, and half of that (pt).
WIDE, HALF = 595.3, 297.6


@pytest.mark.parametrize(
    ("paper", "said", "per"), [("a4", None, 3), ("letter", None, 3), ("a5", None, 2), ("a5", 3, 3), ("a4", 6, 6)]
)
def test_where_nobody_says_it_a_page_has_as_many_slides_as_can_be_read(
    unit: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, paper: str, said: int | None, per: int
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(notes, "print_deck", lambda *given: asked.extend(given))
    notes.make(ready(unit("## S\n\nx\n"), None, paper), None, paper, per=said)
    assert asked[-1] == per


@pytest.mark.parametrize(("language", "leads_right"), [("en", False), ("ar", True)])
def test_slides_stand_at_the_side_where_lines_are_read_from(
    unit: Callable[..., Path], language: str, *, leads_right: bool
) -> None:
    course = f"title: Rivers\nlanguage: {language}\nunits: [units/01-water.md]\n"
    (page, *_) = Reading(notes.make(ready(unit("## S\n\nx\n", {"course.yaml": course})), None, "a4").data).pages
    (frame, *_) = [one for one in page.drawings if one.right - one.left > HALF and one.top - one.bottom > HALF / 2]
    assert frame.left + frame.right > WIDE if leads_right else frame.left + frame.right < WIDE
