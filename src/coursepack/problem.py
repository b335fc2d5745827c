"""A mistake in the content, as a value: where it is, what is wrong, and what would help.

Stages collect problems and stop once, at their end. Anything else that is raised is a bug of coursepack's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning is printed, a note is said by `check` alone."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Span:
    """A place in a source file. Lines and columns count from 1; `length` is in characters of the line.

    A workbook has no lines to show: `cell` says where in words, and line and column are the numbers of row and column.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    cell: str = ""

    def __str__(self) -> str:
        """The place as an editor understands it: `file:line:column`; of a workbook as its program names it."""
        return f"{self.file}, {self.cell}" if self.cell else f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One finding: a short `code`, what is wrong, and a suggestion that begins with a verb.

    It is `private` if its line of the source says who somebody is, or stands outside the course: it is not shown then.
    """

    span: Span
    code: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    private: bool = False


class ContentError(Exception):
    """Raised once, at the end of a stage, with all the problems that the stage found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems in the order of their places."""
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems, key=lambda problem: problem.span)

    def __reduce__(self) -> tuple[type[ContentError], tuple[list[Problem]]]:
        """Say how it is sent from one process to another."""
        return type(self), (self.problems,)


# How near a word is to another that may have been meant.
_NEAR = 0.6


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `…`?" with the nearest of the known words, or an empty text.

    Words that begin alike up to a hyphen, as the ids of sections do elsewhere (`sec-`), are compared behind it.
    """
    near = [one for one in get_close_matches(word, list(known), cutoff=_NEAR) if _is_near(word, one)]
    return f"did you mean `{near[0]}`?" if near else ""


def _is_near(word: str, other: str) -> bool:
    (first, _, rest), (second, _, behind) = word.partition("-"), other.partition("-")
    return first != second or not (rest and behind) or bool(get_close_matches(rest, [behind], cutoff=_NEAR))


# The widest piece of a source line that is shown.
WINDOW = 100


def describe(problem: Problem, source: str | None) -> str:
    """Write a problem as people read it: the finding, the place, the source line, and the help below the marks."""
    head = f"{problem.severity}[{problem.code}]: {problem.message}\n  --> {problem.span}"
    hidden = problem.private or problem.span.cell
    lines = source.split("\n") if source is not None and not hidden else []
    if not 0 < problem.span.line <= len(lines):
        return f"{head}\n   = help: {problem.help}" if problem.help else head
    text, column = _window(lines[problem.span.line - 1].replace("\t", " "), problem.span.column - 1)
    number = str(problem.span.line)
    gutter = " " * len(number)
    marks = " " * column + "^" * max(1, min(problem.span.length, len(text) - column))
    tail = f" help: {problem.help}" if problem.help else ""
    return f"{head}\n {gutter} |\n {number} | {text}\n {gutter} | {marks}{tail}"


def _window(text: str, column: int) -> tuple[str, int]:
    """Cut a long line (a paragraph) to the words around a column."""
    start = max(0, min(column - WINDOW // 3, len(text) - WINDOW))
    cut = text[start : start + WINDOW]
    before, after = ("… " if start else ""), (" …" if start + WINDOW < len(text) else "")
    return f"{before}{cut}{after}", column - start + len(before)
