"""How long a unit takes, reckoned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge.minutes import Lesson, lesson, rate, taken, words
from coursepack.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.course import Course

# 130 words are spoken in a minute; 140 are read where no level is named.
MINUTE = "word " * 130
READ = "word " * 280
VOTE = """```{{true-false}}
id: ex-{place}
text: A river begins at a spring.
answer: true
minutes: 2
{place}
{slide}
```
"""
GAME = """```{{role-play}}
id: ex-game
text: Agree on the river.
roles: [{{name: Mill, private: Grind.}}, {{name: Town, private: Drink.}}]
steps: [{{do: Talk, what: It over, minutes: 7}}]
{place}
{slide}
```
"""
TASK = """```{callout}
kind: note
title: Do this
body: |
  ~~~{callout}
  kind: task
  id: do-draw
  title: Draw
  minutes: 9
  body: Draw a river.
  ~~~
```
"""
SLIDE = "slide: {title: Where does it begin?, notes: Vote now.}"


@pytest.fixture
def made(unit: Callable[..., Path]) -> Callable[..., Course]:
    def found(body: str, plan: str = "[]", level: str = "") -> Course:
        root = unit(f"## One {{#one}}\n\n{body}", {"course.yaml": f"title: Rivers\nlevel: '{level}'\n"})
        file = root / "units/01-water.md"
        file.write_text(file.read_text().replace("minutes: 45", f"minutes: 45\nplan: {plan}\nopening: {MINUTE}"))
        return ready(root).course

    return found


def spent(course: Course) -> Lesson:
    return lesson(course.units[0], course)


def test_openings_and_notes_are_spoken_and_named_minutes_hold_their_notes(made: Callable[..., Course]) -> None:
    told = f"```{{slide}}\ntitle: One\npoints: [a]\nnotes: {MINUTE}\n```\n"
    named = f"```{{slide}}\ntitle: Two\nminutes: 5\npoints: [a]\nnotes: {MINUTE}\n```\n"
    assert spent(made(f"{told}\n{named}")) == Lesson(spoken=2, named=5)


def test_slides_that_nobody_wrote_are_not_spoken(made: Callable[..., Course]) -> None:
    assert spent(made(READ)) == Lesson(spoken=1)


def test_what_the_plan_has_read_is_read_at_the_rate_of_the_lowest_level(made: Callable[..., Course]) -> None:
    plan = "[{do: Read, what: One, minutes: 45, sections: one}]"
    assert spent(made(READ, plan)).read == 2
    university = made(READ, plan, "Lower secondary and university")
    assert (rate(university), spent(university).read) == (140, 2)
    assert spent(made(READ, plan, "university")).read == pytest.approx(280 / 185)


def test_exercises_count_where_they_are_done_in_class(made: Callable[..., Course]) -> None:
    def minutes(place: str = "", slide: str = "") -> int:
        return spent(made(VOTE.format(place=place, slide=slide).replace("ex-" + place, "ex", 1))).exercises

    assert (minutes(), minutes(slide=SLIDE)) == (0, 2)
    assert (minutes("place: class"), minutes("place: home", SLIDE), minutes("place: extension", SLIDE)) == (2, 0, 0)


def test_the_steps_of_a_game_count_where_it_is_done_in_class(made: Callable[..., Course]) -> None:
    def minutes(place: str, slide: str = "") -> int:
        return spent(made(GAME.format(place=place, slide=slide))).exercises

    assert (minutes("place: class"), minutes("place: home", SLIDE), minutes("", SLIDE)) == (7, 0, 7)


def test_a_step_has_what_stands_inside_a_block(made: Callable[..., Course]) -> None:
    course = made(TASK, "[{do: Draw, what: It, minutes: 45, exercises: do-draw}]")
    (unit,) = course.units
    (step,) = unit.front.plan
    assert taken(unit, step, course).named == 9


def test_words_stand_between_blanks_or_are_signs() -> None:
    assert words([plain("A river's well-known bed, 3.5 m.")]) == 6
    assert words([plain("河流从泉水开始。")]) == pytest.approx(7 / 1.5)


def test_stage_directions_are_not_spoken(made: Callable[..., Course]) -> None:
    notes = f"[Ask [them]{{.underline}} twice, please.]{{.do}} {MINUTE}"
    told = f"```{{slide}}\ntitle: One\npoints: [a]\nnotes: |\n  {notes}\n```\n"
    assert spent(made(told)) == Lesson(spoken=2)
