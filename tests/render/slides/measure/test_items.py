"""What a text may be cut into, and that it is the same text when it is put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.fit import Ruler
from coursepack.render.slides.measure.items import Bench, cut, join, numbered, rows
from coursepack.render.slides.measure.lines import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.slides.measure.faces import Faces

LEVELS = (Level(size=20, leading=24), Level(size=20, leading=24))


@pytest.fixture
def bench(twins: Faces) -> Callable[[int], Bench]:
    """Return a function that makes a slide of so many lines, each 400 pt wide."""
    ruler = Ruler(Style("body", bold=False, italic=False), 400, twins)
    return lambda lines: Bench(ruler, LEVELS, lines * 24)


def point(words: str, level: int = 1, marker: Literal["", "bullet", "number"] = "bullet") -> Paragraph:
    return Paragraph((Run(words),), level, marker)


SENTENCES = [f"This is the sentence number {number} of a long point." for number in range(6)]
LONG = point(" ".join(SENTENCES))
GROUP = (point("head"), *(point(f"sub {number}", 2) for number in range(4)))


def test_what_a_slide_holds_is_one_thing_with_its_points(bench: Callable[[int], Bench]) -> None:
    assert [item.paragraphs for item in cut([*GROUP, point("next")], bench(6))] == [GROUP, (point("next"),)]


def test_a_point_with_too_many_is_cut_between_them_and_repeated_above_each(bench: Callable[[int], Bench]) -> None:
    found = cut(GROUP, bench(3))
    assert [item.paragraphs[0].text for item in found] == ["head", "sub 0", "sub 1", "sub 2", "sub 3"]
    assert [[head.text for head in item.heads] for item in found] == [[], *[["head"]] * 4]
    prices = [item.price for item in found]
    assert prices[0] == 0
    assert prices[1] > prices[2] > 0  # no slide should end with the head alone


def test_a_head_that_takes_half_a_slide_is_not_repeated(bench: Callable[[int], Bench]) -> None:
    high = (Paragraph((Run("one"), Run("\n"), Run("two")), 1, "bullet"), point("a", 2), point("b", 2))
    assert all(not item.heads for item in cut(high, bench(3)))


def test_a_point_higher_than_a_slide_is_cut_between_sentences_and_goes_on_without_a_mark(
    bench: Callable[[int], Bench],
) -> None:
    found = cut([LONG], bench(2))
    assert [item.paragraphs[0].text.strip() for item in found] == SENTENCES
    assert [item.glued for item in found] == [item.paragraphs[0].continued for item in found] == [False, *[True] * 5]


def test_between_words_it_is_cut_only_where_a_sentence_is_too_high_and_that_is_dearer(
    bench: Callable[[int], Bench],
) -> None:
    words = " ".join(f"word{number}" for number in range(60)) + ". A short end."
    found = cut([point(words)], bench(2))
    assert "".join(item.paragraphs[0].text for item in found) == words
    assert found[-1].paragraphs[0].text == "A short end."
    assert 0 < found[-1].price < found[1].price


def test_what_is_put_together_is_the_text_that_was_cut(bench: Callable[[int], Bench]) -> None:
    marked = Paragraph(
        (Run("A bold one. ", bold=True), Run("Then plain ones follow. "), Run("And an end.")) * 3, 1, "bullet"
    )
    for text in ([LONG], [marked], [*GROUP, LONG, point("end")]):
        assert "".join(one.text for one in join(cut(text, bench(2)))).replace(" ", "") == "".join(
            one.text for one in text
        ).replace(" ", "")
    (whole,) = join(cut([marked], bench(2)))
    assert [run.bold for run in whole.runs] == [True, False] * 3


def test_a_later_slide_begins_with_the_heads_of_its_first_thing(bench: Callable[[int], Bench]) -> None:
    found = cut(GROUP, bench(3))
    assert [one.text for one in join(found[2:4])] == ["head", "sub 1", "sub 2"]
    assert [one.text for one, _ in rows(found[2:4], bench(3).ruler)] == ["head", "sub 1", "sub 2"]


def test_measured_without_joining_a_text_is_as_high_as_joined(bench: Callable[[int], Bench]) -> None:
    made, found = bench(2), cut([LONG], bench(2))
    for end in range(1, len(found) + 1):
        joined = made.ruler.measure(join(found[:end]), LEVELS).height
        assert made.ruler.stack(rows(found[:end], made.ruler), LEVELS) == pytest.approx(joined)


def test_a_list_that_begins_elsewhere_counts_on_from_there() -> None:
    given = [Paragraph((Run("x"),), 1, "number", number=4), point("y", marker="number"), point("z", 2, "number")]
    assert [one.number for one in numbered([*given, point("w", marker="number")])] == [4, 5, 1, 6]
    assert [one.number for one in numbered([*given[:2], point("-"), point("x", marker="number")])] == [4, 5, 0, 1]
