"""Splitting: even pieces of what follows one another, and texts, tables and timelines that go on over slides."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure import split
from coursepack.render.slides.measure.columnwidths import share
from coursepack.render.slides.measure.fit import Ruler, hang_of
from coursepack.render.slides.measure.flow import flow
from coursepack.render.slides.measure.items import Bench, cut, join, numbered
from coursepack.render.slides.measure.lines import Style
from coursepack.render.slides.measure.split import even, fewest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.flow import Flow
    from coursepack.render.slides.measure.split import Height

    Build = Callable[[str], tuple[Deck, list[Problem]]]

PLAIN = Style("body", bold=False, italic=False)
LEVELS = (Level(size=24, leading=30, after=10), Level(size=20, leading=25, after=5, indent=0.5))
FRAME = Frame(type="body", at=(0, 0, 5, 2), levels=LEVELS, flow=True)  # 360 by 144 pt
FLOOR = 18


def stacked(heights: Sequence[float]) -> Height:
    sums = list(accumulate(heights, initial=0.0))
    return lambda start, end: sums[end] - sums[start]


def points(*texts: str, level: int = 1, marker: str = "bullet") -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text),), level, marker) for text in texts)  # type: ignore[arg-type]


def one(text: tuple[Paragraph, ...], twins: Faces) -> Flow:
    return flow([(text, FRAME)], FLOOR, twins)[0]


def parts(text: Sequence[Paragraph], twins: Faces) -> list[str]:
    bench = Bench(Ruler(PLAIN, FRAME.room[0], twins), LEVELS, FRAME.room[1])
    return [item.paragraphs[0].text for item in cut(text, bench)]


@pytest.mark.parametrize(
    ("heights", "slides", "slices"),
    [
        ([10, 10, 10, 10], 1, ((0, 4),)),
        ([40, 40, 40, 10], 2, ((0, 2), (2, 4))),
        ([30] * 7, 3, ((0, 2), (2, 4), (4, 7))),
        ([90, 10, 10, 10], 2, ((0, 1), (1, 4))),
        ([200, 10], 2, ((0, 1), (1, 2))),
        ([], 0, ()),
    ],
)
def test_things_are_shared_out_evenly_over_the_fewest_slides(
    heights: list[float], slides: int, slices: tuple[tuple[int, int], ...]
) -> None:
    found = fewest(len(heights), stacked(heights), 100)
    assert found == slides
    got = even(len(heights), stacked(heights), 100, found, [0.0] * len(heights))
    assert sorted(end - start for start, end in got) == sorted(end - start for start, end in slices)
    assert [number for start, end in got for number in range(start, end)] == list(range(len(heights)))


def test_a_dear_place_is_not_where_a_slide_begins() -> None:
    height = stacked([20] * 4)
    assert even(4, height, 100, 2, [0.0] * 4) == ((0, 2), (2, 4))
    assert even(4, height, 100, 2, [0, 0, 1.0, 0]) in {((0, 1), (1, 4)), ((0, 3), (3, 4))}


def test_a_text_is_set_smaller_before_it_is_split(twins: Faces) -> None:
    assert len(one(points(*["A line"] * 4), twins).pieces) == 1
    found = one(points(*["A line"] * 5), twins)
    assert (len(found.pieces), found.fit.shrunk, found.fit.fits) == (1, True, True)
    assert len(one(points(*["A line"] * 6), twins).pieces) == 2


def test_the_largest_size_is_taken_that_needs_no_more_slides(twins: Faces) -> None:
    found = one(points(*["A line"] * 8), twins)
    assert [len(piece) for piece in found.pieces] == [4, 4]
    assert found.fit.levels[0].size > FLOOR
    assert found.fit.fits


def test_a_bullet_stays_with_its_points(twins: Faces) -> None:
    text = (*points("One", "Two"), *points("a", "b", level=2), *points("Three"), *points("c", "d", level=2))
    for piece in one(text, twins).pieces:
        assert piece[0].level == 1
        assert piece[-1].text in {"b", "d"}


def test_a_bullet_with_more_points_than_a_slide_holds_is_repeated(twins: Faces) -> None:
    text = (*points("Head"), *points(*"abcdefghijkl", level=2))
    found = one(text, twins)
    assert len(found.pieces) > 1
    assert all(piece[0].text == "Head" for piece in found.pieces)
    assert "".join(paragraph.text for piece in found.pieces for paragraph in piece[1:]) == "abcdefghijkl"


def test_a_bullet_higher_than_a_slide_is_cut_between_sentences(twins: Faces) -> None:
    text = " ".join(f"This is the sentence number {number} of a bullet." for number in range(12))
    found = one(points(text), twins)
    assert len(found.pieces) > 1
    assert all(piece[0].text.endswith(".") for piece in found.pieces)
    assert " ".join(piece[0].text for piece in found.pieces) == text
    assert [piece[0].continued for piece in found.pieces] == [False, *[True] * (len(found.pieces) - 1)]


def test_a_sentence_higher_than_a_slide_is_cut_between_words(twins: Faces) -> None:
    text = " ".join(f"word{number}" for number in range(120))
    found = one(points(text), twins)
    assert " ".join(piece[0].text for piece in found.pieces) == text


def test_an_abbreviation_at_the_end_of_a_bullet_cuts_nothing(twins: Faces) -> None:
    assert parts(points("See art. 51."), twins) == ["See art. 51."]


def test_marks_and_forced_breaks_survive_a_cut(twins: Faces) -> None:
    runs = (Run("Bold words stand here. ", bold=True), Run("\n"), Run("Then plain ones follow them. "))
    text = (Paragraph(runs * 8, 1, "bullet"),)
    bench = Bench(Ruler(PLAIN, 360, twins), LEVELS, 144)
    (whole,) = join(cut(text, bench))
    assert whole.text == text[0].text.rstrip()
    assert [run.bold for run in whole.runs][:4] == [True, False, False, True]


def test_numbers_go_on_and_begin_anew_in_each_list() -> None:
    text = (
        *points("1", "2", marker="number"),
        *points("a", "b", level=2, marker="number"),
        *points("3", marker="number"),
        *points("a", level=2, marker="number"),
        *points("x"),
        *points("1", marker="number"),
    )
    assert [paragraph.number for paragraph in numbered(text)] == [1, 2, 1, 2, 3, 1, 0, 1]


def test_columns_side_by_side_share_their_size_and_go_on_together(twins: Faces) -> None:
    long, short = flow([(points(*["Line"] * 12), FRAME), (points(*["Line"] * 3), FRAME)], FLOOR, twins)
    assert long.fit.levels == short.fit.levels
    assert len(long.pieces) == len(short.pieces) == 3


def test_a_narrow_column_that_is_content_is_not_squeezed() -> None:
    first, second, third = share([(50, 30), (900, 60), (300, 60)], 500)
    assert first == 50
    assert (second > third, second + third) == (True, 450)
    assert sum(share([(400, 390), (900, 60), (300, 60)], 500)) == pytest.approx(500)


def test_a_number_of_two_digits_has_its_room() -> None:
    level = Level(size=32, leading=39, hang=0.42)
    assert hang_of(Paragraph((Run("x"),), 1, "number", number=9), level) == 0.42
    assert hang_of(Paragraph((Run("x"),), 1, "number", number=10), level) > 32.5 / 72
    # All items of a list of twelve hang alike, its first ones on a first slide too.
    hangs = {hang_of(Paragraph((Run("x"),), 1, "number", number=n, last=12), level) for n in (0, 9, 12)}
    assert hangs == {hang_of(Paragraph((Run("x"),), 1, "number", number=12), level)}
    assert hang_of(Paragraph((Run("x"),), 1, "number", last=9), level) == level.hang


@pytest.mark.parametrize("more", [0, 1, 3])
def test_many_things_are_shared_out_as_few_are(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a slide may end is then looked for only where the rest goes on the others."""
    sizes = [1 + number * 7 % 5 for number in range(120)]

    def height(start: int, end: int) -> float:
        return float(sum(sizes[start:end]))

    slides = split.fewest(len(sizes), height, 20) + more
    prices = [0.1 * (number % 3) for number in range(len(sizes))]
    found = split.even(len(sizes), height, 20, slides, prices)
    monkeypatch.setattr(split, "_MANY", len(sizes))
    assert found == split.even(len(sizes), height, 20, slides, prices)
