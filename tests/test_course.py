"""A course as it is typed: what its files may say, and what a student's copy has of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursepack import values
from coursepack.build import ready
from coursepack.course import UnitFront, Work
from coursepack.load.markdown import parser
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

FRONT = "id: water\ntitle: Water\n"


def read(kind: type[Any], source: str) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    found = values.read(source, "course.yaml", 1, problems)
    assert found
    return model(kind, found, parser(), problems), problems


def good(kind: type[Any], source: str) -> Any:  # noqa: ANN401 the kind's own
    made, problems = read(kind, source)
    assert problems == []
    return made


@pytest.mark.parametrize(
    ("more", "opens"),
    [
        ("", "head"),
        ("question: Where?\nshort: W\nminutes: 45", "head"),
        ("objectives: [say where]", "page"),
        ("plan: [{do: Read, what: A text, minutes: 5}]", "page"),
        ("bring: A map", "page"),
        ("bring: A map\nopener: none", "none"),
        ("opener: page", "page"),
    ],
)
def test_a_unit_has_a_page_of_its_own_only_if_there_is_something_on_it(more: str, opens: str) -> None:
    assert good(UnitFront, FRONT + more).opens == opens


def test_a_student_has_the_points_of_a_summary_and_nothing_that_is_said() -> None:
    told = good(UnitFront, f"{FRONT}opening: Said first.\nsummary: {{points: [A point], notes: Said last.}}").told()
    assert (told.opening.plain(), told.summary.notes.plain()) == ("", "")
    assert [point.plain() for point in told.summary.points] == ["A point"]


def test_a_work_keeps_fields_that_are_not_ours() -> None:
    made = good(Work, "id: m\ntype: book\ntitle: M\npublisher: P\nissued: {date-parts: [[1999, 5]]}\ntitle-short: S")
    assert made.model_extra == {"publisher": "P"}
    assert (made.issued.parts, made.short) == (((1999, 5),), "S")


@pytest.mark.parametrize("key", ["graham_concrete_1994", "DBLP:conf/x.1", "_a+b"])
def test_a_work_is_known_by_the_key_of_its_library(key: str) -> None:
    assert good(Work, f"id: '{key}'\ntype: book").id == key


BODY = """\
## One {#one}

```{callout}
kind: note
id: outer
body: |
  A.

  ```{callout}
  kind: note
  id: inner
  body: B.
  ```
```

## Two

```{quote}
id: last
text: So.
by: A
```
"""


def test_parts_stand_as_they_are_printed_and_blocks_each_before_those_inside_it(unit: Callable[..., Path]) -> None:
    course = ready(unit(BODY)).course
    (part,) = course.parts()
    assert [block.id for block in part.blocks() if block.id] == ["outer", "inner", "last"]
    both = replace(course, front=(replace(part, stem="a"),), back=(replace(part, stem="c"),))
    assert [one.stem for one in both.parts()] == ["a", "01-water", "c"]


def test_a_section_is_led_to_by_its_other_names_too(unit: Callable[..., Path]) -> None:
    course = ready(unit("(rain)=\n## One {#one}\n\nA.\n\n### Below {#below}\n\nB.\n")).course
    assert {(name, section.id) for _, name, section in course.named()} == {("rain", "one"), ("below", "one")}


def test_an_id_that_the_author_left_out_is_not_his_name(course: Callable[..., Path]) -> None:
    text = "---\ntitle: Water\n---\n\n## One\n\nA.\n"
    (named,) = ready(course()).course.units
    (bare,) = ready(course({"units/01-water.md": text})).course.units
    assert (named.is_named, named.at("title").line) == (True, 3)
    assert not bare.is_named
