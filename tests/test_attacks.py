"""Whatever a course holds, it is set or refused at its place: within its time and memory, and without a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from attacks import ATTACKS
from conftest import COURSE
from coursepack import budget
from coursepack.judge.verdict import verdict
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from attacks import Files
    from coursepack.problem import Problem

# What a slow machine takes to start; a budget is seven of them.
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


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_in_a_problem_at_its_place(tmp_path: Path, name: str) -> None:
    files, code = ATTACKS[name]
    root = lay(tmp_path / "course", files)
    problems = found(root)
    if code != "*":
        assert {one.code for one in problems if one.code == code} == ({code} if code else set())
        assert bool(problems) == bool(code)
    assert all(one.span.file.startswith(str(root)) and one.help for one in problems)
    assert "root:" not in "".join(one.message for one in problems)
