"""Putting in order: mixed, never into the right order, and the key numbers what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.task import Order

ITEMS = ["spring", "brook", "river", "mouth"]


def fields(items: list[str]) -> str:
    return f"id: o\ntext: Put in order.\nitems: [{', '.join(items)}]"


@pytest.mark.parametrize("count", [3, 4])
def test_the_key_brings_the_items_into_their_order_in_every_variant(task: Callable[..., Order], count: int) -> None:
    for variant in range(count):
        made = task("ordering", fields(ITEMS[:count]), variant=variant)
        shown = [text.plain() for text in made.items]
        assert sorted(zip(made.places, shown, strict=True)) == list(enumerate(ITEMS[:count], 1))
        assert shown != ITEMS[:count]


def test_students_get_the_items_without_the_key(task: Callable[..., Order]) -> None:
    made = task("ordering", fields(ITEMS), "student")
    assert (made.places, made.origin) == ((), ())
    assert len(made.items) == 4


def test_two_equal_items_have_no_order(unit: Callable[..., Path]) -> None:
    body = f"## A\n\n```{{ordering}}\n{fields([*ITEMS, 'brook'])}\n```\n"
    assert [problem.code for problem in read(unit(body)).problems] == ["equal-options"]
