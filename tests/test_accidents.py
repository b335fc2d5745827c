"""Accidents with files: whatever they hold, nobody sees a traceback."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from conftest import GOLDEN
from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.problem import ContentError
from coursepack.render.handout.markup import handout

if TYPE_CHECKING:
    from pathlib import Path


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
