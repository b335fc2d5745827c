"""How our frames are set on a template: its sizes, within bounds, and never below the floor."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schools
from pptx import Presentation

from coursepack.render.geometry import Box
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.school import recipe
from coursepack.render.slides.school.frames import base, drawn, growing, placed, resized, scale, share, timed
from coursepack.render.slides.school.survey import survey

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native

LEVELS = (Level(size=24, leading=30, after=12, hang=0.5), Level(size=20, leading=25))
FRAME = Frame(type="body", at=(1, 1, 8, 4), levels=LEVELS)


@pytest.fixture(scope="module")
def book(templates: Environment) -> Book:
    return recipe.load(templates)


@pytest.fixture(scope="module")
def native() -> Native:
    """A layout of 13.333 by 7.5 inches, as ours are."""
    return next(one for one in survey(Presentation(BytesIO(schools.wide())))[0] if one.name == "Title and Content")


def sized(native: Native, size: float) -> Native:
    return replace(native, body=replace(native.body, size=size))


def test_type_keeps_the_templates_ratio_to_ours(native: Native, design: Design, book: Book) -> None:
    assert share(sized(native, base(design) * 0.9), design, book) == pytest.approx(0.9)


@pytest.mark.parametrize(("times", "wanted"), [(0.2, 0.6), (0.59, 0.6), (1.0, 1.0), (9.0, 1.0)])
def test_type_is_neither_much_smaller_than_ours_nor_larger_than_its_slide_allows(
    native: Native, design: Design, book: Book, times: float, wanted: float
) -> None:
    """The slides are as large as ours: a template with larger type has no more room for it."""
    assert share(sized(native, base(design) * times), design, book) == pytest.approx(wanted, abs=0.01)


def test_type_grows_with_the_slide_and_by_a_quarter_more_at_most(design: Design, book: Book) -> None:
    deck = Presentation(BytesIO(schools.wide()))
    deck.slide_width, deck.slide_height = deck.slide_width * 3, deck.slide_height * 3
    poster = next(one for one in survey(deck)[0] if one.name == "Title and Content")
    assert scale(poster, design) == pytest.approx(3, abs=0.01)
    assert share(sized(poster, base(design) * 30), design, book) == pytest.approx(3, abs=0.01)


def test_what_is_drawn_grows_with_the_slide_and_shares_and_gaps_in_per_cent_do_not(design: Design) -> None:
    half = drawn(design, 0.5)
    assert (half.timeline.dot, half.choices.tick, half.table.row) == (0.08, 3, 0.375)
    assert half.choices.pad == tuple(one / 2 for one in design.choices.pad)
    assert (half.choices.shares, half.chart.gap) == (design.choices.shares, design.chart.gap)
    assert drawn(design, 1) == design


def test_all_measures_of_a_level_go_with_its_size() -> None:
    first, second = resized(FRAME, 0.75, 14).levels
    assert (first.size, first.leading, first.after, first.hang) == (18, 22.5, 9, 0.375)
    assert (second.size, second.leading) == (15, 18.8)


def test_few_words_grow_from_the_size_that_the_floor_left() -> None:
    few = FRAME.model_copy(update={"larger": {2: 36}})
    assert resized(few, 0.5, 6).larger == {2: 18}
    assert resized(few, 0.5, 18).larger == {2: 27}


@pytest.mark.parametrize(("title", "most"), [(30, 25.5), (80, 54), (10, 18)])
def test_few_words_grow_to_our_size_on_slides_as_large_but_stay_below_the_titles(title: float, most: float) -> None:
    """On a template with text of 18 points four points left half of each slide empty."""
    few = FRAME.model_copy(update={"larger": {2: 36}})
    assert growing(resized(few, 0.5, 6), few, 1.5, title).larger == {2: pytest.approx(most)}


def test_nothing_is_set_below_its_floor() -> None:
    assert [level.size for level in resized(FRAME, 0.5, 18).levels] == [18, 18]


def test_a_frame_with_a_ground_of_its_own_keeps_its_inset_and_no_other_does() -> None:
    box = Box(2, 3, 6, 5)
    assert placed(FRAME.model_copy(update={"inset": 0.1}), box).inset == 0
    filled = placed(FRAME.model_copy(update={"inset": 0.1, "fill": "pale"}), box)
    assert (filled.inset, filled.at) == (0.1, (2, 3, 4, 2))


def test_a_timeline_moves_into_its_frame_and_all_labels_stay_inside(design: Design) -> None:
    frame = design.layouts["timeline"].frames["timeline"].model_copy(update={"at": (1, 2, 6, 4)})
    look = timed(design, frame).timeline
    high = frame.levels[0].size * 1.2 * 2 / 72
    assert 2 < look.axis < 6
    assert 1 <= look.left < look.right <= 7
    for row in look.above:
        assert all(top >= 2 and top + high <= look.axis for top in row)
    for row in look.below:
        assert all(top >= look.axis and top + high <= 6 + 1e-6 for top in row)
