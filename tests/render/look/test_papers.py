"""A paper's name, and what it says beside a size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.coursefile import CourseFile
from coursepack.render.look.papers import forms, size

if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a4", "a4"), ("letter", "letter"), ("thrifty", "a4"), ("letter-thrifty-black", "letter"), ("a4-wide", "a4-wide")],
)
def test_the_size_is_what_is_left_of_the_name(name: str, wanted: str) -> None:
    assert size(name) == wanted


@pytest.mark.parametrize(
    ("name", "said", "wanted"),
    [
        ("a4", {}, []),
        ("a4", {"paper": "thrifty"}, ["thrifty"]),
        ("letter-thrifty", {}, ["thrifty"]),
        ("black", {"paper": "thrifty"}, ["thrifty", "black"]),
        ("full-colour", {"paper": "thrifty", "ink": "black"}, []),
    ],
)
def test_a_name_says_it_of_one_print_and_the_course_of_all(name: str, said: dict[str, Any], wanted: list[str]) -> None:
    file = CourseFile.model_validate({"title": "Bread", "units": ["bread.md"], **said})
    assert forms(name, file) == wanted
