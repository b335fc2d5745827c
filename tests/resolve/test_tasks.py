"""What a copy of a course asks, and what it keeps to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.languages.number import lettered
from coursepack.pack import Copy, Item

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = """\
## One

```{multiple-choice}
id: ex
text: Which is the longest?
options: [{text: Rhine}, {text: Danube, right: true}, {text: Oder}, {text: Elbe}]
```

```{question}
text: Why?
model: Because.
```

A river begins at a spring.
"""


@pytest.fixture
def items(unit: Callable[..., Path]) -> Callable[..., list[Item]]:
    root = unit(BODY)

    def of(*copy: object) -> list[Item]:
        return list(ready(root, Copy(*copy)).pack.units[0].items())  # type: ignore[arg-type]

    return of


def test_only_exercises_have_a_task_and_a_place(items: Callable[..., list[Item]]) -> None:
    assert [item.task is not None for item in items("key")] == [True, False, False]
    assert [item.place > 0 for item in items("key")] == [True, False, False]


def test_a_students_task_is_the_teachers_without_its_key(items: Callable[..., list[Item]]) -> None:
    mine, theirs = items("student")[0].task, items("teacher")[0].task
    assert [option.plain() for option in mine.options] == [option.plain() for option in theirs.options]  # type: ignore[union-attr]
    assert theirs.letters(lettered)  # type: ignore[union-attr]
    assert not mine.letters(lettered)  # type: ignore[union-attr]


def test_a_students_block_has_no_answer_either(items: Callable[..., list[Item]]) -> None:
    assert items("teacher")[1].block.model.plain() == "Because."  # type: ignore[attr-defined]
    assert not items("student")[1].block.model  # type: ignore[attr-defined]


def test_another_variant_asks_the_same_in_another_order_and_place(items: Callable[..., list[Item]]) -> None:
    first, second = (items("key", variant)[0] for variant in (0, 1))
    orders = [[option.plain() for option in item.task.options] for item in (first, second)]  # type: ignore[union-attr]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1])
    assert first.place != second.place
