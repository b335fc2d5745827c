"""How many slides a page of notes has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import ready
from coursepack.outputs import notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
