"""Places of our frames on a template's layouts, python-pptx's own at 13.33 by 7.5 inches."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.school.compose import LOOSE, compose
from coursepack.render.slides.school.rungs import Rung

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.geometry import Box
    from coursepack.render.slides.school.placeholders import Seat, Task
    from coursepack.render.slides.school.survey import Native

    Make = Callable[..., Task]


def boxes(seats: dict[str, Seat]) -> dict[str, Box]:
    return {name: seat.frame.box for name, seat in seats.items()}


def apart(seats: dict[str, Seat]) -> bool:
    return not any(one.nears(other) for one, other in combinations(boxes(seats).values(), 2))


def test_a_text_alone_stands_in_the_templates_placeholder_as_it_is(task: Make, natives: dict[str, Native]) -> None:
    seats, _ = compose(task("content", "Title and Content", "body"))
    (slot,) = natives["Title and Content"].content
    assert seats["body"].slot is slot
    assert not seats["body"].moved
    assert boxes(seats)["body"].within(slot.box.grown(1e-6))
    assert seats["body"].frame.at[3] == pytest.approx(slot.inner.height)


def test_with_a_line_of_sources_below_it_shares_its_room(task: Make, natives: dict[str, Native]) -> None:
    made = task("content", "Title and Content", "body", "source")
    seats, room = compose(made)
    found = boxes(seats)
    assert seats["body"].moved
    assert seats["source"].slot is None
    assert apart(seats)
    assert found["source"].top - found["body"].bottom == pytest.approx(made.book.gap)
    assert found["source"].bottom == pytest.approx(room.bottom)
    assert found["source"].height == pytest.approx(2 * made.frame("source").levels[0].leading / 72)
    assert room.within(natives["Title and Content"].content[0].box)


def test_without_a_placeholder_a_text_box_takes_the_free_room_below_the_title(task: Make) -> None:
    made = task("content", "Title Only", "body")
    seats, room = compose(made)
    body = boxes(seats)["body"]
    assert seats["body"].slot is None
    assert body == room
    assert body.top > boxes(seats)["title"].bottom
    assert body.within(made.native.backdrop.whole)
    feet = made.native.of("footer", "page")
    assert not any(body.nears(slot.box) for slot in feet)


def test_frames_are_numbered_so_that_text_boxes_are_told_from_placeholders(task: Make) -> None:
    seats, _ = compose(task("content", "Title and Content", "body", "source"))
    numbers = {name: seat.frame.index for name, seat in seats.items()}
    assert numbers["title"] == 0
    assert numbers["source"] >= LOOSE > numbers["body"] > 0
    assert len(set(numbers.values())) == len(numbers)


def test_a_frame_that_the_slide_has_not_gets_no_place(task: Make) -> None:
    seats, _ = compose(task("content", "Title and Content"))
    assert "source" not in seats
    assert "body" not in seats


def test_two_columns_stand_as_the_templates_do(task: Make, natives: dict[str, Native]) -> None:
    seats, _ = compose(task("two-columns", "Two Content", "body-left", "body-right", "source"))
    found, (left, right) = boxes(seats), natives["Two Content"].content
    assert apart(seats)
    for name, slot in (("body-left", left), ("body-right", right)):
        assert (found[name].left, found[name].right) == pytest.approx((slot.inner.left, slot.inner.right))
    assert found["body-left"].top == found["body-right"].top
    assert found["source"].top > found["body-left"].bottom


def test_a_tab_above_two_columns_is_no_column(task: Make) -> None:
    seats, _ = compose(task("debate", "Two Content", "tab", "time", "body-left", "body-right"))
    found = boxes(seats)
    assert found["tab"].width < found["body-left"].width / 1.5
    assert found["time"].left < found["body-right"].left


def test_one_of_two_columns_stays_on_its_side(task: Make, natives: dict[str, Native]) -> None:
    seats, _ = compose(task("two-columns", "Two Content", "body-right"))
    assert boxes(seats)["body-right"].left >= natives["Two Content"].content[1].box.left


def test_heads_of_columns_take_the_templates_own_and_stand_over_them(task: Make) -> None:
    heads = ("head-left", "head-right", "body-left", "body-right")
    on_four, _ = compose(task("two-columns", "Comparison", *heads))
    assert all(on_four[name].slot is not None for name in heads)
    for seats in (on_four, compose(task("two-columns", "Two Content", *heads))[0]):
        found = boxes(seats)
        assert apart(seats)
        assert found["head-left"].bottom <= found["body-left"].top
        assert found["head-left"].left == pytest.approx(found["body-left"].left, abs=0.1)
        assert found["head-right"].left == pytest.approx(found["body-right"].left, abs=0.1)


def test_frames_side_by_side_have_their_shares_of_the_width(task: Make) -> None:
    made = task("choice", "Title and Content", "tab", "time", "body")
    seats, room = compose(made)
    found = boxes(seats)
    assert found["time"].width == pytest.approx(3 * found["tab"].width)
    assert found["time"].left - found["tab"].right == pytest.approx(made.book.between)
    assert (found["tab"].left, found["time"].right) == pytest.approx((room.left, room.right))
    assert found["tab"].bottom < found["body"].top


def test_a_title_of_two_lines_takes_its_room_from_what_stands_below(task: Make) -> None:
    first = task("content", "Title and Content", "body")
    low, _ = compose(first)
    high, _ = compose(replace(first, rung=Rung(lines=8)))
    assert boxes(high)["title"].height > boxes(low)["title"].height
    assert boxes(high)["body"].height < boxes(low)["body"].height
    assert apart(high)


def test_on_the_loose_rung_no_placeholder_is_kept(task: Make) -> None:
    seats, _ = compose(replace(task("content", "Title and Content", "body"), rung=Rung(lines=2, loose=True)))
    assert seats["body"].slot is None
    assert apart(seats)


def test_a_question_and_its_answer_have_the_room_of_the_placeholder_that_they_leave_out(
    task: Make, natives: dict[str, Native]
) -> None:
    seats, room = compose(task("asked", "Title and Content", "tab", "options", "reason"))
    (slot,) = natives["Title and Content"].content
    assert room.within(slot.inner.grown(1e-6))
    assert not any(seat.slot is slot for seat in seats.values())
    assert apart(seats)
    assert all(box.within(room.grown(1e-6)) for name, box in boxes(seats).items() if name != "title")


def test_a_picture_beside_points_is_as_high_as_the_placeholder_and_its_text_begins_where_all_text_does(
    task: Make, natives: dict[str, Native]
) -> None:
    """Inside the insets words of 14 pt came out at 13.5."""
    seats, _ = compose(task("picture-points", "Title and Content", "body", "figure"))
    (slot,) = natives["Title and Content"].content
    body, figure = boxes(seats)["body"], boxes(seats)["figure"]
    assert (figure.top, figure.bottom) == pytest.approx((slot.box.top, slot.box.bottom))
    assert body.left == pytest.approx(slot.inner.left)
    assert figure.right == pytest.approx(slot.inner.right)


def test_over_a_title_the_question_stands_next_to_it_and_the_rest_near_by(
    task: Make, natives: dict[str, Native]
) -> None:
    """PowerPoint's section head of 2007 has its text over its title: the minutes stood between, the number far off."""
    made = task("unit", "Section Header", "number", "question", "minutes")
    seats, room = compose(made)
    found = boxes(seats)
    tops = [found[name].top for name in ("number", "minutes", "question", "title")]
    assert tops == sorted(tops)
    (slot,) = natives["Section Header"].content
    assert found["question"].height == pytest.approx(slot.box.height)
    assert room.height < slot.box.height + 2


