"""What the two courses say in numbers: drawings, sentences and keys tell the same, and points go with minutes."""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from conftest import COURSES, OF_BOTH, real
from coursepack.blocks.chart import Chart
from coursepack.exercise import Exercise
from coursepack.exercises.numeric import Numeric
from coursepack.expression import evaluate
from coursepack.judge import answers
from coursepack.judge.editor import findings
from coursepack.judge.minutes import said
from coursepack.render.slides import layouts
from coursepack.render.slides.content import ChartFigure, DiagramFigure, MapFigure, Panels, Picture, Timeline
from coursepack.render.slides.markup import parse
from coursepack.render.slides.measure.pagination import TypesetSlide
from coursepack.render.slides.measure.rhythm import accented
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursepack.block import Block
    from coursepack.render.slides.content import Content, Slide

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
DRAWN = (Picture, Panels, ChartFigure, DiagramFigure, MapFigure, Timeline)
QUESTIONS = ("asked", "question", "question-alone", "matching")
RECALL, LEAST, MOST = 1, 0.4, 0.85
FIRST = "1946\N{EN DASH}49"
PERMANENT = {"United States", "China", "France", "United Kingdom", "Russian Federation"}
Table = dict[str, dict[str, str]]


def blocks(course: str) -> Iterator[Block]:
    return (block for unit in real(course).course.units for block in unit.blocks())


@cache
def shown(course: str) -> list[Slide]:
    """Return the slides of the lecturer's deck as they are first tried."""
    own = real(course)
    return parse(script(own.copy("teacher"), own.design.templates), own.course.file.language)


def exercises(course: str) -> list[Exercise]:
    return [block for block in blocks(course) if isinstance(block, Exercise)]


def data(name: str, course: str = "un-alliances") -> Table:
    """Read a file: its rows by their first cell."""
    with (COURSES[course] / "data" / f"{name}.csv").open(encoding="utf-8") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


def cells(name: str, column: str) -> dict[str, float]:
    return {row: float(values[column]) for row, values in data(name).items()}


def numbers(text: str) -> set[float]:
    return {float(found.replace(",", "")) for found in NUMBER.findall(text)}


def drawn(chart: Chart, course: str) -> set[float]:
    """The values that a chart prints: all of its bars, the points that a line marks, none of a cloud of dots."""
    rows = data(chart.data.removeprefix("data/").removesuffix(".csv"), course)
    named = [str(mark.x) for mark in chart.marks] if chart.type_ == "line" else rows
    return {float(rows[row][y.column]) for row in named for y in chart.y} if chart.type_ != "scatter" else set()


@OF_BOTH
def test_what_is_heard_of_a_chart_are_the_numbers_that_are_seen(course: str) -> None:
    charts = [block for block in blocks(course) if isinstance(block, Chart)]
    assert charts
    assert {chart.id: drawn(chart, course) - numbers(str(chart.alt)) for chart in charts} == {
        chart.id: set() for chart in charts
    }


KEYS: dict[str, Callable[[], float]] = {
    "ex-5-permanent": lambda: sum(cells("shares", "percent")[state] for state in PERMANENT),
    "ex-5-budget": lambda: _fall(cells("budgets", "approved"), "2015/16", "2025/26"),
    "ex-3-fall": lambda: _fall(cells("peacekeepers", "uniformed"), "1994", "1995"),
    "ex-3-veto-share": lambda: 100 * cells("vetoes", "united_states")["1980s"] / _vetoes("1980s"),
    "ex-3-veto-pace": lambda: _vetoes(FIRST) / 4 / (cells("vetoes", "united_states")["1980s"] / 10),
}


def _fall(values: dict[str, float], before: str, after: str) -> float:
    return 100 * (values[before] - values[after]) / values[before]


def _vetoes(period: str) -> float:
    return sum(float(count) for name, count in data("vetoes")[period].items() if name != "period")


@pytest.mark.thorough
@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_worked_out_from_the_data_of_its_chart(name: str) -> None:
    (exercise,) = [block for block in exercises("un-alliances") if block.id == name]
    assert isinstance(exercise, Numeric)
    assert evaluate(exercise.answer, {}) == pytest.approx(KEYS[name]())


