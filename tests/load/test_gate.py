"""The one gate to files: what lies outside the folders of a course is not opened, by whatever way it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursepack.load.gate import GateError, read, real, stays


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course's folder, beside a file that is none of it."""
    (tmp_path / "secret.txt").write_text("secret")
    made = tmp_path / "course"
    (made / "data").mkdir(parents=True)
    (made / "data" / "a.csv").write_text("a,b\n")
    return made.resolve()


def code(path: Path, root: Path) -> str:
    with pytest.raises(GateError) as caught:
        real(path, [root])
    assert caught.value.advice.split()[0] in {"Move", "Link"}
    return caught.value.code


def test_a_file_of_the_course_is_found_by_any_way_that_stays_inside(root: Path) -> None:
    file = root / "data" / "a.csv"
    (root / "link.csv").symlink_to(file)
    for way in (file, root / "data" / ".." / "data" / "a.csv", root / "link.csv"):
        assert real(way, [root]) == file


def test_ways_out_are_refused_whether_by_dots_or_by_a_link_or_through_a_linked_folder(root: Path) -> None:
    (root / "link.txt").symlink_to(root.parent / "secret.txt")
    (root / "folder").symlink_to(root.parent)
    for way in (root / ".." / "secret.txt", root / "link.txt", root / "folder" / "secret.txt"):
        assert code(way, root) == "outside-course"


def test_a_folder_whose_name_only_begins_alike_is_outside(root: Path) -> None:
    other = root.with_name("course-of-others")
    other.mkdir()
    (other / "a.csv").write_text("")
    assert code(other / "a.csv", root) == "outside-course"


def test_a_file_may_lie_in_any_of_several_folders(root: Path) -> None:
    assert real(root / ".." / "secret.txt", [root, root.parent]) == root.parent / "secret.txt"


def test_what_is_not_there_is_no_file_and_nor_is_a_folder(root: Path) -> None:
    assert real(root / "gone.csv", [root]) is None
    assert real(root / "data", [root]) is None
    assert real(root / "nul\0l", [root]) is None


def test_a_link_that_leads_back_to_itself_is_said_to(root: Path) -> None:
    (root / "one").symlink_to(root / "two")
    (root / "two").symlink_to(root / "one")
    assert code(root / "one", root) == "missing-file"
    assert not stays(root / "one" / "x", [root / "data"])


def test_a_folder_stays_inside_if_what_it_leads_to_does(root: Path) -> None:
    (root / "out").symlink_to(root.parent)
    (root / "in").symlink_to(root / "data")
    assert stays(root / "in", [root])
    assert not stays(root / "out", [root])


def test_a_file_of_just_the_most_bytes_is_read_and_one_more_is_too_many(root: Path) -> None:
    file = root / "data" / "a.csv"
    assert read(file, 4) == b"a,b\n"
    with pytest.raises(GateError) as caught:
        read(file, 3)
    assert caught.value.code == "large-file"


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="there are no files that hide their size here")
def test_a_file_that_hides_its_size_is_read_no_further() -> None:
    with pytest.raises(GateError) as caught:
        read(Path("/proc/self/status"), 3)
    assert caught.value.code == "large-file"


def test_a_file_that_has_gone_can_not_be_read(root: Path) -> None:
    with pytest.raises(GateError) as caught:
        read(root / "gone.csv")
    assert caught.value.code == "unreadable-file"
