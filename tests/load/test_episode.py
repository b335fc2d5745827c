"""The boxes of a lesson of The Carpentries are a unit's front matter; nothing of them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read, ready
from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LESSON = """\
---
title: Rivers
teaching: 10
exercises: 5
layout: page
---

:::: questions

- Where does a river
  begin?
- Where does it end?

:::::::

::: objectives
- Name a *spring*.
- Draw it.
:::

## Springs

Water comes up.

::: keypoints
1. Rivers begin at springs.
2. They end in seas.
:::
"""


def test_they_are_the_fields_that_say_the_same(unit: Callable[..., Path]) -> None:
    (made,) = ready(lay(unit, LESSON)).pack.units
    front = made.front
    assert front.minutes == 15
    assert " ".join(front.question.plain().split()) == "Where does a river begin? Where does it end?"
    assert [text.plain() for text in front.objectives] == ["Name a spring.", "Draw it."]
    assert [text.plain() for text in front.summary.points] == ["Rivers begin at springs.", "They end in seas."]
    assert [item.kind for item in made.items()] == ["text"]


def test_their_texts_have_their_places(unit: Callable[..., Path]) -> None:
    (made,) = ready(lay(unit, LESSON)).pack.units
    points = made.front.summary.points
    assert [(text.span.line, text.span.column) for text in points] == [(26, 4), (27, 4)]


def test_what_front_matter_says_itself_stays_and_the_box_is_a_callout(unit: Callable[..., Path]) -> None:
    (made,) = ready(lay(unit, LESSON.replace("layout: page", "question: Why?"))).pack.units
    assert made.front.question.plain() == "Why?"
    assert [item.block.type_ for item in made.items() if item.kind == "callout"] == ["discussion"]


def test_a_second_box_of_a_kind_is_not_lost(unit: Callable[..., Path]) -> None:
    twice = f"{LESSON}\n::: objectives\n- Sing it.\n:::\n"
    (made,) = ready(lay(unit, twice)).pack.units
    assert [item.block.type_ for item in made.items() if item.kind == "callout"] == ["objectives"]


def test_a_field_of_another_tool_is_left_out_with_a_note(unit: Callable[..., Path]) -> None:
    (problem,) = (one for one in read(lay(unit, LESSON)).problems if one.code == "foreign-field")
    assert (problem.severity, problem.span.line) == (Severity.NOTE, 5)


def test_an_open_box_is_reported(unit: Callable[..., Path]) -> None:
    found = read(lay(unit, "# Rivers\n\n## Springs\n\n::: challenge\nWhy?\n")).problems
    assert [(one.code, one.span.line) for one in found if one.severity is Severity.ERROR] == [("open-block", 5)]


def lay(unit: Callable[..., Path], lesson: str) -> Path:
    root = unit("## Springs\n\nWater.\n")
    (root / "units" / "01-water.md").write_text(lesson, "utf-8")
    return root
