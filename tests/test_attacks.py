"""Whatever a course holds, it is set or refused at its place: within its time and memory, and without a traceback."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from attacks import ATTACKS, chart
from conftest import COURSE
from coursepack.judge.verdict import verdict
from coursepack.load.encoding import shown
from coursepack.outputs import slides
from coursepack.pack import Copy
from coursepack.problem import ContentError, describe
from coursepack.run import budget

if TYPE_CHECKING:
    from attacks import Files
    from coursepack.problem import Problem

# What a slow machine takes to start; a budget is six of them.
START = 1.5


def lay(root: Path, files: Files) -> Path:
    for name, held in {**COURSE, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(held, Path):
            (root / name).symlink_to(held)
        else:
            (root / name).write_bytes(held if isinstance(held, bytes) else held.encode())
    return root


def found(root: Path) -> list[Problem]:
    try:
        with budget.kept(START, 0):
            verdict(root)
    except ContentError as error:
        return list(error.problems)
    return []


# That a file comes to so many values and no more is shown with fewer in `test_values.py`: to count them takes a second.
# Items that are in each other are counted as those are that are not.
LONG = {"aliases of aliases", "two thousand items"}


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.thorough) if one in LONG else one for one in ATTACKS]
)
def test_an_attack_ends_in_a_problem_at_its_place(tmp_path: Path, name: str) -> None:
    files, code = ATTACKS[name]
    root = lay(tmp_path / "course", files)
    problems = found(root)
    if code != "*":
        assert {one.code for one in problems if one.code == code} == ({code} if code else set())
        assert bool(problems) == bool(code)
    assert all(one.span.file.startswith(str(root)) and one.help for one in problems)
    assert "root:" not in "".join(describe(one, shown(Path(one.span.file))) for one in problems)


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    root = lay(tmp_path / "course", chart("x,y\n=1+1,1\n@SUM(A1),2\n+cmd|' /C calc'!A0,3\n"))
    made = slides.make(verdict(root, Copy("teacher")), None, "a4")
    with ZipFile(BytesIO(made.data)) as deck:
        (name,) = (one for one in deck.namelist() if one.endswith(".xlsx"))
        with ZipFile(BytesIO(deck.read(name))) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
            assert b"=1+1" in book.read("xl/sharedStrings.xml")
