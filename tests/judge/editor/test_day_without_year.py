from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

DATED = "The dam of 1950 broke in 1962, and that of 1970 holds."


def days(found: list[Problem]) -> list[str]:
    return [one.message for one in found if one.code == "day-without-year"]


def test_a_day_needs_a_year_in_its_paragraph_or_the_one_before(said: Said) -> None:
    plain = "It rained."
    assert days(said(f"{DATED}\n\n{plain}\n\nOn 4 April it broke.")) == ["“4 April” of which year?"]
    assert days(said(f"{DATED}\n\nOn 4 April it broke.")) == []
    assert days(said(f"{DATED}\n\n{plain}\n\nOn 4 April 1962 it broke.")) == []
    assert days(said(f"{plain}\n\nOn 4 April it broke.")) == []


def test_months_are_those_of_the_language(said: Said) -> None:
    assert days(said(f"{DATED}\n\nRegen.\n\nAm 4. März brach er.", "language: de\n")) == ["“4. März” of which year?"]
