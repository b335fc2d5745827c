"""Columns as wide as their author says: where their frames stand in the deck that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides import layouts
from coursepack.render.slides.measure import shares

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design

    Build = Callable[[str], tuple[Deck, list[Problem]]]

INCH = 914400
# The first column begins at 0.8 and the last ends at 12.53 inches; two that meet leave 0.7 between them.
LEFT, WIDTH, HALF = 0.8, 11.73, 0.35


def slide(columns: str, inside: str) -> str:
    return (
        f'<section data-layout="columns" data-columns="{columns}" data-at="u.md:4:1"><h2 data-ph="title">Ties</h2>'
        f'{inside}<p data-ph="footer">F</p></section>'
    )


def boxes(deck: Deck) -> dict[str, tuple[float, ...]]:
    return {
        shape.name: tuple(length / INCH for length in (shape.left, shape.top, shape.width, shape.height))
        for shape in deck.slides[0].shapes
    }


def test_columns_have_the_widths_that_their_author_gives_them(slides: Build) -> None:
    words = (
        '<p data-ph="head-left">L</p><div data-ph="body-left"><p>a</p></div><div data-ph="body-right"><p>b</p></div>'
    )
    made, problems = slides(slide("0 30, 30 50", words))
    found = boxes(made)
    assert problems == []
    assert found["head-left"][::2] == pytest.approx((LEFT, 0.3 * WIDTH - HALF), abs=0.01)
    assert found["body-left"][::2] == pytest.approx((LEFT, 0.3 * WIDTH - HALF), abs=0.01)
    assert found["body-right"][::2] == pytest.approx((LEFT + 0.3 * WIDTH + HALF, 0.5 * WIDTH - 2 * HALF), abs=0.01)


def test_without_heads_columns_begin_where_heads_would(slides: Build, design: Design) -> None:
    bodies = '<div data-ph="body-left"><p>a</p></div><div data-ph="body-right"><p>b</p></div>'
    frames = design.layouts["columns"].frames
    headed = boxes(slides(slide("0 50, 50 50", f'<p data-ph="head-right">R</p>{bodies}'))[0])
    bare = boxes(slides(slide("0 50, 50 50", bodies))[0])
    assert headed["body-left"][1] == pytest.approx(frames["body-left"].at[1], abs=0.01)
    assert bare["body-left"][1] == pytest.approx(frames["head-left"].at[1], abs=0.01)


@pytest.mark.parametrize("first", [True, False])
def test_the_first_figure_of_a_column_stands_in_it_above_or_below_its_words(slides: Build, *, first: bool) -> None:
    code = '<div class="part code"><code>x = 1</code></div>'
    inside = f"{code}<p>What it says.</p>" if first else f"<p>What it says.</p>{code}"
    left = f'<div data-ph="body-left">{inside}</div><div data-ph="body-right"><p>b</p></div>'
    made, problems = slides(slide("0 60, 60 40", left))
    found = boxes(made)
    assert (len(made.slides), problems) == (1, [])
    upper, lower = ("code-left", "body-left") if first else ("body-left", "code-left")
    assert found[upper][1] + found[upper][3] <= found[lower][1]
    assert found["code-left"][2] == pytest.approx(0.6 * WIDTH - HALF, abs=0.01)


def test_a_word_that_its_column_does_not_hold_is_said(slides: Build) -> None:
    inside = '<div data-ph="body-left"><p>Kraftfahrzeughaftpflicht</p></div><div data-ph="body-right"><p>b</p></div>'
    _, problems = slides(slide("0 15, 15 85", inside))
    assert problems[0].code == "word-too-wide"
    assert slides(slide("0 50, 50 50", inside))[1] == []


def test_where_one_reads_from_the_right_the_first_column_stands_there(templates: Environment) -> None:
    design = layouts.load(templates, "ar")
    assert shares.is_turned(design.layouts["columns"])
    assert not shares.is_turned(layouts.load(templates, "en").layouts["columns"])


@pytest.mark.parametrize("columns", ["0 0.1, 0.1 99.9", "0 99.9, 99.9 0.1"])
def test_a_column_that_is_narrower_than_the_gap_stays_on_the_slide(slides: Build, columns: str) -> None:
    bodies = '<div data-ph="body-left"></div><div data-ph="body-right"></div>'
    figure = '<pre data-ph="code-{}"><code>a</code></pre>'
    side = "left" if columns.startswith("0 0.1") else "right"
    found = boxes(slides(slide(columns, bodies + figure.format(side)))[0])
    left, _, width, _ = found[f"code-{side}"]
    assert width > 0
    assert LEFT - 0.01 <= left <= left + width <= LEFT + WIDTH + 0.01
