"""Words on slides and in notes: signs in place of drawings and boxes, and no links inside the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.render.words.slidewords import SlideWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


def said(unit: Callable[..., Path], text: str, edition: str = "student") -> str:
    """Set the first text of a unit."""
    made = ready(unit(f"## S\n\n{text}\n"), Copy(edition))  # type: ignore[arg-type]
    body = next(block.body for block in made.pack.units[0].part.blocks() if block.kind_name() == "text")  # type: ignore[attr-defined]
    return str(SlideWords(made.pack).prose(body))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "$$\\begin{array}{c}a\\\\\\hline b\\end{array}$$",
            r'<div class="part" data-latex="\begin{array}{c}a\\\hline b\end{array}" data-alt="a next row, b"></div>',
        ),
        ("Area $x^2$.", '<p>Area <span data-latex="x^2">x²</span>.</p>'),
        ("- [x] done\n- [ ] open", '<ul>\n<li class="todo ticked">√ done</li>\n<li class="todo">□ open</li>\n</ul>'),
        ("```\na  = 1\n\n```", '<div class="part code"><p><code>a~~=~1</code></p></div>'),
        ("Begins^[At a spring.].", '<p>Begins<sup data-footnote="1">At a spring.</sup>.</p>'),
    ],
)
def test_what_no_slide_can_draw_is_written_in_signs(unit: Callable[..., Path], text: str, html: str) -> None:
    assert said(unit, text) == html.replace("~", "\u00a0")


def test_a_table_in_a_text_is_a_figure_that_is_called_by_its_head(unit: Callable[..., Path]) -> None:
    table = said(unit, "Look:\n\n| River | km |\n|---|---|\n| Rhine | 1233 |\n")
    assert '<table class="part" data-alt="River, km"' in table
    headless = said(unit, "Look:\n\n| | |\n|---|---|\n| Rhine | 1233 |\n| Aare | 288 |\n")
    assert '<table class="part" data-alt="Rhine, Aare"' in headless


def test_slides_have_no_links_inside_the_course(golden_course: Ready) -> None:
    words = SlideWords(golden_course.pack)
    texts = [
        str(words.prose(block.body)) for block in golden_course.course.units[0].blocks() if block.kind_name() == "text"
    ]  # type: ignore[attr-defined]
    assert "(Murray 1999, p.\u00a029)" in texts[0]
    assert not [text for text in texts if "<a " in text or "note" in text]
