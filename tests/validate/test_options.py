"""What texts say of options that are mixed: names that there are, and no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHOICE = """```{{multiple-choice}}
id: ex
text: Which sentence is right, the first answer or the last?
options:
  - {{id: rhine, text: the Rhine, right: true}}
  - {{text: the Elbe{last}}}
  - {{text: "{third}"}}
feedback: "{feedback}"
{more}
```
"""


@pytest.fixture
def said(unit: Callable[..., Path]) -> Callable[..., list[tuple[str, int]]]:
    """Return a function that gives what is said of a choice: codes, with the columns where they point."""

    def found(
        feedback: str = "So.", third: str = "the Oder", more: str = "", last: str = "", tag: str = "en"
    ) -> list[tuple[str, int]]:
        body = CHOICE.format(feedback=feedback, third=third, more=more, last=last)
        course = {"course.yaml": f"title: Rivers\nlanguage: {tag}\nslides: written\nunits: [units/01-water.md]\n"}
        problems = read(unit(f"## One\n\n{body}", course)).problems
        return [(one.code, one.span.column) for one in problems if one.code in {"unknown-option", "placed-words"}]

    return found


@pytest.mark.parametrize(
    "words",
    [
        "The first sentence is right.",
        "Take the last two answers.",
        "Not option C.",
        "It is both A and C.",
        "Many tick answer b.",
    ],
)
def test_a_word_for_a_place_is_a_warning_where_it_stands(
    words: str, said: Callable[..., list[tuple[str, int]]]
) -> None:
    assert [code for code, _ in said(words)] == ["placed-words"]
    assert [code for code, _ in said(more=f'slide: {{title: Rivers, notes: "{words}"}}')] == ["placed-words"]


@pytest.mark.parametrize(
    "words",
    [
        "The first sentence of the treaty says so.",
        "First, think of the sea.",
        "It was the last answer in the letter.",
        "Both rivers end there; the second war changed nothing.",
        "An answer a week is enough.",
        "{option:1} is right, and {option:rhine} too.",
    ],
)
def test_other_firsts_and_lasts_are_none(words: str, said: Callable[..., list[tuple[str, int]]]) -> None:
    assert said(words) == []


def test_all_of_the_above_may_stand_where_it_keeps_its_place(said: Callable[..., list[tuple[str, int]]]) -> None:
    assert [code for code, _ in said(third="all of the above")] == ["placed-words"]
    assert said(third='all of the above", last: true, reason: "no') == []


def test_what_keeps_its_order_may_be_named_by_place(said: Callable[..., list[tuple[str, int]]]) -> None:
    assert said("The first sentence is right.", more="fixed: true") == []


def test_each_language_has_its_own_words(said: Callable[..., list[tuple[str, int]]]) -> None:
    for tag, words in (("de", "Die zweite Antwort stimmt."), ("fr", "La dernière réponse est juste.")):
        assert [code for code, _ in said(words, tag=tag)] == ["placed-words"]
        assert said("The first sentence is right.", tag=tag) == []


def test_a_name_that_no_option_has_is_a_mistake_at_its_place(
    said: Callable[..., list[tuple[str, int]]], unit: Callable[..., Path]
) -> None:
    assert said("See {option:4}.") == [("unknown-option", 16)]
    problems = read(unit("## One\n\nLook at {option:1}.\n")).problems
    (one,) = [problem for problem in problems if problem.code == "unknown-option"]
    assert (one.severity, one.span.column) == (Severity.ERROR, 9)


@pytest.mark.parametrize("name", ["rhine", '"2"'])
def test_an_id_belongs_to_one_option_and_is_no_number(name: str, unit: Callable[..., Path]) -> None:
    body = CHOICE.format(feedback="So.", third="the Oder", more="", last=f", id: {name}")
    problems = read(unit(f"## One\n\n{body}")).problems
    assert [one.code for one in problems if one.code == "duplicate-id"] == ["duplicate-id"]
