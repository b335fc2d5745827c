"""Rooms to draw in are refused where no page holds them and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem


def _is_refused(problem: Problem) -> bool:
    return problem.code == "high-room" and problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("space", "said"),
    [
        ("{paper: blank, cm: 25}", ["a room of 25 cm and its stem do not go on a page, which holds 22 cm"]),
        ("{paper: squared, cm: 22}", []),
        ("{lines: 40}", []),
        ("{cm: 25}", []),
    ],
)
def test_a_room_is_at_most_what_a_page_holds(space: str, said: list[str], unit: Callable[..., Path]) -> None:
    root = unit(f"## One\n\n```{{short-answer}}\nid: ex\ntext: Draw a plan.\nspace: {space}\n```\n")
    assert [one.message for one in read(root).problems if _is_refused(one)] == said


def test_a_room_of_a_part_has_the_part_above_it_too(unit: Callable[..., Path]) -> None:
    long = "Draw all that you have seen on the way. " * 8
    fields = f"text: {long}\nparts: [{{text: {long}, space: {{paper: blank, cm: 22}}}}]"
    root = unit(f"## One\n\n```{{short-answer}}\nid: ex\n{fields}\n```\n")
    (one,) = filter(_is_refused, read(root).problems)
    assert one.help.startswith("Write `cm: 1")


@pytest.mark.parametrize(
    ("cm", "paper", "said"),
    [
        (12, "a4", []),
        (16, "a4", [("note", "a room of 16 cm and its stem do not go on a page of `easy` on A5, which holds 15 cm")]),
        (16, "a5-easy-full", [("error", "a room of 16 cm and its stem do not go on a page, which holds 15 cm")]),
        (25, "a4", [("error", "a room of 25 cm and its stem do not go on a page, which holds 22 cm")]),
    ],
)
def test_a_room_that_the_smallest_page_does_not_hold_is_said_once(
    cm: int, paper: str, said: list[tuple[str, str]], unit: Callable[..., Path]
) -> None:
    fields = f"text: Draw a plan.\nspace: {{paper: blank, cm: {cm}}}"
    found = read(unit(f"## One\n\n```{{short-answer}}\nid: ex\n{fields}\n```\n"), paper).problems
    assert [(one.severity.value, one.message) for one in found if one.code == "high-room"] == said
