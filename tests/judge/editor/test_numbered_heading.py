from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def found(said: Said, *headings: str, head: str = "") -> list[tuple[int, int]]:
    body = "Words.\n\n" + "".join(f"## {one}\n\nWords.\n\n" for one in headings)
    return [(one.span.line, one.span.column) for one in said(body, head) if one.code == "numbered-heading"]


@pytest.mark.parametrize(
    "headings",
    [
        ("1.2 Vectors", "1.3 Matrices"),
        ("1.2. Vectors", "1.3. Matrices"),
        ("1. Springs", "2. Lakes"),
        ("2) Springs", "3) Lakes"),
        ("Chapter 3: Springs", "Chapter 4: Lakes"),
        ("§ 3 Springs", "§ 4 Lakes"),
        ("**1.** Springs", "**2.** Lakes"),
        ("05.泉の水", "06.湖の水"),
        ("1、泉水", "2、湖水"),
        ("2章 泉", "3章 湖"),
        ("第3章　泉", "第4章　湖"),
        ("第3章\uff1a泉水", "第4章\uff1a湖水"),
        ("第1节泉水", "第2节湖水"),
    ],
)
def test_of_headings_that_count_on_the_first_is_named(said: Said, headings: tuple[str, str]) -> None:
    assert len(found(said, *headings)) == 1


def test_bare_numbers_want_three_from_the_first(said: Said) -> None:
    assert len(found(said, "1 Springs", "2 Lakes", "Between", "3 Seas")) == 1
    assert found(said, "1 Springs", "2 Lakes") == []
    assert found(said, "7 Springs", "8 Lakes", "9 Seas") == []


@pytest.mark.parametrize(
    "headings",
    [
        ("1989: the wall falls", "1990: one country"),
        ("3 rules of the sea", "4 rules of the land", "5 rules of the air"),
        ("2 x 2 tables", "3 x 3 tables"),
        ("1. Weltkrieg", "2. Weltkrieg"),
        ("Step 1: boil", "Step 2: pour"),
        ("1.5 degrees", "What they do"),
        ("2時間の川", "3時間の海"),
        ("1.5度の水", "1.6億の川"),
        ("第2次世界大戦", "第3次世界大戦"),
        ("3. Springs", "7. Lakes"),
        ("1. Springs {.unnumbered}", "2. Lakes {.unnumbered}"),
    ],
)
def test_years_quantities_and_what_has_no_number_of_ours_are_none(said: Said, headings: tuple[str, ...]) -> None:
    assert found(said, *headings) == []


@pytest.mark.parametrize(
    ("tag", "headings"),
    [
        ("de", ("14. Juli 1789", "15. August")),
        ("de", ("31. Okt. 1517", "32. Nov.")),
        ("fr", ("4 mai", "5 Juin", "6 Juillet")),
        ("pt", ("1 de Maio: Praga", "2 de Junho: Roma", "3 de julho: Lisboa")),
        ("ru", ("1. Мая", "2. Июня")),
        ("tr", ("1 Haziran", "2 Temmuz", "3 Ekim")),
        ("en", ("1 May 1945", "2 June 1945", "3 July 1945")),
    ],
)
def test_days_of_months_are_none(said: Said, tag: str, headings: tuple[str, ...]) -> None:
    assert found(said, *headings, head=f"language: {tag}\n") == []


def test_a_language_has_its_own_word_for_a_unit(said: Said) -> None:
    assert len(found(said, "Einheit 1: Quellen", "Einheit 2: Seen", head="language: de\n")) == 1


def test_it_says_what_is_printed_and_what_to_leave_out(said: Said) -> None:
    (one,) = (
        one
        for one in said("Words.\n\n## 1. Springs\n\nOne.\n\n## 2. Lakes\n\nTwo.\n")
        if one.code == "numbered-heading"
    )
    assert one.message == "“1.2 1. Springs” is printed: the heading has a number of its own, as the next has"
    assert one.help == "Leave “1.” out: headings are numbered"
    assert (one.span.column, one.span.length) == (4, 2)
