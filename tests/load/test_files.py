from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coursepack.load.files import Folder
from coursepack.problem import Span

if TYPE_CHECKING:
    from pathlib import Path

AT = Span("course.yaml", 3, 7)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "course" / "data").mkdir(parents=True)
    (tmp_path / "secret").write_text("outside")
    return Folder(tmp_path / "course", [])


def codes(folder: Folder) -> list[str]:
    return [problem.code for problem in folder.problems]


def test_a_file_inside_is_read_as_it_is(folder: Folder) -> None:
    (folder.root / "data" / "a.bin").write_bytes(b"\x00\xff")
    assert folder.read("data/a.bin", AT) == b"\x00\xff"
    assert list(folder.seen) == ["data/a.bin"]
    assert folder.problems == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../secret", "outside-course"),
        ("data/../../secret", "outside-course"),
        ("/etc/hostname", "outside-course"),
        ("https://example.org/a.csv", "remote-url"),
        ("HTTP://example.org/a.csv", "remote-url"),
        ("//example.org/a.csv", "remote-url"),
        ("data:text/csv,a", "remote-url"),
        ("file:///etc/hostname", "remote-url"),
        ("data", "missing-file"),
        ("data/none.csv", "missing-file"),
        ("", "missing-file"),
    ],
)
def test_a_path_that_is_no_file_inside_is_refused_at_its_place(folder: Folder, path: str, code: str) -> None:
    assert folder.find(path, AT) is None
    assert codes(folder) == [code]
    assert folder.problems[0].span == AT


@pytest.mark.parametrize("path", ["data", "pipe"])
def test_what_is_no_file_is_not_suggested_in_its_own_place(folder: Folder, path: str) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder.root / "pipe")
    assert folder.find(path, AT) is None
    assert folder.problems[0].help == f"Put the file at `{folder.place(path)}`"


def test_a_link_may_stay_inside_and_may_not_leave(folder: Folder, tmp_path: Path) -> None:
    (folder.root / "real.txt").write_text("inside")
    (folder.root / "near.txt").symlink_to("real.txt")
    (folder.root / "far.txt").symlink_to(tmp_path / "secret")
    (folder.root / "away").symlink_to(tmp_path)
    assert folder.text("near.txt", AT) == "inside"
    assert folder.text("far.txt", AT) is None
    assert folder.text("away/secret", AT) is None
    assert codes(folder) == ["outside-course", "outside-course"]


def test_a_course_may_itself_be_a_link(folder: Folder, tmp_path: Path) -> None:
    (folder.root / "a.txt").write_text("text")
    (tmp_path / "link").symlink_to(folder.root)
    linked = Folder(tmp_path / "link", [])
    assert linked.text("a.txt", AT) == "text"


def test_line_ends_and_the_byte_order_mark_are_made_alike(folder: Folder) -> None:
    (folder.root / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert folder.text("a.txt", AT) == "one\ntwo\nthree\n"
    assert folder.texts == {folder.place("a.txt"): "one\ntwo\nthree\n"}


def test_a_byte_that_is_not_utf8_is_reported_in_the_file_itself(folder: Folder) -> None:
    (folder.root / "a.txt").write_bytes("one\nä ".encode() + b"\xe9 two")
    assert folder.text("a.txt", AT) is None
    assert folder.problems[0].code == "not-utf8"
    assert folder.problems[0].span == Span(folder.place("a.txt"), 2, 3)  # columns are letters, not bytes


def test_a_near_name_is_suggested(folder: Folder) -> None:
    (folder.root / "data" / "rain.csv").write_text("")
    folder.find("data/rian.csv", AT)
    assert folder.problems[0].help == "did you mean `data/rain.csv`?"


def test_a_shared_folder_has_what_the_course_has_not(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "common" / "data").mkdir(parents=True)
    for name, words in (("a.csv", "common"), ("b.csv", "common")):
        (tmp_path / "common" / "data" / name).write_text(words)
    (folder.root / "data" / "a.csv").write_text("own")
    folder.share("../common", AT)
    assert [folder.read(path, AT) for path in ("data/a.csv", "data/b.csv", "../common/data/a.csv")] == [
        b"own",
        b"common",
        b"common",
    ]
    assert folder.read("../secret", AT) is None
    assert codes(folder) == ["outside-course"]
    assert folder.place("../common/x.md") == f"{tmp_path.as_posix()}/common/x.md"
    assert folder.place("./x.md") == folder.place("x.md")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("..", "outside-course"),
        (".", "outside-course"),
        ("../..", "outside-course"),
        ("/etc", "outside-course"),
        ("../link", "outside-course"),
        ("../none", "missing-file"),
        ("https://example.org/x", "outside-course"),
    ],
)
def test_only_a_folder_beside_the_course_is_shared(folder: Folder, tmp_path: Path, path: str, code: str) -> None:
    (tmp_path / "link").symlink_to("/etc")
    folder.share(path, AT)
    assert codes(folder) == [code]
    assert folder.roots == (folder.root,)


def test_a_picture_that_is_written_into_the_text_is_not_said_in_full(folder: Folder) -> None:
    assert folder.find(f"data:image/png;base64,{'iVBORw0' * 900}", AT) is None
    assert folder.problems[0].message == "`data:image/png;base64,…` is the file itself, written into the text"
