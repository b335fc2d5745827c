"""A timeline with more labels than a slide holds goes on over several, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Era, Event, Timeline
from coursepack.render.slides.measure.eras import parted

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces


@pytest.fixture
def part(design: Design, twins: Faces) -> Callable[..., list[Timeline]]:
    frame = design.layouts["timeline"].frames["timeline"]

    def one(years: list[int], eras: list[int], words: str = "Something happened there") -> list[Timeline]:
        events = tuple(Event(year, 1 + number % 2, str(year), words) for number, year in enumerate(years))
        line = Timeline(events, tuple(Era(year, f"since {year}") for year in eras), "alt")
        return [timeline for timeline, _ in parted(line, frame, design.timeline, twins)]

    return one


def line(count: int, words: str = "A well") -> Timeline:
    dates = [1900 + 100 * number / max(1, count - 1) for number in range(count)]
    events = tuple(Event(date, 1 + number % 2, "1900", words) for number, date in enumerate(dates))
    return Timeline(events, (), "alt")


def test_few_events_are_set_larger_and_stay_in_the_frame(design: Design, twins: Faces) -> None:
    frame = design.layouts["timeline"].frames["timeline"]
    sizes = []
    for count in (3, 5, 9):
        ((_, drawn),) = parted(line(count), frame, design.timeline, twins)
        sizes.append(drawn.level.size)
        assert all(spot.box.bottom <= frame.at[1] + frame.at[3] for spot in drawn.spots)
        assert not any(spot.box.top < design.timeline.axis < spot.box.bottom for spot in drawn.spots)
    assert sizes == [30, 25, 20]


def test_labels_that_larger_type_gives_no_room_keep_theirs(design: Design, twins: Faces) -> None:
    frame = design.layouts["timeline"].frames["timeline"]
    wide = line(3, "The well of the village is dug, and all drink of it")
    ((_, drawn),) = parted(wide, frame, design.timeline, twins)
    assert drawn.level.size < 30


def test_time_runs_from_right_to_left_where_one_reads_so(design: Design, twins: Faces) -> None:
    frame = design.layouts["timeline"].frames["timeline"]
    look = design.timeline.model_copy(update={"leftward": True})
    ((_, drawn),) = parted(line(3), frame, look, twins)
    dates = [spot.event.date for spot in sorted(drawn.spots, key=lambda spot: -spot.x)]
    assert dates == [1900, 1950, 2000]
    assert next(spot for spot in drawn.spots if spot.event.date == 1900).x == look.right


def years(timeline: Timeline) -> list[float]:
    return [event.date for event in timeline.events]


def test_few_events_stay_on_one_slide_with_their_own_words(part: Callable[..., list[Timeline]]) -> None:
    (whole,) = part([1900, 1950, 2000], [1945])
    assert whole.alt == "alt"


def test_many_events_go_on_and_none_is_lost_or_said_twice(part: Callable[..., list[Timeline]]) -> None:
    many = list(range(1900, 1960, 2))
    parts = part(many, [])
    assert len(parts) > 1
    assert [year for one in parts for year in years(one)] == many
    assert max(len(years(one)) for one in parts) - min(len(years(one)) for one in parts) <= 1


def test_it_is_cut_where_an_era_begins_if_that_does(part: Callable[..., list[Timeline]]) -> None:
    """Six events before the turn and three after it: even parts would be cut after the fourth."""
    before, after = [1900 + 4 * number for number in range(6)], [1950, 1960, 1970]
    first, second = part([*before, *after], [1945], "Something happened here, and it was long")
    assert (years(first), years(second)) == (before, after)
    assert [era.date for part in (first, second) for era in part.eras] == [1945]


def test_each_part_has_words_of_its_own_for_who_does_not_see_it(part: Callable[..., list[Timeline]]) -> None:
    parts = part(list(range(1900, 1960, 2)), [])
    assert parts[0].alt.startswith("1900 Something happened there; 1902 ")
    assert str(int(years(parts[1])[0])) not in parts[0].alt


def test_an_era_is_told_between_the_events_that_it_parts(part: Callable[..., list[Timeline]]) -> None:
    parts = part(list(range(1900, 1960, 2)), [1903])
    assert "1902 Something happened there; since 1903; 1904 " in parts[0].alt


def test_what_is_of_one_date_is_told_as_its_author_has_it(design: Design, twins: Faces) -> None:
    frame = design.layouts["timeline"].frames["timeline"]
    events = tuple(
        Event(1900 + number // 2 * 2, 1, "then", f"{'za'[number % 2]} spring was found") for number in range(60)
    )
    (first, _), *_ = parted(Timeline(events, (), "alt"), frame, design.timeline, twins)
    assert first.alt.startswith("then z spring was found; then a spring was found; then z ")


def test_a_label_that_no_slide_holds_is_not_cut_for(part: Callable[..., list[Timeline]]) -> None:
    assert len(part([1900, 1950], [], "Much too long. " * 30)) == 1
