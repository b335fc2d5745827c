"""Several right answers: what a copy that ticks this and that earns."""

from __future__ import annotations

from coursepack.chance import Draw
from fenced import block, said

STEM = "id: ex\ntext: Which lie on the Rhine?\npoints: 4\n"
OPTIONS = "options: [{text: Basel, right: true}, {text: Bonn, right: true}, {text: Ulm}, {text: Trier}]\n"
DRAW = Draw("s", "ex", 0, {})


def scale(more: str = "") -> dict[float, float]:
    return dict(block("multiple-response", STEM + OPTIONS + more).task(DRAW).credit.scale)


def test_wrong_ticks_are_taken_from_the_right_ones() -> None:
    """Of two that are right, both are worth all, one a half."""
    assert scale() == {2: 4, 1: 2}


def test_or_every_option_counts_that_is_judged_rightly() -> None:
    """Whoever judges two of four rightly may have ticked all of them."""
    assert scale("credit: per-option") == {4: 4, 3: 3, 2: 2, 1: 1}


def test_points_of_the_options_stand_in_place_of_a_rule() -> None:
    options = "options: [{text: Basel, right: true, points: 2}, {text: Bonn, right: true, points: 2}, {text: Ulm}]\n"
    made = block("multiple-response", STEM + options).task(DRAW)
    assert made.credit is None or made.credit.rule != "right-minus-wrong"
    assert sorted(made.points) == [0, 2, 2]


def test_several_may_be_right() -> None:
    assert said("multiple-response", STEM + OPTIONS) == []
    assert [code for code, _ in said("multiple-choice", STEM + OPTIONS)] != []
