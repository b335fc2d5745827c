"""Headings of the same words in several units, none of which has an id of its author's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_heading_may_stand_in_every_unit(unit: Callable[..., Path]) -> None:
    again = "# Again\n\n## Exercises\n\nx\n\n## Exercises\n\nx\n\n## Index\n\nSee @section:exercises.\n"
    files = {"course.yaml": "title: R\nunits: [units/01-water.md, units/02.md]\n", "units/02.md": again}
    pack = ready(unit("## Exercises\n\nx\n", files)).pack
    ids = [[section.id for section in part.sections if section.title] for part in pack.units]
    assert ids == [["exercises"], ["02-exercises", "02-exercises-2", "02-index"]]
