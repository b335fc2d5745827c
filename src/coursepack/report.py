"""What is said of problems: in the order of their places, and how many they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.load.encoding import shown
from coursepack.problem import Severity, describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.problem import Problem


def described(problems: Sequence[Problem], hide: Severity | None = None) -> str:
    """Return what is said of problems, each once with its line, and an empty line after it."""
    source_of, said = cache(shown), []
    for problem in sorted(dict.fromkeys(problems), key=lambda problem: problem.span):
        if problem.severity is not hide:
            source = None if problem.span.cell else source_of(Path(problem.span.file))
            said.append(f"{describe(problem, source)}\n\n")
    return "".join(said)


def warnings(said: Sequence[Problem]) -> str:
    """Say how many warnings there are."""
    return count(sum(problem.severity is Severity.WARNING for problem in said), "warning")


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
