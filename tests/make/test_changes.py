"""What make makes anew when something changed, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
import sys
import time

import pytest

from makefolder import HANDOUT, SLIDES, Project


def test_nothing_changed_nothing_starts(built: Project) -> None:
    assert built.make("pdf", "slides") == []


def test_a_file_that_changed_makes_both_anew(built: Project) -> None:
    for file in (
        "content/demo/course.yaml",
        "content/demo/units/12-what-next.md",
        "content/demo/media/old map.png",
        "templates/print.css",
        "src/coursepack/cli.py",
    ):
        (built.folder / file).touch()
        assert built.make() == [HANDOUT, SLIDES], file
    assert built.make() == []


def test_a_file_that_was_added_makes_both_anew(built: Project) -> None:
    built.write("content/demo/templates/new cover.html.j2")
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


def test_a_file_that_was_removed_makes_both_anew(built: Project) -> None:
    (built.folder / "content/demo/media/old map.png").unlink()
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


SHARED = [pytest.param("shared: ../my maps", marks=pytest.mark.thorough), "shared:\n  - ../none\n  - ../my maps"]


@pytest.mark.parametrize("written", SHARED)
def test_a_file_that_changed_in_a_shared_folder_makes_both_anew(built: Project, written: str) -> None:
    built.write(".venv/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n').chmod(0o755)
    built.write("content/demo/course.yaml", written)
    built.write("content/my maps/old.svg")
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []
    (built.folder / "content/my maps/old.svg").touch()
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


def test_a_file_that_an_older_one_took_the_place_of_makes_both_anew(built: Project) -> None:
    older = built.write("map from last year.png")
    os.utime(older, (0, 0))
    older.rename(built.folder / "content/demo/media/old map.png")
    assert built.make() == [HANDOUT, SLIDES]


def test_what_is_edited_while_it_is_built_is_built_again(built: Project) -> None:
    built.write("content/demo/editing")
    assert built.make("pdf") == [HANDOUT]
    assert built.make("pdf") == [HANDOUT]


@pytest.mark.parametrize("file", ["content/demo/.course.yaml.swp", "src/coursepack/__pycache__/cli.cpython-311.pyc"])
def test_what_editors_and_python_leave_is_no_change(built: Project, file: str) -> None:
    built.write(file)
    assert built.make() == []


def test_a_build_that_failed_keeps_the_last_good_output_and_is_tried_again(built: Project) -> None:
    before = (built.folder / "build/demo/handout.pdf").read_bytes()
    mistake = built.write("content/demo/mistake")
    assert built.run().returncode
    assert built.run().returncode
    assert (built.folder / "build/demo/handout.pdf").read_bytes() == before
    mistake.unlink()
    assert built.make() == [HANDOUT, SLIDES]


def test_a_deck_is_made_anew_when_the_handout_s_pages_are_known(built: Project) -> None:
    time.sleep(0.02)  # some clocks of files tick slowly
    built.write("build/demo/handout.pages.json")
    time.sleep(0.02)
    assert built.make("slides") == [SLIDES]
    assert built.make("slides") == []


def test_a_roster_in_the_course_is_none_of_its_inputs(built: Project) -> None:
    built.write("content/demo/rosters/class.csv")
    assert built.make() == []


def test_an_environment_that_is_half_made_does_not_count(project: Project) -> None:
    offline = project.write("offline")
    assert project.run("pdf").returncode
    offline.unlink()
    assert project.make("pdf") == ["venv", HANDOUT]


def test_another_lock_file_makes_the_environment_anew(built: Project) -> None:
    (built.folder / "setup/requirements.lock").touch()
    assert built.make() == ["venv", HANDOUT, SLIDES]


def test_an_environment_that_was_moved_is_made_anew(built: Project) -> None:
    moved = built.folder.with_name("moved here")
    built.folder = built.folder.rename(moved)
    assert "venv" in built.make()


def test_it_starts_no_more_programs_for_more_files(built: Project) -> None:
    """How long a look takes on the real courses is measured by `make bench`."""
    for name in ("find", "sort", "cmp", "mkdir", "touch", "rm", "uname"):
        built.write(f"bin/{name}", f'#!/bin/sh\necho {name} >> started\nexec {shutil.which(name)} "$@"\n').chmod(0o755)
    few = built.started()
    for number in range(300):
        built.write(f"content/demo/media/{number}.png")
    built.make("pdf")
    assert built.started() == few
    assert len(few) < 20
