"""A kind of block without a view of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.render.look.templates import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_kind_without_a_view_prints_no_note_and_no_answer(unit: Callable[..., Path]) -> None:
    quote = "```{quote}\ntext: Shown.\nby: Anyone\nslide: {title: Short, notes: Said.}\n```\n"
    (item,) = ready(unit(f"## Springs\n\n{quote}")).pack.units[0].items()
    page = environment().overlay()
    page.filters = {**page.filters, "line": lambda text: text.plain()}
    view = page.get_template("blocks/fallback.handout.html.j2")
    shown = view.render(block=item.block)
    assert "Shown." in shown
    assert "Said." not in shown
    assert "Short" not in shown
