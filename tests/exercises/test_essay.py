"""A text to write: its length, its rubric and its points."""

from __future__ import annotations

import pytest

from coursepack.chance import Draw
from fenced import block, said

STEM = "id: ex\ntext: Whose river is it?\n"
ROWS = "rubric: [{name: Cases, levels: [all, some], points: 5}, {name: Style, levels: [good, poor], points: 3}]\n"
DRAW = Draw("s", "ex", 0, {})


@pytest.mark.parametrize(("fields", "points"), [("", 1), (ROWS, 8), ("points: 4\n", 4)])
def test_it_is_worth_what_its_rubric_adds_up_to_or_a_point(fields: str, points: float) -> None:
    assert block("essay", STEM + fields).worth == points


def test_the_stem_is_all_that_is_asked_on_twenty_lines() -> None:
    made = block("essay", f"{STEM}{ROWS}words: [200, 300]\nmodel: The upper one.").task(DRAW)
    (ask,) = made.asks
    assert (ask.label, ask.text, ask.space.lines, made.words) == ("", None, 20, (200, 300))
    assert ask.model.plain() == "The upper one."
    assert [row.name.plain() for row in made.rubric] == ["Cases", "Style"]


def test_the_outline_of_an_answer_is_for_no_student() -> None:
    assert not block("essay", f"{STEM}model: So.").told().model


def test_the_fewest_words_come_first() -> None:
    assert said("essay", f"{STEM}words: [300, 200]") == [("words-order", 3)]
    assert said("essay", f"{STEM}words: [200, 200]") == []


def test_every_row_of_a_rubric_has_as_many_levels() -> None:
    rows = "rubric:\n  - {name: Cases, levels: [all, some, none]}\n  - {name: Style, levels: [good, poor]}\n"
    assert said("essay", STEM + rows) == [("ragged-rubric", 5)]
