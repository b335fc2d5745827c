from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.shared import shared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("shared: ../common", ["common"]),
        ("shared: [\"../common\", '../my maps']  # both", ["common", "my maps"]),
        ("shared:\n  - ../my maps\n  # and\n  - ../common", ["my maps", "common"]),
        ('"shared": ../common', ["common"]),
        ("title: What we shared\nabout:\n  shared: ../common", []),
        ("shared: [.., /etc, ../none, 3, ../common]", ["common"]),
        ("shared: {a: ../common}", []),
        ("shared: [../common", []),
        ("", []),
    ],
)
def test_folders_are_those_that_the_course_names_beside_it(tmp_path: Path, written: str, found: list[str]) -> None:
    for name in ("course", "common", "my maps"):
        (tmp_path / name).mkdir()
    (tmp_path / "course/course.yaml").write_text(written)
    assert [folder.relative_to(tmp_path.resolve()).as_posix() for folder in shared(tmp_path / "course")] == found


def test_what_is_no_course_shares_nothing(tmp_path: Path) -> None:
    assert shared(tmp_path / "none") == ()
