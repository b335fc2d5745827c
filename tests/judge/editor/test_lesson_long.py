from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.judge.editor.lesson_long import find
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = """## One {{#one}}

```{{slide}}
title: One
points: [a]
notes: {notes}
```

```{{question}}
id: q-why
text: Why?
minutes: {minutes}
slide: {{notes: Ask.}}
```
"""
PLAN = """minutes: 45
plan:
  - {do: Listen, what: All, minutes: 5, slides: all}
  - {do: Write, what: The question, minutes: 40, exercises: q-why}
"""


def said(unit: Callable[..., Path], minutes: int, notes: str = "A word.") -> list[tuple[int, str, str]]:
    root = unit(BODY.format(minutes=minutes, notes=notes))
    file = root / "units/01-water.md"
    file.write_text(file.read_text().replace("minutes: 45\n", PLAN, 1))
    return [(one.span.line, one.message, one.help) for one in find(ready(root, Copy("teacher")).pack)]


def test_a_unit_that_fits_says_nothing(unit: Callable[..., Path]) -> None:
    assert said(unit, 40) == []


def test_a_unit_that_is_over_says_by_how_much_and_of_what(unit: Callable[..., Path]) -> None:
    assert said(unit, 50) == [
        (
            5,
            "the unit takes 50 minutes and has 45: 50 named by slides, questions and debates",
            "Move 5 minutes home (`place: home`), or shorten what is said and read",
        ),
        (
            8,
            "this step takes 50 minutes and has 40: 50 named by slides, questions and debates",
            "Give it more minutes, or leave some of it out",
        ),
    ]


def test_a_step_is_over_though_the_unit_is_not(unit: Callable[..., Path]) -> None:
    (one,) = said(unit, 30, "word " * 130 * 8)
    assert one[:2] == (7, "this step takes 8 minutes and has 5: 8 speaking (notes at 130 words a minute)")
