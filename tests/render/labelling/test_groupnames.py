from __future__ import annotations

from coursepack.render.geometry import Box
from coursepack.render.labelling.ground import Size
from coursepack.render.labelling.groupnames import BarNamePlace, places_over_bars

FRAME = Box(0, 0, 100, 100)
LOW, HIGH, LAST = Box(20, 60, 30, 100), Box(30, 40, 40, 100), Box(60, 50, 70, 100)
SIZES = dict.fromkeys(range(3), Size(16, 8))


def best(places: list[BarNamePlace]) -> BarNamePlace:
    return min(places, key=lambda place: place.cost)


def test_a_name_stands_right_above_the_highest_bar_with_room() -> None:
    place = best(places_over_bars({0: HIGH, 1: LAST}, SIZES, {0: [LOW], 1: []}, FRAME, 2))
    assert (place.index, place.leader, place.box.centre.x, place.box.bottom) == (0, None, 35, 38)


def test_a_name_that_a_higher_neighbour_bars_rises_and_has_a_leader_to_its_own_bar() -> None:
    place = best(places_over_bars({0: LOW}, SIZES, {0: [HIGH]}, FRAME, 2))
    assert place.leader
    assert place.box.bottom < HIGH.top
    assert place.leader.end == (25, 58)
    assert place.box.bottom < place.leader.start.y
    assert not HIGH.crossed_by(place.leader)


def test_a_name_is_moved_into_the_frame_and_off_what_is_taken() -> None:
    edge = Box(0, 60, 6, 100)
    places = places_over_bars({0: edge}, SIZES, {0: [Box(0, 40, 100, 60)]}, FRAME, 2)
    assert all(place.box.within(FRAME) for place in places)
    assert places == []  # no leader goes through what is taken


def test_two_names_keep_apart() -> None:
    one, near, far = (BarNamePlace(0, Size(16, 8).box(left, 0), None, 0) for left in (0, 17, 30))
    assert not one.allows(near)
    assert one.allows(far)
