"""What the editor says of a small course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge.editor import findings
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem


@pytest.fixture
def said(unit: Callable[..., Path]) -> Callable[..., list[Problem]]:
    """Return a function that gives what the editor says of a unit with this body."""

    def found(body: str, head: str = "", **files: str) -> list[Problem]:
        """`head` goes into course.yaml; `data` is data/x.csv."""
        course = f"title: Rivers\nslides: written\nunits: [units/01-water.md]\n{head}"
        others = {
            "course.yaml": course,
            **{f"data/{name}.csv": text for name, text in files.items() if name != "glossary"},
        }
        if "glossary" in files:
            others["glossary.yaml"] = files["glossary"]
        return list(findings(ready(unit(f"## One\n\n{body}", others), Copy("teacher")).pack))

    return found
