from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def statement(number: int, points: float, minutes: int, more: str = "") -> str:
    """Write a statement that earns so many points."""
    body = f"id: ex-{number}\ntext: Water {number}.\nanswer: true\npoints: {points}\nminutes: {minutes}\n{more}"
    return f"```{{true-false}}\n{body}```\n"


def notes(said: Said, odd: str, others: int = 8) -> list[str]:
    body = "".join(statement(number, 1, 2) for number in range(others))
    return [problem.message for problem in said(body + odd) if problem.code == "points-far"]


def test_what_earns_far_less_or_far_more_than_its_minutes_do_elsewhere_is_named(said: Said) -> None:
    assert notes(said, statement(9, 5, 40)) == ["5 points for 40 minutes, which earn about 20 in this course"]
    assert notes(said, statement(9, 4, 2)) == ["4 points for 2 minutes, which earn about 1 in this course"]


def test_a_pace_that_others_come_near_and_a_point_more_or_less_are_not_named(said: Said) -> None:
    assert notes(said, statement(9, 7, 40)) == []
    assert notes(said, statement(9, 2, 1)) == []


def test_practice_and_bonus_have_paces_of_their_own(said: Said) -> None:
    assert notes(said, statement(9, 0, 40)) == []
    assert notes(said, statement(9, 5, 40, "bonus: true\n")) == []


def test_a_course_of_a_few_exercises_has_no_usual_pace(said: Said) -> None:
    assert notes(said, statement(9, 5, 40), others=6) == []
