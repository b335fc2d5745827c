"""What a unit promises: minutes that add up, and slides that can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefile import COURSE
from coursepack.build import read, ready
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

PLAN = "plan: [{{do: Read, what: All, minutes: {}}}, {{do: Write, what: It, minutes: 25}}]\n"


def said(root: Path) -> list[Problem]:
    try:
        return [one for one in ready(root).notices if one.severity != "note"]
    except ContentError as error:
        return list(error.problems)


@pytest.mark.parametrize(("minutes", "found"), [(20, []), (21, ["the steps add up to 46 minutes, the lesson has 45"])])
def test_the_steps_of_a_plan_fill_the_lesson(unit: Callable[..., Path], minutes: int, found: list[str]) -> None:
    root = unit("x\n")
    file = root / "units/01-water.md"
    file.write_text(file.read_text().replace("---\n\n", f"{PLAN.format(minutes)}---\n\n", 1))
    problems = said(root)
    assert [problem.message for problem in problems] == found
    assert [problem.span.line for problem in problems] == [7] * len(found)


@pytest.mark.parametrize(("lesson", "plan", "found"), [(30, "", [5]), (45, "", []), (30, PLAN.format(20), [])])
def test_a_unit_longer_than_a_lesson_has_a_plan_to_part(
    unit: Callable[..., Path], lesson: int, plan: str, found: list[int]
) -> None:
    root = unit("x\n", {"course.yaml": f"{COURSE['course.yaml']}lesson: {lesson}\n"})
    file = root / "units/01-water.md"
    file.write_text(file.read_text().replace("---\n\n", f"{plan}---\n\n", 1))
    notes = [one for one in ready(root).notices if one.code == "unplanned-lesson"]
    assert [(one.span.line, one.severity) for one in notes] == [(line, "note") for line in found]


def slide(title: str) -> str:
    return f"```{{slide}}\ntitle: {title}\npoints: [a]\nnotes: Say it.\n```\n"


def test_of_two_slides_with_one_title_the_second_is_named_and_says_where_the_first_stands(
    unit: Callable[..., Path],
) -> None:
    (problem,) = said(unit(f"{slide('Rivers')}\n{slide('Lakes')}\n{slide('Rivers')}"))
    assert (problem.code, problem.message) == ("duplicate-title", "two slides have the title “Rivers”")
    assert problem.span.line == 22
    assert problem.help.endswith(":10:8")


def test_slides_of_two_units_are_told_apart_too(course: Callable[..., Path], unit: Callable[..., Path]) -> None:
    first = (unit(slide("Rivers")) / "units/01-water.md").read_text()
    second = first.replace("id: water", "id: sea").replace("title: Water", "title: Sea")
    listed = "title: Rivers\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n"
    root = course({"units/01-water.md": first, "units/02-sea.md": second, "course.yaml": listed})
    assert [problem.code for problem in said(root)] == ["duplicate-title"]


def test_a_block_for_slides_alone_has_a_form_for_them(unit: Callable[..., Path]) -> None:
    (problem,) = said(unit("```{table}\nid: t\non: slides\ncolumns: [a]\nrows: [[b]]\n```\n"))
    assert (problem.code, problem.message) == ("missing-field", "`slide` is missing")


def test_where_slides_are_written_sections_without_one_are_named(unit: Callable[..., Path]) -> None:
    body = f"## One\n\nx\n\n## Two\n\n{slide('A')}"
    written = {"course.yaml": "title: R\nslides: written\n"}
    (note,) = [one for one in ready(unit(body, written)).notices if one.code == "section-without-slide"]
    assert (note.severity, note.span.line) == ("note", 9)
    assert not [one for one in ready(unit(body)).notices if one.code == "section-without-slide"]


STEPS = """minutes: 45
plan: [{do: Do, what: All, minutes: 45, sections: [on], slides: [one, q], exercises: [qq, ex]}]
"""
DONE = """## One {#one}

```{question}
id: qq
text: Why?
```

```{true-false}
id: ex
text: A river begins at a spring.
answer: true
```
"""


def test_a_step_names_what_the_unit_has_and_does_in_class(course: Callable[..., Path]) -> None:
    head = COURSE["units/01-water.md"].partition("\n\n")[0].replace("minutes: 45\n", STEPS)
    problems = read(course({"units/01-water.md": f"{head}\n\n{DONE}"})).problems
    found = [(one.code, one.message, one.help) for one in problems if "step" in one.code]
    assert found == [
        ("unknown-step", "the unit has no `on` for `sections`", "did you mean `one`?"),
        ("unknown-step", "the unit has no `q` for `slides`", "did you mean `qq`?"),
        ("step-elsewhere", "the step does `ex` in class, and it has its place elsewhere", "Write `place: class` there"),
    ]
    shown = head.replace("sections: [on], slides: [one, q]", "slides: all").replace(
        "exercises: [qq, ex]", "exercises: qq"
    )
    problems = read(course({"units/01-water.md": f"{shown}\n\n{DONE}"})).problems
    assert not [one for one in problems if "step" in one.code]


def test_a_step_does_exercises_questions_and_callouts_alone(course: Callable[..., Path]) -> None:
    head = COURSE["units/01-water.md"].partition("\n\n")[0].replace("minutes: 45\n", STEPS)
    head = head.replace("[on], slides: [one, q], exercises: [qq, ex]", "one, exercises: [qq, said, task]")
    more = "```{quote}\nid: said\ntext: So.\nby: A\n```\n\n"
    more += "```{callout}\nkind: task\nid: task\ntitle: T\nbody: B.\n```\n"
    problems = read(course({"units/01-water.md": f"{head}\n\n{DONE}\n{more}"})).problems
    found = [one.message for one in problems if "step" in one.code]
    assert found == ["the unit has no `said` for `exercises`"]
