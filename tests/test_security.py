"""What SECURITY.md promises has tests, by their names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from conftest import FLAGSHIP

TOP = FLAGSHIP.parents[1]
PROMISED = (TOP / "SECURITY.md").read_text("utf-8").partition("## What is promised")[2].partition("\n## ")[0]
PROMISES = PROMISED.split("\n- **")[1:]


@cache
def known() -> set[str]:
    files = Path(__file__).parent.rglob("test_*.py")
    return {name for file in files for name in re.findall(r"^def (test_\w+)\(", file.read_text("utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.partition("*")[0])
def test_each_promise_has_tests_that_there_are(promise: str) -> None:
    named = set(re.findall(r"`(test_\w+)`", promise))
    assert named
    assert named <= known()


def test_there_are_promises() -> None:
    assert len(PROMISES) > 5
