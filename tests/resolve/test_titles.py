"""Titles of slides that nobody wrote: no two of a deck are the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.languages.labels import Labels
from coursepack.resolve.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.course import Course

LABELS = Labels({"unit": "Unit", "space": " ", "brackets": ("(", ")")}, "en")
SLIDE = "```{slide}\ntitle: By hand\npoints: [a]\n```\n"
HEAD = "---\nid: {0}\ntitle: {1}\nquestion: Why?\nminutes: 45\nobjectives: [see]\n---\n\n## A section\n\n{2}"


@pytest.fixture
def course(course: Callable[..., Path]) -> Course:
    """Two units; in the first, a slide has a title by hand."""
    units = {"units/01.md": HEAD.format("one", "Springs", SLIDE), "units/02.md": HEAD.format("two", "Mouths", "Words.")}
    made = read(course({"course.yaml": f"title: Rivers\nlanguage: en\nunits: {list(units)}\n", **units})).course
    assert made
    return made


def given(course: Course, *wanted: tuple[str, int]) -> list[str]:
    titles, title = Titles(course, LABELS), course.units[0].front.title
    (inline,) = [token for token in title.tokens if token.type == "inline"]
    found = []
    for words, unit in wanted:
        children = [inline.children[0].copy(content=words)] if inline.children else []
        text = type(title)(title.source, title.span, title.indent, (inline.copy(content=words, children=children),))
        found.append(titles.free(text, unit=unit).plain().replace("\u00a0", " "))
    return found


def test_a_title_that_nobody_has_stays(course: Course) -> None:
    assert given(course, ("Floods", 1), ("Droughts", 2)) == ["Floods", "Droughts"]


@pytest.mark.parametrize("taken", ["Rivers", "Springs", "By hand", "BY HAND"])
def test_what_is_written_is_taken_in_any_case(course: Course, taken: str) -> None:
    assert given(course, (taken, 2)) == [f"{taken} (Unit 2)"]


def test_within_a_unit_they_are_numbered_from_two(course: Course) -> None:
    assert given(course, ("Floods", 1), ("Floods", 1), ("Floods", 1)) == ["Floods", "Floods (2)", "Floods (3)"]


def test_in_another_unit_its_name_comes_first_and_then_numbers(course: Course) -> None:
    assert given(course, ("Floods", 1), ("Floods", 2), ("Floods", 2)) == ["Floods", "Floods (Unit 2)", "Floods (2)"]


def test_all_titles_of_a_deck_differ(course: Course) -> None:
    found = given(course, *[("Floods", 1 + number % 2) for number in range(8)])
    assert len({title.casefold() for title in found}) == 8


def test_a_number_stands_apart_from_a_foreign_word_in_a_title_from_right_to_left(course: Course) -> None:
    arabic = replace(course, file=course.file.model_copy(update={"language": "ar"}))
    assert (
        given(arabic, ("\u0646\u0647\u0631 Nile", 1), ("\u0646\u0647\u0631 Nile", 1))[1]
        == "\u0646\u0647\u0631 Nile \u200f(2)"
    )
    assert given(arabic, ("Nile", 1), ("Nile", 1))[1] == "Nile (2)"
