from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.look.measure import Columns, Measure, Step, measure, scale

if TYPE_CHECKING:
    from coursepack.render.look.design import Design
    from coursepack.render.look.theme import Theme, Type


@pytest.fixture
def theme(own_design: Design) -> Theme:
    return own_design.theme


def on(theme: Theme, *, size: float = 10.25, **changes: float) -> Measure:
    """Return the measure of A4 under the theme, with another size of text and other places on the page."""
    kind = theme.type.model_copy(update={"size": size, "leading": round(size * 14 / 10.25, 3)})
    paper = theme.papers["a4"].model_copy(update=changes)
    return measure(theme.model_copy(update={"type": kind}), paper)


def test_our_own_theme_has_the_sizes_that_it_names(theme: Theme) -> None:
    own = measure(theme, theme.papers["a4"])
    assert own.growth == 1
    assert {name: Step(*sizes) for name, sizes in theme.type.steps} == own.steps


def test_measures_are_whole_points_of_the_paper(theme: Theme) -> None:
    own = on(theme)
    assert (own.text, own.wide) == (340, 476)
    assert (own.of("text"), own.of("wide")) == (340, 476)
    assert (on(theme, text=90).text, on(theme, text=90).wide) == (255, 391)


def test_columns_of_code_follow_from_the_face_and_the_size(theme: Theme) -> None:
    assert on(theme).columns == Columns(66, 70, 93, 99, 5, 30)
    assert on(theme, text=90).columns == Columns(50, 53, 76, 81, 5, 30)
    twice = on(theme, size=20.5).columns
    assert (twice.text, twice.small, twice.lines) == (33, 35, 16)


def test_an_equation_leaves_room_for_its_number(theme: Theme) -> None:
    own = on(theme)
    assert own.equation * 10.25 + theme.type.indent + theme.type.number == pytest.approx(340, abs=5)
    assert own.broad - own.equation == pytest.approx(136 / 10.25)


def kind(theme: Theme, **changes: float) -> Type:
    return theme.type.model_copy(update=changes)


def test_small_type_grows_with_the_text_and_large_type_less(theme: Theme) -> None:
    steps = scale(kind(theme, size=18, leading=24))
    assert steps["text"] == Step(18, 24)
    assert steps["note"].size == pytest.approx(8.5 * 18 / 10.25, abs=0.01)
    order = ["note", "text", "section", "page", "opener", "cover", "number"]
    sizes = [steps[name].size for name in order]
    assert sizes == sorted(sizes)
    growths = [steps[name].size / getattr(theme.type.steps, name)[0] for name in order]
    assert growths == sorted(growths, reverse=True)
    assert growths[-1] < 1.1


def test_nothing_is_smaller_than_the_smallest(theme: Theme) -> None:
    steps = scale(kind(theme, size=9, leading=12))
    assert min(step.size for step in steps.values()) == 8
    assert steps["foot"] == Step(8, pytest.approx(10.74, abs=0.01))


def test_a_looser_leading_loosens_all_lines(theme: Theme) -> None:
    looser = scale(kind(theme, leading=21))
    assert looser["note"] == Step(8.5, 16.5)


def test_lengths_grow_with_the_text(theme: Theme) -> None:
    assert on(theme).grown(14) == 14
    assert on(theme, size=20.5).grown(14) == 28


def test_a_column_has_its_share_of_the_measures_and_nothing_is_wider_in_it(theme: Theme) -> None:
    own = on(theme)
    half = own.narrowed(50)
    assert 150 < half.text == half.wide < 170
    assert half.of("wide") == half.text
    assert half.columns.text == half.columns.wide == int(66 * half.text / own.text)
    assert half.line == pytest.approx(half.text / 10.25, abs=0.1)
    assert half.letters == int(own.letters * half.text / own.text) < own.letters
    assert half.equation == half.broad < half.line
    assert half.tall == own.tall


def test_lines_to_write_on_are_farther_apart_beside_large_letters(theme: Theme) -> None:
    assert [on(theme, size=size).ruling for size in (8, 10.25, 12.5)] == [8, 8, 8]
    assert on(theme, size=18).ruling == pytest.approx(11.06, abs=0.01)
