"""Figures whose exercises are opposite, and points that come back. Pages are 200 by 100 pt with a margin of 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = """p {line-height: 10pt} .figure, .match, .grading {break-inside: avoid} .figure {break-after: avoid}
.figure[data-parted] {break-after: auto}
section .exercise {margin-top: 8pt} section .exercise[data-closer] {margin-top: 4pt}"""
LINE = "<p>A line</p>"


def figure(lines: int) -> str:
    return f'<div class="figure">{LINE * lines}</div>'


def match(lines: int) -> str:
    return f'<div class="exercise match">{LINE * lines}</div>'


def sheet(kind: str, high: int) -> str:
    points = f'<div class="grading" style="height:{high}pt">{LINE}</div>'
    return f'<section class="{kind}">{LINE}{match(2)}{match(2)}{points}</section>'


@pytest.mark.parametrize(
    ("source", "lines", "is_faced"),
    [
        # The second page is a left one: the exercise stands opposite.
        (LINE * 11 + figure(3) + match(5), [8, 3 + 3, 5], True),
        # The first one is a leaf's front.
        (LINE * 3 + figure(3) + match(5), [3, 3 + 5], False),
        # It is white for less than two fifths.
        (LINE * 13 + figure(3) + match(5), [8, 5, 3 + 5], False),
        # The figure has no room there either.
        (LINE * 11 + figure(6) + match(2), [8, 3, 6 + 2], False),
        # Of two that an exercise needs, the last that has room.
        (LINE * 10 + figure(3) + figure(3) + match(2), [8, 2 + 3 + 3, 2], True),
        (LINE * 11 + figure(3) + figure(3) + match(2), [8, 3 + 3, 3 + 2], True),
    ],
)
def test_a_figure_stays_on_a_left_page_with_its_exercise_opposite(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, lines: list[int], *, is_faced: bool
) -> None:
    document, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == lines
    assert any(name == "faced" for _, name in mended) is is_faced


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        (sheet("worksheet", 16), 1),
        # They lack more than exercises give.
        (sheet("worksheet", 40), 2),
        # No pack of pages is drawn together for its points.
        (sheet("unit", 16), 2),
    ],
)
def test_points_come_back_where_exercises_that_come_closer_give_them_the_room(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, pages: int
) -> None:
    document, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert len(document.pages) == pages
    assert sum(name == "pressed" for _, name in mended) == (2 if pages == 1 else 0)
