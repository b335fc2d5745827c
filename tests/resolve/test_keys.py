from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.keys import uneven

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def scale(number: int, right: int) -> str:
    """Write a choice whose options keep their order."""
    options = ", ".join(f"{{text: '{value}', right: {str(value == right).lower()}}}" for value in range(3))
    return f"```{{multiple-choice}}\nid: ex-{number}\ntext: Which is {number}?\noptions: [{options}]\n```\n"


def notes(unit: Callable[..., Path], keys: list[int]) -> list[str]:
    body = "\n".join(scale(number, right) for number, right in enumerate(keys))
    return [problem.message for problem in uneven(ready(unit(f"## One\n\n{body}"), Copy("teacher")).pack)]


def test_a_letter_with_more_than_half_of_the_keys_is_named(unit: Callable[..., Path]) -> None:
    assert notes(unit, [1] * 7 + [0, 2, 0, 2, 0]) == ["7 of 12 right answers are “b”"]


def test_half_of_the_keys_are_not_too_many(unit: Callable[..., Path]) -> None:
    assert notes(unit, [1] * 6 + [0, 2] * 3) == []


def test_a_few_questions_say_nothing(unit: Callable[..., Path]) -> None:
    assert notes(unit, [1] * 11) == []
