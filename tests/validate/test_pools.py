"""Pools that no copy could print rightly are said where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE = "```{{true-false}}\nid: {0}\ntext: Is it {0}?\nanswer: true\n{1}```\n"
A, B, C = (ONE.format(name, "") for name in ("ex-a", "ex-b", "ex-c"))


def pool(names: str = "ex-a, ex-b", pick: int = 1, name: str = "pool") -> str:
    return f"```{{pool}}\nid: {name}\npick: {pick}\nquestions: [{names}]\n```\n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (pool(pick=2) + A + B, "pool-size"),
        (pool("ex-a, ex-b, ex-a") + A + B, "pool-twice"),
        (pool() + pool("ex-b, ex-c", name="other") + A + B + C, "pool-twice"),
        (pool() + A + "Now look.\n\n" + B, "pool-apart"),
        (pool("ex-a, ex-c") + A + B + "\n## Two\n\n" + C, "pool-apart"),
        (pool() + A + ONE.format("ex-b", "points: 2\n"), "pool-points"),
        (pool() + A + ONE.format("ex-b", "bonus: true\n"), "pool-points"),
        (pool() + A + ONE.format("ex-b", "for: teacher\n"), "pool-apart"),
        (pool() + A + B + "\nSee @exercise:ex-b.\n", "pool-reference"),
        (pool("ex-a, ex-z") + A + B, "unknown-reference"),
    ],
)
def test_a_pool_that_cannot_be_is_refused(body: str, code: str, unit: Callable[..., Path]) -> None:
    found = [one for one in read(unit(f"## One\n\n{body}")).problems if "pool" in one.code or one.code == code]
    assert [one.code for one in found] == [code]
    assert found[0].help


def test_a_pool_that_can_be_is_taken(unit: Callable[..., Path]) -> None:
    assert not [
        one for one in read(unit(f"## One\n\n{pool('ex-a, ex-b, ex-c', 2)}{A}{B}{C}")).problems if "pool" in one.code
    ]
