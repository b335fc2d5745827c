"""A pool: what it leads to, and what is wrong with the exercises that it names."""

from __future__ import annotations

import pytest

from fenced import block

POOL = "id: pool\npick: {}\nquestions:\n  - ex-a\n  - ex-b\n"


def exercise(name: str, more: str = "") -> object:
    return block("true-false", f"id: {name}\ntext: Is it {name}?\nanswer: true\n{more}")


def wrong(section: list[object], pick: int = 1, known: tuple[str, ...] = ("ex-a", "ex-b")) -> list[tuple[str, int]]:
    """Return the codes with the lines of the pool's fields; those that are said at an exercise have its own line."""
    found = block("pool", POOL.format(pick)).wrong(section, known)
    return [(one.code, one.span.line - 9) for one in found]


A, B = exercise("ex-a"), exercise("ex-b")


def test_it_leads_to_each_exercise_from_the_line_that_names_it() -> None:
    assert [(kind, name, at.line - 9) for kind, name, at in block("pool", POOL.format(1)).leads()] == [
        ("exercise", "ex-a", 4),
        ("exercise", "ex-b", 5),
    ]


def test_equal_exercises_that_stand_together_are_a_pool() -> None:
    assert wrong([block("text", "body: Now."), A, B, block("text", "body: Then.")]) == []


@pytest.mark.parametrize("pick", [2, 3])
def test_a_copy_has_fewer_than_there_are(pick: int) -> None:
    assert wrong([A, B], pick) == [("pool-size", 2)]


def test_an_exercise_of_another_section_is_said_where_it_is_named() -> None:
    assert wrong([A]) == [("pool-apart", 5)]


def test_one_that_the_course_has_not_is_a_reference_and_not_said_here() -> None:
    assert wrong([A], known=("ex-a",)) == []


def test_one_that_is_named_twice_is_said_at_the_second() -> None:
    found = block("pool", f"{POOL.format(1)}  - ex-a\n").wrong([A, B], ("ex-a", "ex-b"))
    assert [(one.code, one.span.line - 9) for one in found] == [("pool-twice", 6)]


def test_nothing_stands_between_them() -> None:
    assert wrong([A, block("text", "body: Now."), B]) == [("pool-apart", 0)]


@pytest.mark.parametrize(
    ("more", "code", "line"),
    [("points: 2\n", "pool-points", 4), ("bonus: true\n", "pool-points", 1), ("for: teacher\n", "pool-apart", 0)],
)
def test_each_copy_has_the_same_sum_and_the_same_readers(more: str, code: str, line: int) -> None:
    assert wrong([A, exercise("ex-b", more)]) == [(code, line)]
