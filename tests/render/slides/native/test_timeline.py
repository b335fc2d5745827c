"""Timelines: to scale, and no label over another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from pptx.util import Emu

from coursepack.problem import Severity
from coursepack.render.slides.markup import Era, Event, Timeline
from coursepack.render.slides.measure.lanes import plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.group import GroupShape

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.lanes import TimelineLayout


@pytest.fixture
def draw(design: Design, twins: Faces) -> Callable[..., TimelineLayout]:
    frame = design.layouts["timeline"].frames["timeline"]

    def one(events: list[tuple[float, int, str]], eras: list[tuple[float, str]] | None = None) -> TimelineLayout:
        listed = tuple(Event(date, lane, str(int(date)), text) for date, lane, text in events)
        remarks = tuple(Era(date, text) for date, text in eras or [])
        return plan(Timeline(listed, remarks, "alt"), frame, design.timeline, twins)

    return one


def test_dates_stand_to_scale(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1950, 1, "a"), (1975, 2, "b"), (2000, 1, "c")])
    x = {spot.event.text: spot.x for spot in drawing.spots}
    assert x["b"] - x["a"] == pytest.approx(x["c"] - x["b"])
    assert len(drawing.ticks) == 6


def test_the_first_lane_is_above_the_axis_and_the_second_below(
    draw: Callable[..., TimelineLayout], design: Design
) -> None:
    above, below = draw([(1950, 1, "a"), (1960, 2, "b")]).spots
    assert above.box.bottom < design.timeline.axis < below.box.top


@pytest.mark.parametrize("lane", [1, 2])
def test_crowded_labels_do_not_overlap(draw: Callable[..., TimelineLayout], lane: int) -> None:
    crowd = [(year, lane, "Some event") for year in (1945, 1949, 1956, 1990, 1991, 1993, 2011)]
    drawing = draw([*crowd, (2023, lane, "The last one")])
    assert drawing.whole
    for one, other in combinations(drawing.spots, 2):
        assert not one.box.nears(other.box)
        assert not one.stem.nears(other.box)
        assert not other.stem.nears(one.box)


def test_a_remark_stands_clear_of_stems_and_labels(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1945, 1, "a"), (1990, 1, "Kuwait mandate"), (2020, 1, "b")], [(1989, "The Cold War ends")])
    (remark,) = drawing.remarks
    assert not any(remark.box.nears(box) for spot in drawing.spots for box in (spot.box, spot.stem))


def test_two_events_of_one_day_are_both_drawn(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1949, 1, "One"), (1949, 1, "Other")])
    assert drawing.whole
    assert not drawing.spots[0].box.nears(drawing.spots[1].box)


def timeline(slides: Callable[[str], tuple[Deck, list[Problem]]], events: str) -> tuple[Deck, list[Problem]]:
    return slides(
        '<section data-layout="timeline" data-at="a.md:3:1"><h2 data-ph="title">T</h2>'
        f'<ol class="timeline" data-ph="timeline" data-alt="A">{events}</ol></section>'
    )


def test_too_many_labels_go_on_in_time(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    events = "".join(f'<li data-date="{1990 + n / 10}" data-lane="1"><b>1990</b> Event {n}</li>' for n in range(12))
    made, (problem,) = timeline(slides, f'{events}<li data-date="1900" data-lane="2">x</li>')
    assert (problem.code, problem.span.line) == ("slide-split", 3)
    described = [group.element.nvGrpSpPr.cNvPr.get("descr") for group in groups(made)]
    assert "; ".join(described) == "; ".join([" x", *(f"1990 Event {n}" for n in range(12))])


def test_a_label_longer_than_the_slide_is_an_error(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    _, (problem,) = timeline(slides, f'<li data-date="1990" data-lane="1">{"Event " * 40}</li>')
    assert (problem.code, problem.severity, problem.span.line) == ("slide-overflow", Severity.ERROR, 3)


def groups(deck: Deck) -> list[GroupShape]:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.name == "timeline"]


def test_a_timeline_is_one_group_with_its_alternative_text(deck: Deck) -> None:
    (group,) = groups(deck)
    assert group.element.nvGrpSpPr.cNvPr.get("descr").startswith("Twelve events")


def test_what_is_in_the_group_is_named_or_decorative(deck: Deck) -> None:
    for shape in groups(deck)[0].shapes:
        decorative = bool(list(shape.element.iter("{*}decorative")))
        assert decorative == (shape.name in {"Line", "Dot"})


def test_dots_are_full_in_the_first_lane_and_open_in_the_second(deck: Deck) -> None:
    dots = [shape for shape in groups(deck)[0].shapes if shape.name == "Dot"]
    fills = [shape.fill.fore_color.theme_color.name for shape in dots]
    assert sorted(fills) == ["ACCENT_1"] * 5 + ["BACKGROUND_1"] * 5


def test_labels_are_inside_the_slide_s_margins(deck: Deck) -> None:
    for shape in groups(deck)[0].shapes:
        assert shape.left >= Emu(round(0.79 * 914400))
        assert shape.left + shape.width <= Emu(round(12.6 * 914400))
