"""Rooms to draw in are refused where no page holds them and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
    assert [one.message for one in read(root).problems if one.code == "high-room"] == said


def test_a_room_of_a_part_has_the_part_above_it_too(unit: Callable[..., Path]) -> None:
    long = "Draw all that you have seen on the way. " * 8
    fields = f"text: {long}\nparts: [{{text: {long}, space: {{paper: blank, cm: 22}}}}]"
    root = unit(f"## One\n\n```{{short-answer}}\nid: ex\n{fields}\n```\n")
    (one,) = [one for one in read(root).problems if one.code == "high-room"]
    assert one.help.startswith("Write `cm: 1")
