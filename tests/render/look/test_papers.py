"""A paper's name, and what it says beside a size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.coursefile import CourseFile
from coursepack.render.look.papers import also, edition, forms, half, size

if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a4", "a4"),
        ("letter", "letter"),
        ("thrifty", "a4"),
        ("letter-thrifty-black", "letter"),
        ("a4-wide", "a4-wide"),
        ("letter-easy-full", "letter"),
    ],
)
def test_the_size_is_what_is_left_of_the_name(name: str, wanted: str) -> None:
    assert size(name) == wanted


@pytest.mark.parametrize(
    ("name", "said", "wanted"),
    [
        ("a4", {}, ["a4"]),
        ("a4", {"paper": "thrifty"}, ["thrifty", "a4"]),
        ("letter-thrifty", {}, ["thrifty", "letter"]),
        ("black", {"paper": "thrifty"}, ["thrifty", "black", "a4"]),
        ("full-colour", {"paper": "thrifty", "ink": "black"}, ["a4"]),
        ("letter-cream", {"tint": "white"}, ["cream", "letter"]),
        ("letter-thrifty-black-large-full", {}, ["large", "black", "letter"]),
    ],
)
def test_a_name_says_it_of_one_print_and_the_course_of_all(name: str, said: dict[str, Any], wanted: list[str]) -> None:
    file = CourseFile.model_validate({"title": "Bread", "units": ["bread.md"], **said})
    assert forms(name, file) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a4", "a5"), ("thrifty", "a5-thrifty"), ("letter-black", "half-letter-black"), ("b4", "half-b4")],
)
def test_half_a_paper_has_a_name_and_keeps_its_other_words(name: str, wanted: str) -> None:
    assert half(name) == wanted


def test_an_edition_is_printed_in_full() -> None:
    assert edition("easy", "letter-thrifty") == "letter-thrifty-easy-full"
    assert forms("letter-thrifty-easy-full", None) == ["easy", "letter"]


@pytest.mark.parametrize(
    ("name", "word", "named"),
    [
        ("a4", "thrifty", "thrifty"),
        ("letter-black", "thrifty", "letter-thrifty-black"),
        ("thrifty", "black", "thrifty-black"),
    ],
)
def test_a_paper_has_one_more_word(name: str, word: str, named: str) -> None:
    assert also(name, word) == named
