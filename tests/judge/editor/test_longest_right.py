from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def choice(number: int, right: str) -> str:
    options = "\n".join(
        f"  - {{text: {words}, right: {str(words == right).lower()}}}" for words in ("sea", "lake", "mountain top")
    )
    return f"```{{multiple-choice}}\nid: ex-{number}\ntext: Where is spring {number}?\noptions:\n{options}\n```\n"


def notes(said: Said, right: list[str]) -> list[str]:
    body = "\n".join(choice(number, words) for number, words in enumerate(right))
    return [problem.message for problem in said(body) if problem.code == "longest-right"]


def test_a_unit_is_named_whose_longest_options_are_right_more_often_than_by_chance(said: Said) -> None:
    # Four of four at chances of a third: 1/81, below 2 in 100. Three of four: 9/81.
    assert notes(said, ["mountain top"] * 4) == [
        "in 4 of 4 questions whose options differ in length the longest is right"
    ]
    assert notes(said, ["mountain top"] * 3 + ["sea"]) == []


def test_options_of_the_same_length_do_not_count(said: Said) -> None:
    body = "\n".join(choice(number, "mountain top") for number in range(4)).replace("text: lake", "text: valley rim!")
    assert [one for one in said(body) if one.code == "longest-right"] == []
