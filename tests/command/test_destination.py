"""Where outputs go, and what is read besides a course."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.command import destination
from coursepack.outputs.registry import OUTPUTS
from coursepack.run import again

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL = {"course": Path("content/rivers"), "output": None, "paper": "a4", "edition": "teacher", "writes": True}


def options(**more: object) -> Namespace:
    return Namespace(**USUAL | {"pages": None} | more)


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ("pdf", {}, "build/rivers/handout.pdf"),
        ("pdf", {"paper": "letter"}, "build/rivers/handout-letter.pdf"),
        ("pdf", {"output": Path("a.pdf")}, "a.pdf"),
        ("slides", {"edition": "student"}, "build/rivers/slides-student.pptx"),
        ("variants", {"output": Path("here")}, "here/permutations.pdf"),
    ],
)
def test_a_file_goes_where_it_is_told_or_to_its_usual_place(name: str, told: dict[str, object], expected: str) -> None:
    assert destination.place(OUTPUTS[name], options(**told), None) == Path(expected)


def test_what_goes_elsewhere_leaves_nothing_behind() -> None:
    assert destination.kept(options()) == Path("build/rivers/.cache")
    assert destination.kept(options(output=Path("build/rivers/units/a.pdf"))) == Path("build/rivers/.cache")
    assert destination.kept(options(output=Path("a.pdf"))) is None
    # A check makes no folder.
    assert destination.kept(options(writes=False)) is None


def test_a_deck_asks_the_handout_beside_it_where_things_are_printed() -> None:
    slides, unit = OUTPUTS["slides"], "01-water"
    assert destination.pages_at(slides, options(), None) == Path("build/rivers/handout.pages.json")
    assert destination.pages_at(slides, options(), unit) == Path("build/rivers/units/01-water.pages.json")
    assert destination.pages_at(slides, options(output=Path("a.pptx")), None) is None
    assert destination.pages_at(slides, options(pages=Path("b.json")), None) == Path("b.json")
    assert destination.pages_at(OUTPUTS["pdf"], options(), None) is None


def test_faces_and_what_a_browser_needs_are_read_besides(course: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "reveal.js").write_bytes(b"x")
    assert destination.read(options(reveal=tmp_path))[str(tmp_path / "reveal.js")] == again.digest(b"x")
    assert sum(path.endswith("tf") for path in destination.faces(ready(course()))) > 5
