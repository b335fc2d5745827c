"""Where templates are looked for: the nearest folder first, and nothing outside of the roots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.search import search

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.problem import Problem


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    near, far = tmp_path / "near", tmp_path / "far"
    for folder in (near, far):
        folder.mkdir()
        (folder / "both.txt").write_text(folder.name)
    (far / "one.txt").write_text("far")
    return near, far


def test_the_nearest_file_of_a_name_comes_first(folders: tuple[Path, Path]) -> None:
    near, far = folders
    problems: list[Problem] = []
    path = search([near, far])
    assert list(path.all("both.txt", problems)) == [near / "both.txt", far / "both.txt"]
    assert path.first("both.txt", problems) == near / "both.txt"
    assert path.first("one.txt", problems) == far / "one.txt"
    assert path.first("none.txt", problems) is None
    assert problems == []


def test_a_link_out_of_the_roots_is_refused_and_what_it_leads_to_is_not_shown(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    near, far = folders
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (near / "one.txt").symlink_to(secret)
    problems: list[Problem] = []
    assert search([near, far]).first("one.txt", problems) == far / "one.txt"
    (problem,) = problems
    assert (problem.span.file, problem.private) == (str(near / "one.txt"), True)
    assert "secret" not in problem.message
    # A root that it lies in may be named.
    assert search([near, far], [tmp_path]).first("one.txt", []) == near / "one.txt"


def test_a_folder_that_is_a_link_out_of_the_roots_is_not_searched(folders: tuple[Path, Path], tmp_path: Path) -> None:
    near, far = folders
    link = tmp_path / "link"
    link.symlink_to(far)
    assert search([near, link], [near]).folders == (near,)
    assert search([near, link], [tmp_path]).folders == (near, link)
