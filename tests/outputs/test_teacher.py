"""The teacher's plan of a unit: what its steps name, where lessons end, and what is done elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.problem import Span
from coursepack.render.handout.markup import companion
from coursepack.render.handout.printing import print_html
from reading import MM, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = """minutes: 60
plan:
  - {do: Read, what: One, minutes: 30, sections: one}
  - {do: Write, what: It, minutes: 30, exercises: [q-why, ex-water]}
"""
BODY = """## One {{#one}}

Rain.

```{{question}}
id: q-why
text: Why?
```

{exercises}
"""
EXERCISE = "```{{true-false}}\nid: ex-{name}\ntext: It is {name}.\nanswer: true\nminutes: 3\nplace: {place}\n```\n"
TASK = """
```{callout}
kind: note
title: Do this
body: |
  ~~~{callout}
  kind: task
  id: do-draw
  title: Draw
  body: Draw a river.
  ~~~
```
"""


def rows(unit: Callable[..., Path], plan: str = PLAN, more: str = "", size: str = "a4") -> list[str]:
    """Return the lines of the plan's table and what stands below it, as words; what is heard as blank says so."""
    places = {"water": "class", "ice": "home", "snow": "lesson", "steam": "extension"}
    exercises = "\n".join(EXERCISE.format(name=name, place=place) for name, place in places.items()) + more
    course = {"course.yaml": "title: Rivers\nlesson: 45\n"}
    root = unit(BODY.format(exercises=exercises), course)
    file = root / "units/01-water.md"
    file.write_text(file.read_text().replace("minutes: 45\n", plan, 1))
    own = ready(root, paper=size)
    pages = {"one": 2, "q-why": 3}
    paper, key = own.design.theme.papers["a4"], own.copy("key")
    made = companion(own.pack, own.design.theme, paper, own.design.templates, name="teacher", key=key, pages=pages)
    html = made.html.partition('<table class="rules plan lesson">')[2].partition("<h2")[0]
    html = re.sub('<[^>]* data-said="blank">', "blank ", html)
    found = re.findall(r"<tr>(.*?)</tr>|<p>(.*?)</p>", html, re.DOTALL)
    said = (
        re.sub(r"<[^>]*>", " ", " ".join(one)).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
        for one in found
    )
    return [" ".join(one.split()) for one in said]


def test_the_plan_says_what_steps_name_where_lessons_end_and_what_is_done_elsewhere(unit: Callable[..., Path]) -> None:
    assert rows(unit) == [
        "Minutes Clock The lesson Material",
        "0\N{EN DASH}30 blank Read One Section 1.1 (p. 2)",
        "30\N{EN DASH}60 blank Write It Lesson 1 ends 15 min into this step. Discuss (p. 3) Exercise 1.1",
        "60 Total",
        "At home: 1 exercise: 1.2 (3 min)",
        "In a lesson of its own: 1 exercise: 1.3 (3 min)",
        "For those who want more: 1 exercise: 1.4 (3 min)",
    ]


def test_the_plan_names_what_stands_inside_a_block(unit: Callable[..., Path]) -> None:
    found = rows(unit, PLAN.replace("q-why, ex-water", "do-draw"), TASK)
    assert found[2] == "30\N{EN DASH}60 blank Write It Lesson 1 ends 15 min into this step. Try it"


def test_what_a_step_says_of_teacher_and_class_has_a_column_where_any_says_it(unit: Callable[..., Path]) -> None:
    said = PLAN.replace("sections: one", "slides: all, teacher: Ask, cut: the slips").replace(
        "what: It", "what: It, students: Draw"
    )
    found = rows(unit, said)
    assert found[:2] == [
        "Minutes Clock The lesson Material Teacher Class May be cut",
        "0\N{EN DASH}30 blank Read One Slides Ask the slips",
    ]
    assert found[2].endswith("Exercise 1.1 Draw")


def test_what_the_teacher_reads_of_a_section_names_its_page(unit: Callable[..., Path]) -> None:
    said = "```{true-false}\nid: ex-a\ntext: It rains.\nanswer: true\nfeedback: See @section:one.\n```\n"
    own = ready(unit(f"## One {{#one}}\n\nRain.\n\n{said}"))
    paper, key = own.design.theme.papers["a4"], own.copy("key")
    given = own.pack, own.design.theme, paper, own.design.templates
    made, alone = (companion(*given, name="teacher", key=key, pages=pages).html for pages in ({"one": 2}, {}))
    assert "See Section\N{NO-BREAK SPACE}1.1 (p.\N{NO-BREAK SPACE}2)." in made
    # Printed alone it may have the section itself: who lays it out knows.
    assert 'Section\N{NO-BREAK SPACE}1.1<span id="from-1" data-far="#one">' in alone


def test_where_columns_would_have_a_word_a_line_a_step_says_all_in_one(unit: Callable[..., Path]) -> None:
    plan = PLAN.replace("what: One,", "what: One, teacher: Ask, students: Guess, cut: the guess,")
    said = "Material: Section 1.1 (p. L 2) Teacher: Ask Class: Guess May be cut: the guess"
    assert rows(unit, plan, size="a4-large-full")[:2] == [
        "Minutes The lesson",
        f"0\N{EN DASH}30 Read One {said}",
    ]
    assert rows(unit, plan)[:2] == [
        "Minutes Clock The lesson Material Teacher Class May be cut",
        "0\N{EN DASH}30 blank Read One Section 1.1 (p. 2) Ask Guess the guess",
    ]


def test_the_total_of_a_plan_is_never_alone_on_a_page(unit: Callable[..., Path]) -> None:
    """It is pushed over the end of a page, and has what stands before it there."""
    root = unit(BODY.format(exercises=EXERCISE.format(name="water", place="class")))
    file = root / "units/01-water.md"
    file.write_text(file.read_text().replace("minutes: 45\n", PLAN, 1))
    own = ready(root)
    look, paper = own.design, own.design.theme.papers["a4"]
    made = companion(own.pack, look.theme, paper, look.templates, name="teacher", key=own.copy("key"))
    faces = [face.file for face in look.theme.faces]
    above, mark, below = made.html.rpartition('<table class="rules plan lesson">')

    def printed(white: float) -> Reading:
        html = f'{above}<div style="height:{white}mm"></div>{mark}{below}'
        return Reading(print_html(html, made.css, {}, faces, Span("01.md"), look.templates)[0])

    box = printed(0).pages[-1].find("Total")
    assert box
    first, end = printed(box.bottom / MM - paper.bottom + 1).pages
    assert "The lesson" in first.text
    assert "Total" in end.text
    assert "Write" in end.text
