"""Mistakes of authors: the report that each of them gets, word for word and at its place."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from casefile import Case, cases
from conftest import GOLDEN
from coursepack.build import ready
from coursepack.judge.verdict import verdict
from coursepack.load.encoding import shown
from coursepack.outputs import pdf, slides
from coursepack.problem import ContentError, Problem, describe
from coursepack.render.handout.markup import handout
from coursepack.render.look.templates import OWN

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
    """Judge the course, and make both outputs if it is good."""
    try:
        made = verdict(root)
        return (*made.notices, *slides.make(made, None, "").notices, *pdf.make(made, None, "a4").notices)
    except ContentError as error:
        return error.problems


def report(found: Sequence[Problem], root: Path) -> str:
    """Write problems as people read them, with places relative to the course folder."""
    text = "\n".join(f"{described(problem)}\n" for problem in found) or "no problems\n"
    return text.replace(f"{root}/", "").replace(str(OWN), "templates of coursepack")


def described(problem: Problem) -> str:
    file = Path(problem.span.file)
    return describe(problem, shown(file))


# What a file may hold after an accident, and words that no teacher should have to read.
ACCIDENTS = {
    "nothing": b"",
    "words": b"a b c\n",
    "a list": b"- a\n- [b]\n",
    "a field": b"a: {b: c}\n",
    "a number": b"12\n",
    "no text": b"\x00\xff\x07\n",
    "a bell": b"a: \x07\n",
}
INTERNAL = (
    "tuple",
    "dictionary",
    "instance of",
    "input should",
    "valid string",
    "object has",
    "match pattern",
    "``:",
    "^[",
)
FILES = sorted(str(path.relative_to(GOLDEN)) for path in GOLDEN.rglob("*") if path.is_file())
OURS = ["templates/theme.yaml", "templates/labels/en.yaml", "templates/handout.html.j2", "templates/deck/layouts.yaml"]


@pytest.mark.parametrize("accident", ACCIDENTS)
@pytest.mark.parametrize("path", [*FILES, *OURS])
def test_no_accident_ends_in_a_traceback(tmp_path: Path, path: str, accident: str) -> None:
    root = tmp_path / "course"
    copytree(GOLDEN, root)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(ACCIDENTS[accident])
    try:
        made = ready(root)
        slides.make(made, None, "")
        handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates)
    except ContentError as error:
        assert error.problems  # noqa: PT017 an accident may also be harmless


@pytest.mark.parametrize("name", cases(FOLDER))
def test_a_report_has_no_words_of_the_program(name: str) -> None:
    said = Case(FOLDER / f"{name}.md").fence("text")
    assert not [word for word in INTERNAL if word in said]
