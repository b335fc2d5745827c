"""Timelines as native shapes: one group, described, over as many slides as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Emu

from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.group import GroupShape

    from coursepack.problem import Problem


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


def test_labels_are_heard_in_the_order_of_their_dates_an_era_among_them(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    made, _ = timeline(
        slides,
        '<li data-date="1950" data-lane="2"><b>1950</b> B</li><li data-date="1900" data-lane="1"><b>1900</b> A</li>'
        '<li class="era" data-date="1920">The turn</li>',
    )
    (group,) = groups(made)
    assert [shape.name for shape in group.shapes if shape.name not in {"Line", "Dot"}] == [
        "1900 A",
        "The turn",
        "1950 B",
    ]
