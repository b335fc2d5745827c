from __future__ import annotations

from itertools import product

import pytest

from coursepack.problem import Span
from coursepack.resolve.seating import alike, place, seated
from coursepack.roster import Student


def student(row: int, seat: str = "", variant: int | None = None) -> Student:
    return Student(row, f"Nobody {row}", str(row), seat, variant, Span("r.csv", row))


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("12", (0, 12)),
        ("Seat 12", (0, 12)),
        ("B3", (2, 3)),
        ("b 3", (2, 3)),
        ("3B", (3, 2)),
        ("2-5", (2, 5)),
        ("Platz 2/5", (2, 5)),
        ("", None),
        ("at the window", None),
    ],
)
def test_seats_as_people_write_them(seat: str, expected: tuple[int, int] | None) -> None:
    assert place(seat) == expected


def test_without_seats_the_rows_take_turns() -> None:
    given = seated([student(row) for row in range(2, 8)], 4)
    assert "".join(one.letter for one in given) == "ABCDAB"


def test_the_roster_has_the_last_word() -> None:
    assert [one.variant for one in seated([student(2, "1", 3), student(3, "2")], 4)] == [3, 1]


@pytest.mark.parametrize("variants", [2, 3, 4, 5, 8])
def test_who_sits_beside_or_behind_has_another_variant(variants: int) -> None:
    room = [student(row, f"{line}{number}") for row, (line, number) in enumerate(product("ABCDE", range(1, 8)), 2)]
    assert list(alike(seated(room, variants), variants)) == []


@pytest.mark.parametrize("variants", [4, 5, 8])
def test_with_four_variants_nobody_around_has_the_same(variants: int) -> None:
    room = [student(row, f"{line}{number}") for row, (line, number) in enumerate(product("ABCDE", range(1, 8)), 2)]
    found = {place(one.student.seat): one.variant for one in seated(room, variants)}
    near = [(across, down) for across, down in product((-1, 0, 1), repeat=2) if (across, down) != (0, 0)]
    for (row, number), variant in [(at, found[at]) for at in found if at]:
        assert variant not in {found.get((row + down, number + across)) for across, down in near}


def test_who_comes_later_changes_nobody_elses_variant() -> None:
    room = [student(2, "1"), student(3, "2"), student(4, "4")]
    before = seated(room, 4)
    assert seated([*room, student(5, "3")], 4)[:3] == before


def test_neighbours_with_the_same_variant_are_reported_and_the_first_one_s_line_is_said() -> None:
    given = seated([student(2, "1"), student(3, "3"), student(4, "4")], 2)
    (problem,) = alike(given, 2)
    assert (problem.code, problem.span.line, problem.private) == ("same-variant", 3, True)
    assert "line 2" in problem.message


def test_one_variant_is_everybodys() -> None:
    assert list(alike(seated([student(2, "1"), student(3, "2")], 1), 1)) == []
