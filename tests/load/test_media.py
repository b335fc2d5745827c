"""The pictures of a course: what they are is told by their bytes, and what is wrong with them at their line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coursepack.load import gate, media
from coursepack.load.files import Folder
from coursepack.load.picture import PictureError
from coursepack.problem import Severity, Span
from pictures import halves, saved

if TYPE_CHECKING:
    from pathlib import Path

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'
AT = Span("units/01.md", 15, 6)


def test_a_photograph_with_another_formats_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(halves(), "JPEG"))
    folder = Folder(tmp_path, [])
    assert media.read(folder, "a.png", AT)
    assert folder.problems == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"a letter", b"<html/>", b"\x89PNG", b"\xff\xfe"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        media.picture(data)


def test_what_is_wrong_is_said_where_the_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(halves(), "PNG")[:40])
    folder = Folder(tmp_path, [])
    assert media.read(folder, "a.png", AT) is None
    assert [(one.span, one.code, one.severity) for one in folder.problems] == [(AT, "bad-picture", Severity.ERROR)]


def test_what_is_left_out_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG % b"<script>x</script>")
    folder = Folder(tmp_path, [])
    assert media.read(folder, "a.svg", AT)
    assert [(one.span, one.severity) for one in folder.problems] == [(AT, Severity.NOTE)]
    assert "<script>" in folder.problems[0].message


def test_a_file_too_large_to_read_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(halves(), "PNG"))
    os.truncate(tmp_path / "a.png", gate.DATA + 1)
    folder = Folder(tmp_path, [])
    assert media.read(folder, "a.png", AT) is None
    assert folder.problems[0].code == "large-file"


def test_a_sound_is_told_how_it_comes_onto_paper(tmp_path: Path) -> None:
    (tmp_path / "ship.mp3").write_bytes(b"ID3")
    folder = Folder(tmp_path, [])
    media.read(folder, "ship.mp3", AT)
    assert [(one.code, "{.qr}" in one.help) for one in folder.problems] == [("bad-picture", True)]