def test_below_a_centred_title_that_stands_alone_a_tab_ends_in_the_middle(
    task: Make, natives: dict[str, Native]
) -> None:
    head = natives["Section Header"]
    slots = [replace(slot, style=replace(slot.style, align="ctr")) for slot in head.slots if slot.kind == "title"]
    made = replace(task("question-alone", "Section Header", "tab", "time"), native=replace(head, slots=tuple(slots)))
    found = boxes(compose(made)[0])
    middle = (found["title"].left + found["title"].right) / 2
    assert (found["tab"].right + found["time"].left) / 2 == pytest.approx(middle)
    assert found["time"].right <= found["title"].right + 1e-6
    alone = boxes(compose(replace(made, present=made.present - {"time"}))[0])["tab"]
    assert (alone.left + alone.right) / 2 == pytest.approx(middle)


def test_what_stands_alone_below_a_centred_title_of_a_section_is_centred(
    task: Make, natives: dict[str, Native]
) -> None:
    head = natives["Section Header"]
    slots = [replace(slot, style=replace(slot.style, align="ctr")) for slot in head.slots if slot.kind == "title"]
    made = replace(task("unit", "Section Header", "number", "minutes"), native=replace(head, slots=tuple(slots)))
    seats, _ = compose(made)
    assert {seats[name].align for name in ("number", "minutes")} == {"ctr"}
    below, _ = compose(replace(task("content", "Title Only", "body")))
    assert below["body"].align == "l"  # a centred title heads text that is not


@pytest.mark.parametrize(
    ("ours", "unit", "shown", "beside"),
    [
        ("chart", "unit", "chart", ""),
        ("figure-points", "unit", "figure", "body"),
        ("question-figure", "unit", "figure", "body"),
        ("columns", "unit-right", "figure-right", "body-left"),
    ],
)
def test_the_unit_of_a_chart_has_the_first_line_of_its_place(
    task: Make, ours: str, unit: str, shown: str, beside: str
) -> None:
    """Beside a text it was in no place, and on no slide."""
    made = task(ours, "Title and Content", *filter(None, (unit, shown, beside, "source")))
    bare = boxes(compose(replace(made, present=made.present - {unit}))[0])
    seats, _ = compose(made)
    found = boxes(seats)
    assert apart(seats)
    assert (found[unit].left, found[unit].top) == (found[shown].left, bare[shown].top)
    assert found[unit].height == pytest.approx(made.frame(unit).levels[0].leading / 72)
    assert found[shown].top - found[unit].bottom == pytest.approx(made.book.gap)
    assert found[shown].bottom == pytest.approx(bare[shown].bottom)
    assert {name: box for name, box in found.items() if name not in (unit, shown)} == {
        name: box for name, box in bare.items() if name != shown
    }
