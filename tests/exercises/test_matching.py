"""Matching: the right side is mixed, the key follows it, and no two things on a side are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.task import Match

PAIRS = {"Rhine": "Basel", "Elbe": "Dresden", "Oder": "Breslau", "Po": "Turin"}
EXTRA = "Paris"
FIELDS = "id: m\ntext: Match.\npairs:\n" + "".join(f"  - {{left: {one}, right: {two}}}\n" for one, two in PAIRS.items())


def test_the_key_says_where_the_partner_of_each_thing_stands(task: Callable[..., Match]) -> None:
    for variant in range(4):
        made = task("matching", f"{FIELDS}extra: [{EXTRA}]", variant=variant)
        rights = [text.plain() for text in made.right]
        assert [text.plain() for text in made.left] == list(PAIRS)
        assert sorted(rights) == sorted([*PAIRS.values(), EXTRA])
        assert [rights[place] for place in made.pairs] == list(PAIRS.values())


def test_in_no_variant_do_all_partners_stand_opposite(task: Callable[..., Match]) -> None:
    """Not even if the right side begins elsewhere and goes on in the same order."""
    two = "id: m\ntext: Match.\npairs:\n  - {left: a, right: b}\n  - {left: c, right: d}\n"
    for fields, count in ((FIELDS, 4), (two, 2)):
        for variant in range(2):
            pairs = task("matching", fields, variant=variant).pairs
            assert pairs != tuple(range(count))


def test_students_get_no_key(task: Callable[..., Match]) -> None:
    made = task("matching", FIELDS, "student")
    assert (made.pairs, made.origin) == ((), ())
    assert len(made.right) == len(PAIRS)


def test_each_pair_is_worth_a_point_and_twins_are_a_mistake(unit: Callable[..., Path]) -> None:
    twin = FIELDS.replace("Dresden", "Basel").replace("Oder", "Rhine") + "extra: [Turin]\n"
    problems = read(unit(f"## A\n\n```{{matching}}\n{twin}```\n")).problems
    assert [problem.code for problem in problems] == ["equal-options"] * 3
