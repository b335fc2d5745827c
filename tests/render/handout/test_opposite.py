"""Sides of a matching, seen on finished pages: the lower one ends where the other does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = ("one", "two", "three", "four")
LONG = "which is said in so many words that a line of this column has no room for all of them at once"


@pytest.mark.parametrize(("left", "right"), [("", f" {LONG}"), (f" {LONG}", "")])
def test_the_lower_side_is_as_high_as_the_other(unit: Callable[..., Path], left: str, right: str) -> None:
    pairs = "".join(f"  - {{left: Head {name}{left}, right: Tail {name}{right}}}\n" for name in NAMES)
    made = pdf.make(ready(unit(f"## S\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{pairs}```\n")), None, "a4")
    page = next(page for page in Reading(made.data).pages if page.find("Head four"))
    sides = [[page.find(f"{word} {name}{more}") for name in NAMES] for word, more in (("Head", left), ("Tail", right))]
    feet = [min(box.bottom for box in side if box) for side in sides]
    assert feet[0] == pytest.approx(feet[1], abs=0.5)
