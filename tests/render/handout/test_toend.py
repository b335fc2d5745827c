"""Long gaps that end a line, seen on boxes of a finished page: they end where the line does."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML

from coursepack.render.handout import toend

GAP = '<span class="{}" style="display:inline-block;width:{}px"></span>'
STYLE = "<style>@page {size:240px 400px; margin:20px} body {margin:0; font:10px/20px sans-serif}</style>"


def ends(words: str, name: str = toend.NAME, wide: int = 80) -> list[tuple[float, float]]:
    """Return where the gap of some words begins and ends, before and after it is ruled to its line's end."""
    page = HTML(string=STYLE + words.format(GAP.format(name, wide))).render().pages[0]._page_box  # noqa: SLF001 no public name
    (gap,) = (box for box in page.descendants() if box.element is not None and box.element.get("class") == name)
    found: list[Any] = [(gap.position_x, gap.position_x + gap.width)]
    toend.rule(page)
    return [*found, (gap.position_x, gap.position_x + gap.width)]


@pytest.mark.parametrize(
    "words",
    ["<p>Why: {}", "<p>Why: {}<br>Who", "<p>Why: <em>so {} </em>", "<ul style='padding:0'><li>Why {}</ul>"],
)
def test_it_begins_behind_its_words_and_ends_with_the_line(words: str) -> None:
    (left, _), after = ends(words)
    assert after == (left, pytest.approx(220))


def test_without_room_behind_its_words_it_has_a_line_of_its_own() -> None:
    assert ends("<p>Why did they go away and where to? {}")[1] == (20, pytest.approx(220))


def test_from_right_to_left_it_ends_at_the_left() -> None:
    (_, right), after = ends('<p dir="rtl" style="direction:rtl">Why {}')
    assert after == (20, pytest.approx(right))


@pytest.mark.parametrize("words", ["<p>Why {} and who", "<p style='text-align:center'>Why {}"])
def test_what_ends_no_line_stays(words: str) -> None:
    before, after = ends(words)
    assert before == after
    assert len(set(ends("<p>Why {}", "gap"))) == 1
