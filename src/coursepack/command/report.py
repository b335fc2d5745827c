"""What is said of problems: in the order of their places, and how many they are."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.load.encoding import shown
from coursepack.problem import Severity, describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.problem import Problem

# A problem that is met more often than this is shown at its first places, and of the others the lines are named.
_MANY, _FIRST = 10, 3
# What a message says of one place alone: what stands there, and how much of it.
_OWN = re.compile(r"(``[^`]*`[^`]*`{1,2}|`[^`]*`|“[^”]*”|\d+(?:\.\d+)?)")
_SIGNS = {"`": "`…`", "“": "“…”"}


def described(problems: Sequence[Problem], hide: Severity | None = None) -> str:
    """Return what is said of problems, each once with its line, and an empty line after it."""
    source_of, said = cache(shown), []
    alike = defaultdict[object, list["Problem"]](list)
    for problem in sorted(dict.fromkeys(problems), key=lambda problem: problem.span):
        if problem.severity is not hide:
            alike[_kind(problem)].append(problem)
    parted = [_parted(found) for found in alike.values()]
    for problem in sorted((one for first, _ in parted for one in first), key=lambda problem: problem.span):
        source = None if problem.span.cell else source_of(Path(problem.span.file))
        said.append(f"{describe(problem, source)}\n\n")
    return "".join([*said, *(_further(more) for _, more in parted if more)])


def _kind(problem: Problem) -> object:
    """Return what makes a problem the same as another; one of a roster is always one of its own."""
    if problem.private or problem.span.cell:
        return problem
    return problem.severity, problem.code, tuple(_OWN.split(problem.message)[::2]), problem.help


def _parted(found: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    first = _FIRST if len(found) > _MANY else len(found)
    return found[:first], found[first:]


def _further(more: Sequence[Problem]) -> str:
    """Name the places of problems that are shown elsewhere, a line for each file."""
    lines = defaultdict[str, list[str]](list)
    for problem in more:
        lines[problem.span.file].append(str(problem.span.line))
    one = more[0]
    what = _common([problem.message for problem in more])
    places = "".join(f"  --> {file}: {', '.join(dict.fromkeys(found))}\n" for file, found in lines.items())
    return f"{one.severity}[{one.code}]: {what}, in {len(more)} more places\n{places}   = help: {one.help}\n\n"


def _common(messages: Sequence[str]) -> str:
    """Return what messages say that differ in what they say of one place alone."""
    pieces = zip(*map(_OWN.split, messages), strict=True)
    return "".join(one[0] if len(set(one)) == 1 else _SIGNS.get(one[0][0], "…") for one in pieces)


def warnings(said: Sequence[Problem]) -> str:
    """Say how many warnings there are."""
    return count(sum(problem.severity is Severity.WARNING for problem in said), "warning")


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
