"""Pools: each copy has some exercises of them, the same number and the same points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.variants import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Pack

NAMES = ("ex-a", "ex-b", "ex-c", "ex-d", "ex-e")
POOL = f"```{{pool}}\nid: pool\npick: 2\nquestions: [{', '.join(NAMES)}]\n```\n"
ONE = "```{{true-false}}\nid: {0}\ntext: Is it {0}?\nanswer: true\npoints: 1.5\n```\n"
BODY = f"## One\n\n{POOL}{''.join(map(ONE.format, NAMES))}{ONE.format('after')}"


@pytest.fixture
def pack(unit: Callable[..., Path]) -> Callable[..., Pack]:
    def made(variant: int = 0, edition: str = "student", seed: str = "") -> Pack:
        file = f'title: Rivers\nseed: "{seed}"\nunits: [units/01-water.md]\n'
        return ready(unit(BODY, {"course.yaml": file}), Copy(edition, variant)).pack  # type: ignore[arg-type]

    return made


def ids(pack: Pack) -> list[str | None]:
    return [item.block.id for item in pack.units[0].exercises()]


def test_a_copy_has_so_many_and_the_numbers_after_them_stay(pack: Callable[..., Pack]) -> None:
    for variant in range(5):
        made = pack(variant)
        exercises = made.units[0].exercises()
        assert len(exercises) == 3
        assert exercises[-1].target
        assert (exercises[-1].block.id, exercises[-1].target.number) == ("after", "1.3")
        assert sum(item.counted for item in exercises) == 4.5


def test_neighbouring_variants_have_others(pack: Callable[..., Pack]) -> None:
    drawn = [set(ids(pack(variant))) for variant in range(5)]
    assert all(one != other for one, other in pairwise(drawn))
    assert set.union(*drawn) == {*NAMES, "after"}


def test_the_teacher_and_the_key_have_what_the_students_of_the_variant_have(pack: Callable[..., Pack]) -> None:
    assert ids(pack(1)) == ids(pack(1, "teacher")) == ids(pack(1, "key"))


def test_another_seed_draws_others(pack: Callable[..., Pack]) -> None:
    assert len({tuple(ids(pack(seed=str(seed)))) for seed in range(6)}) > 1


def test_what_is_left_out_is_nowhere_in_the_copy(pack: Callable[..., Pack]) -> None:
    made = pack()
    left = set(NAMES) - set(ids(made))
    assert left
    assert not left & {block.id for part in made.course.parts() for block in part.blocks()}
    assert not left & set(made.targets)


def test_the_sheet_of_variants_has_every_exercise(pack: Callable[..., Pack]) -> None:
    packs = [pack(variant, "key") for variant in range(3)]
    made = rows(packs, 1)
    assert [row.id for row in made] == [name for name in (*NAMES, "after") if any(name in ids(one) for one in packs)]
    for row in made:
        assert [cell is not None for cell in row.cells] == [row.id in ids(one) for one in packs]
