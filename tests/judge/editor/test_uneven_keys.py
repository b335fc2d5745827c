from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def scale(number: int, right: int) -> str:
    """Write a choice whose options keep their order."""
    options = ", ".join(f"{{text: '{value}', right: {str(value == right).lower()}}}" for value in range(3))
    return f"```{{multiple-choice}}\nid: ex-{number}\ntext: Which is {number}?\noptions: [{options}]\n```\n"


def notes(said: Said, keys: list[int]) -> list[str]:
    body = "\n".join(scale(number, right) for number, right in enumerate(keys))
    return [problem.message for problem in said(body) if problem.code == "uneven-keys"]


def test_a_letter_with_more_than_half_of_the_keys_is_named(said: Said) -> None:
    assert notes(said, [1] * 7 + [0, 2, 0, 2, 0]) == ["7 of 12 right answers are “b”"]


def test_half_of_the_keys_are_not_too_many(said: Said) -> None:
    assert notes(said, [1] * 6 + [0, 2] * 3) == []


def test_a_few_questions_say_nothing(said: Said) -> None:
    assert notes(said, [1] * 11) == []


def test_a_course_whose_statements_are_mostly_false_is_named(said: Said) -> None:
    def sides(answers: str) -> list[str]:
        keys = {"t": "true", "f": "false"}
        body = "".join(
            f"```{{true-false}}\nid: ex-{place}\ntext: Water {place}.\nanswer: {keys[one]}\n```\n"
            for place, one in enumerate(answers)
        )
        return [problem.message for problem in said(body) if problem.code == "uneven-keys"]

    # Two tails of a fair coin: 2/128 for seven of seven, 4/128 for six of six.
    assert sides("fffffff") == ["7 of 7 statements of the course are “False”"]
    assert sides("ffffff") == []
    assert sides("ffftfff") == []
