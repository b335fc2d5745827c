"""What SECURITY.md promises has tests, by their names."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import FLAGSHIP

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = FLAGSHIP.parents[1]
PROMISED = (TOP / "SECURITY.md").read_text("utf-8").partition("## What is promised")[2].partition("\n## ")[0]
PROMISES = PROMISED.split("\n- **")[1:]


def names(file: Path) -> Iterator[str]:
    return (one.name for one in ast.walk(ast.parse(file.read_bytes())) if isinstance(one, ast.FunctionDef))


TESTS = {name for file in Path(__file__).parent.rglob("test_*.py") for name in names(file)}


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.partition("*")[0])
def test_each_promise_has_tests_that_there_are(promise: str) -> None:
    named = set(re.findall(r"`(test_\w+)`", promise))
    assert named
    assert named <= TESTS


def test_there_are_promises() -> None:
    assert len(PROMISES) > 5
