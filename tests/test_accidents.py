"""Accidents with files: whatever they hold, nobody sees a traceback."""

from __future__ import annotations

from itertools import product
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from casefile import COURSE, lay
from conftest import GOLDEN
from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.problem import ContentError
from coursepack.render.handout.markup import handout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet


# What a file may hold after an accident.
ACCIDENTS = {
    "nothing": b"",
    "words": b"a b c\n",
    "a list": b"- a\n- [b]\n",
    "a field": b"a: {b: c}\n",
    "a number": b"12\n",
    "no text": b"\x00\xff\x07\n",
    "a bell": b"a: \x07\n",
}
FILES = sorted(str(path.relative_to(GOLDEN)) for path in GOLDEN.rglob("*") if path.is_file())
# Where no YAML is read, these are words.
WORDS = {"a list", "a field", "a number"}
OURS = ["templates/theme.yaml", "templates/labels/en.yaml", "templates/handout.html.j2", "templates/deck/layouts.yaml"]


def cases() -> Iterator[ParameterSet]:
    for path, accident in product([*FILES, *OURS], ACCIDENTS):
        # A number stands where nothing is expected to, as words do.
        same = accident == "a number" or (accident in WORDS and not path.endswith(".yaml"))
        yield pytest.param(path, accident, marks=[pytest.mark.thorough] if same else ())


@pytest.mark.parametrize(("path", "accident"), cases())
def test_no_accident_ends_in_a_traceback(tmp_path: Path, path: str, accident: str) -> None:
    root = tmp_path / "course"
    if path in OURS:  # as well read for the least of courses
        lay(root, COURSE)
    else:
        copytree(GOLDEN, root)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(ACCIDENTS[accident])
    try:
        made = ready(root)
        handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates)
        slides.make(made, None, "")
    except ContentError as error:
        assert error.problems  # noqa: PT017 an accident may also be harmless
