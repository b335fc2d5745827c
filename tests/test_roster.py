"""A roster's rows: whose a pack is shows in no log, and a variant has its letter."""

from __future__ import annotations

import pytest

from coursepack.problem import Span
from coursepack.roster import Seated, Student

ADA = Student(2, "Ada Okafor", "QX-07Z", "12", None, Span("class.csv", 2))


@pytest.mark.parametrize("one", [ADA, Seated(ADA, 0), [Seated(ADA, 0)]])
def test_nothing_of_a_student_shows_where_values_are_printed(one: object) -> None:
    shown = repr(one)
    assert not [word for word in ("Ada", "Okafor", "QX-07Z", "12,") if word in shown]


@pytest.mark.parametrize(("variant", "letter"), [(0, "A"), (1, "B"), (25, "Z")])
def test_variants_have_letters(variant: int, letter: str) -> None:
    assert Seated(ADA, variant).letter == letter
