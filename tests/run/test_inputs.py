from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from coursepack.run import inputs
from coursepack.run.inputs import aside, fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    for name in ("course.yaml", "units/01.md", "units/deep/rosters/a.csv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    return root


def test_the_same_files_have_the_same_number_wherever_they_lie(folder: Path, tmp_path: Path) -> None:
    before = fingerprint([folder])
    assert fingerprint([folder.rename(tmp_path / "elsewhere")]) == before


@pytest.mark.parametrize("name", ["course.yaml", "units/01.md", "new.md", "units/deep/new.png"])
def test_a_changed_or_added_file_changes_the_number(folder: Path, name: str) -> None:
    before = fingerprint([folder])
    (folder / name).write_text("other")
    assert fingerprint([folder]) != before


def test_a_name_and_where_a_file_ends_count(folder: Path) -> None:
    before = fingerprint([folder])
    (folder / "course.yaml").rename(folder / "course.yml")
    renamed = fingerprint([folder])
    (folder / "course.yml").write_text("course.y")
    (folder / "units/01.md").write_text("amlunits/01.md")
    assert len({before, renamed, fingerprint([folder])}) == 3


@pytest.mark.parametrize(
    "name",
    [".git/config", "units/.01.md.swp", "__pycache__/a.py", "units/__pycache__/b.txt", "c.pyc", "rosters/class.csv"],
)
def test_what_editors_and_python_leave_and_who_is_in_a_class_do_not_count(folder: Path, name: str) -> None:
    before = fingerprint([folder])
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("x")
    assert fingerprint([folder]) == before


def test_only_the_courses_own_folder_of_rosters_is_left_out(folder: Path) -> None:
    before = fingerprint([folder])
    (folder / "units/deep/rosters/a.csv").write_text("other")
    assert fingerprint([folder]) != before


def test_where_a_link_to_a_folder_leads_counts(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "templates").symlink_to("units")
    before = fingerprint([folder])
    (folder / "templates").unlink()
    (folder / "templates").symlink_to("other")
    assert fingerprint([folder]) != before


@pytest.mark.parametrize("name", ["media/.a.svg", ".h/a.svg", "a.pyc/b", "__pycache__x", "rosters/a.svg"])
def test_a_file_is_counted_or_aside(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    found = set()
    for text in ("one", "other", "longer than both"):
        (folder / name).write_text(text)
        found.add(aside([folder]))
    assert len(found) == 3
    (folder / "units/01.md").write_text("other")
    assert aside([folder]) in found


def test_what_is_kept_comes_of_the_program_and_of_all_packages() -> None:
    assert inputs.fingerprint([], (Path(inputs.__file__).parents[1],)) in inputs.program()
    assert f"weasyprint-{version('weasyprint')}.dist-info" in inputs.program()
