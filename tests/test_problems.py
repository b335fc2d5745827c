"""Mistakes of authors: the report that each of them gets, word for word and at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, cases

from coursepack.build import ready
from coursepack.outputs import pdf, slides
from coursepack.problem import ContentError, Problem, describe
from coursepack.render.templates import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDER = Path(__file__).parent / "cases" / "problems"


@pytest.mark.parametrize("name", cases(FOLDER))
def test_a_mistake_is_reported_as_its_case_says(name: str, course: Callable[..., Path], *, golden: bool) -> None:
    case = Case(FOLDER / f"{name}.md")
    root = course(case.files())
    said = report(problems(root), root)
    if golden:
        case.accept({"text": said})
    assert said == case.fence("text")


def problems(root: Path) -> Sequence[Problem]:
    """Read the course and make both outputs, until something is found."""
    try:
        made = ready(root)
        return (*made.notices, *slides.make(made, None, "").notices, *pdf.make(made, None, "a4").notices)
    except ContentError as error:
        return error.problems


def report(found: Sequence[Problem], root: Path) -> str:
    """Write problems as people read them, with places relative to the course folder."""
    text = "\n".join(f"{described(problem)}\n" for problem in found) or "no problems\n"
    return text.replace(f"{root}/", "").replace(str(OWN), "templates of coursepack")


def described(problem: Problem) -> str:
    file = Path(problem.span.file)
    return describe(problem, file.read_text("utf-8", "replace") if file.is_file() else None)