@pytest.mark.thorough
def test_sums_that_the_lines_below_charts_name_are_those_of_their_data() -> None:
    said = {
        block.id: numbers(block.source.plain())
        for block in blocks("un-alliances")
        if isinstance(block, Chart) and block.source
    }
    assert round(sum(cells("shares", "percent").values()), 1) in said["shares"]
    assert {32772, sum(cells("contributors", "uniformed").values()) + 32772} <= said["contributors"]
    assert sum(cells("contributors", "uniformed").values()) + 32772 == cells("peacekeepers", "uniformed")["2006"]


@OF_BOTH
def test_points_go_with_minutes(course: str) -> None:
    paces = {each.id: each.worth / (each.minutes or 1) for each in exercises(course) if each.kind_name() != "role-play"}
    assert {name: pace for name, pace in paces.items() if not LEAST <= pace <= MOST} == {}


@OF_BOTH
def test_less_than_a_third_is_recall(course: str) -> None:
    levels = [each.difficulty for each in exercises(course)]
    assert levels.count(RECALL) < len(levels) / 3


@OF_BOTH
def test_each_objective_is_tested(course: str) -> None:
    for unit in real(course).course.units:
        tested = {number for block in unit.blocks() if isinstance(block, Exercise) for number in block.objectives}
        assert tested == set(range(1, len(unit.front.objectives) + 1)), unit.front.id


@OF_BOTH
def test_the_editor_finds_nothing_that_is_not_answered_and_every_lesson_fits(course: str) -> None:
    own = real(course)
    found = [*findings(own.copy("teacher"))]
    assert answers.left(own.course, found) == []
    assert [one for one in answers.unused(own.course, [*own.notices, *found]) if one.code != "placed-words"] == []


@OF_BOTH
def test_a_plan_goes_through_its_slides_from_the_first_to_the_last(course: str) -> None:
    """Each section with slides, and what is done in class, is in one step; no step begins before the one before it."""
    for unit in real(course).course.units:
        order = [
            name for section in unit.sections for name in (section.id, *(each.id for each in section.all_blocks()))
        ]
        steps = [[name for name in order if name in (*step.slides, *step.exercises)] for step in unit.front.plan]
        shown = {section.id for section in unit.sections if any(_said(block) for block in section.all_blocks())}
        done = {block.id for block in unit.blocks() if block.spent}
        assert sorted(name for step in steps for name in step) == sorted(shown | done), unit.front.id
        begins = [order.index(step[0]) for step in steps if step]
        assert begins == sorted(begins), unit.front.id


def _said(block: Block) -> bool:
    """Whether a block is a slide of no minutes of its own, which is shown with its section."""
    return not block.spent and said(block) > 0


@OF_BOTH
def test_slides_differ_from_their_neighbours(course: str) -> None:
    """No two lists in a row, no three questions with answers."""
    layouts = [_layout(slide) for slide in shown(course)]
    assert [number for number, both in enumerate(pairwise(layouts)) if set(both) == {"content"}] == []
    assert [number for number in range(len(layouts) - 2) if set(layouts[number : number + 3]) == {"asked"}] == []


@OF_BOTH
def test_what_slides_show_has_its_shares(course: str) -> None:
    """Lists stand on a third of all slides at most, questions on a sixth, and a drawing on a quarter or more."""
    layouts = [_layout(slide) for slide in shown(course)]
    seen = [slide for slide in shown(course) if any(isinstance(part, DRAWN) for part in _all_of(slide))]
    assert layouts.count("content") * 3 <= len(layouts)
    assert sum(layouts.count(name) for name in QUESTIONS) * 6 <= len(layouts)
    assert len(seen) * 4 >= len(layouts)


@OF_BOTH
def test_the_accent_is_on_a_fifth_of_the_slides_and_never_on_two_running(course: str) -> None:
    """But for the head of a unit, which is shown on another day than the end of the one before it."""
    design = layouts.load(real(course).design.templates)
    slides = accented([_tried(one) for one in shown(course)], design, lambda slide: ([_tried(slide)], []))
    loud = [design.layouts[one.slide.layout].has_surface for one in slides]
    assert len(loud) / 6 <= sum(loud) <= len(loud) / 4
    after = [one.slide.layout for one, *both in zip(slides[1:], loud[1:], loud, strict=False) if all(both)]
    assert set(after) <= {"unit"}


def _tried(slide: Slide) -> TypesetSlide:
    return TypesetSlide(slide, {})


def _layout(slide: Slide) -> str:
    """Return the layout that a slide asks for; a list beside a figure is none."""
    return f"{slide.layout} beside a figure" if slide.figures else slide.layout


def _all_of(slide: Slide) -> tuple[Content, ...]:
    return (*slide.parts.values(), *slide.figures)
