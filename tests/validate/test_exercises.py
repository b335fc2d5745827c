from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.problem import Severity
from coursepack.validate.exercises import untested

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNIT = """\
---
id: water
title: Water
question: Where does a river begin?
minutes: 45
objectives:
  - say where a river begins
  - say where it ends
  - name three rivers
---

## Springs

A river begins at a spring.
"""
EXERCISE = """
```{true-false}
id: ex
text: Rivers begin in the hills.
answer: true
objectives: [1, 3]
```
"""


def test_an_objective_that_nothing_tests_is_said_at_its_line(course: Callable[..., Path]) -> None:
    found = list(untested(ready(course({"units/01-water.md": f"{UNIT}{EXERCISE}"})).course))
    assert [(problem.code, problem.span.line, problem.severity) for problem in found] == [
        ("untested", 8, Severity.NOTE)
    ]


def test_nothing_is_said_of_a_course_without_exercises(course: Callable[..., Path]) -> None:
    assert list(untested(ready(course({"units/01-water.md": UNIT})).course)) == []
