"""Drawings of slides as HTML: as large as their frames allow."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from coursepack.chart import Chart, Mark, Series
from coursepack.render.charts.draw import draw as plotted
from coursepack.render.charts.limits import LimitError
from coursepack.render.figures.boxes import WideError, draw
from coursepack.render.figures.graph import Graph
from coursepack.render.figures.route import Arrow
from coursepack.render.slides.content import ChartFigure, DiagramFigure
from coursepack.render.slides.flat.drawn import chart, diagram
from coursepack.render.slides.layouts import Frame, Level

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.native.page import Kit

FRAME = Frame(type="region", at=(1, 2, 11, 4), levels=(Level(size=24, leading=29),))
LEAST = 14  # points: what the last row reads
DRAWN = re.compile(r'<svg [^>]*?style="width:([\d.]+)rem;[^>]*?viewBox="[-\d.]+ [-\d.]+ ([\d.]+)')
LETTERS = re.compile(r'font-size="([\d.]+)')


def test_a_diagram_that_no_narrow_measure_has_room_for_is_drawn(theme: Theme, templates: Environment) -> None:
    """Six boxes in a row, whichever way it runs."""
    names = [f"{number} a word" for number in range(6)]
    arrows = tuple(Arrow(start, end, "->", "") for start in names[:1] for end in names[1:])
    arrows += tuple(Arrow(start, "end", "->", "") for start in names)
    graph = Graph(tuple((name, name) for name in [*names, "end"]), arrows, (), right=False)
    kit = cast("Kit", SimpleNamespace(theme=theme, templates=templates, floors=theme.deck.floors))
    with pytest.raises(WideError):
        draw(graph, 240, theme, templates)
    assert DRAWN.search(diagram(DiagramFigure(graph, "All ends"), FRAME, kit, inline=True))


@pytest.mark.parametrize("names", ["spring brook", "spring brook river lake sea"])
def test_the_words_of_a_diagram_are_large_however_few_its_boxes_are(
    names: str, theme: Theme, templates: Environment
) -> None:
    boxes = names.split()
    graph = Graph(
        tuple((name, name) for name in boxes),
        tuple(Arrow(start, end, "->", "") for start, end in pairwise(boxes)),
        (),
        right=True,
    )
    kit = cast("Kit", SimpleNamespace(theme=theme, templates=templates, floors=theme.deck.floors))
    made = diagram(DiagramFigure(graph, "Water runs down"), FRAME, kit, inline=True)
    found = DRAWN.search(made)
    assert found
    inches, measure = map(float, found.groups())
    sizes = [float(size) for size in LETTERS.findall(made)]
    assert sizes
    assert min(sizes) * inches * 72 / measure > LEAST


def test_a_small_frame_has_a_narrow_drawing_whose_words_reach_the_floor(theme: Theme, templates: Environment) -> None:
    """Beside a list, names of ten countries had 11 pt of a slide: 3 pt on a sheet for notes."""
    names = ("The farmers", "Their union or its office", "Ministry for the water")
    arrows = tuple(Arrow(start, end, "->", "asks for") for start, end in pairwise(names))
    graph = Graph(tuple((name, name) for name in names), arrows, (), right=False)
    kit = cast("Kit", SimpleNamespace(theme=theme, templates=templates, floors=theme.deck.floors))
    small = FRAME.model_copy(update={"at": (6, 2, 6, 3.9)})
    made = diagram(DiagramFigure(graph, "Who asks whom"), small, kit, inline=True)
    found = DRAWN.search(made)
    assert found
    inches, measure = map(float, found.groups())
    assert min(float(size) for size in LETTERS.findall(made)) * inches * 72 / measure >= theme.deck.floors["body"]


def test_a_chart_is_drawn_at_a_measure_that_has_room_for_its_names(theme: Theme, templates: Environment) -> None:
    places = (10.0, 10.7, 11.4, 12.1, 12.8, 60.0)
    marks = tuple(Mark(number, f"A long name of a small river {number}") for number in range(5))
    rivers = Series("Rivers", (100.0, 101.0, 102.0, 100.0, 101.0, 300.0))
    dots = Chart("scatter", tuple(map(str, places)), (rivers,), "mm", "en", positions=places, marks=marks)
    kit = cast("Kit", SimpleNamespace(theme=theme, templates=templates, floors=theme.deck.floors))
    for narrow in (200, 340):
        with pytest.raises(LimitError):
            plotted(dots, narrow, theme, templates)
    assert DRAWN.search(chart(ChartFigure(dots, "Rain and length"), FRAME, kit, inline=True))
