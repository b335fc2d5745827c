"""What is set side by side: in the order of the content, and of nearly the same height."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.abreast import halves, rows
from coursepack.task import Write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.build import Ready
    from coursepack.pack import Item

LETTERS = 54


@pytest.fixture(scope="module")
def items(exercises: Ready) -> Sequence[Item]:
    return [item for unit in exercises.pack.units for item in unit.exercises()]


def flat(found: list[list[list[Item]]]) -> list[Item]:
    return [item for row in found for column in row for item in column]


def test_the_order_is_the_contents(items: Sequence[Item]) -> None:
    assert flat(list(rows(items, LETTERS))) == list(items)


def test_only_short_ones_stand_side_by_side(items: Sequence[Item]) -> None:
    beside = [item.kind for row in rows(items, LETTERS) if len(row) > 1 for column in row for item in column]
    assert beside
    assert set(beside) <= {"multiple-choice", "true-false", "short-answer", "numeric"}


def test_a_narrow_measure_has_one_column(items: Sequence[Item]) -> None:
    assert all(len(row) == 1 for row in rows(items, 44))


def test_one_that_is_long_stands_beside_two_that_are_not(items: Sequence[Item]) -> None:
    short = next(item for item in items if item.kind == "true-false" and len(item.block.text.plain()) < LETTERS)  # type: ignore[attr-defined]
    tall = max((item for item in items if item.kind == "multiple-choice"), key=lambda item: len(item.task.options))  # type: ignore[union-attr]
    assert [[len(column) for column in row] for row in rows([tall, short, short], LETTERS)] == [[1, 2]]


def test_questions_are_parted_where_the_taller_column_is_least(items: Sequence[Item]) -> None:
    task = next(item.task for item in items if isinstance(item.task, Write) and len(item.task.asks) > 2)
    left, right = halves(task.asks, LETTERS)[0]
    assert [place for place, _ in (*left, *right)] == list(range(len(task.asks)))
    assert left
    assert right
