from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.cli import main
from coursepack.command import destination, doing
from coursepack.outputs.output import Made
from coursepack.problem import Problem, Severity
from coursepack.run.delivery import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursepack.build import Ready
    from coursepack.outputs.output import Output
    from coursepack.run.delivery import Bundle

COMMANDS = ("pdf", "slides", "check", "schema")


@pytest.fixture
def out(tmp_path: Path) -> str:
    return str(tmp_path / "out")


def test_help_tells_a_teacher_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    for command in COMMANDS:
        assert f"coursepack {command} " in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "folder" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["print"], ["pdf"], ["check", "a", "b"]])
def test_a_command_that_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("command", "size"),
    [
        ("slides", r"\d+ slides without the handout's page numbers \(make pdf first\)"),
        ("pdf", r"\d+ pages, \d+ sheets on both sides"),
    ],
)
def test_the_last_line_says_what_was_made(
    course: Callable[..., Path], out: str, capsys: pytest.CaptureFixture[str], command: str, size: str
) -> None:
    assert main([command, str(course()), "-o", out]) == 0
    assert re.fullmatch(rf"{re.escape(out)}: {size}, 0 warnings\n", capsys.readouterr().out)


def test_a_course_with_mistakes_ends_with_1_and_says_how_many(
    course: Callable[..., Path], out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course({"course.yaml": "title: [a]\nlanguage: en\nunits: []\n"})
    assert main(["pdf", str(root), "-o", out]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("2 errors: nothing was written\n")
    assert f"--> {root}/course.yaml:1:8" in said.err
    assert " 1 | title: [a]\n" in said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--unit", "9"], "unknown-unit"), (["--paper", "a6"], "unknown-paper")],
)
def test_what_is_asked_for_and_is_not_there_is_a_problem(
    course: Callable[..., Path], out: str, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert main(["pdf", str(course()), "-o", out, *arguments]) == 1
    assert f"error[{code}]" in capsys.readouterr().err


def test_check_finds_mistakes_and_makes_nothing(
    course: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = course()
    before = sorted(root.rglob("*"))
    assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out.startswith(f"{root}: no errors")
    assert sorted(root.rglob("*")) == before
    assert main(["check", str(course({"glossary.yaml": "a: b: c"}))]) == 1


def test_check_looks_at_finished_pages_if_it_is_asked_to(
    course: Callable[..., Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = str(course())

    def on_paper(made: Ready, paper: str, output: Output) -> list[Problem]:
        said = f"{made.paper}: {output.files.title} on {paper}: page 2 holds 2 lines"
        return [Problem(made.course.units[0].span, "page-stub", said, "", Severity.NOTE)]

    monkeypatch.setattr("coursepack.outputs.check.on_paper", on_paper)
    assert main(["check", root]) == main(["check", root, "--print", "--paper", "letter"]) == 0
    assert capsys.readouterr().err.count("letter: handout on letter: page 2 holds 2 lines") == 1
    assert main(["check", root, "--print", "large-print"]) == 0
    assert "a4-large-full: large-print on a4: page 2 holds 2 lines" in capsys.readouterr().err


def test_check_finds_a_mistake_that_only_one_output_has(course: Callable[..., Path]) -> None:
    assert main(["check", str(course({"templates/parts/cover.html.j2": "{{ nothing }}"}))]) == 1


def test_who_stops_it_sees_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(doing, "run", stopped)
    assert main(["check", "course"]) == 130
    assert capsys.readouterr().err.split("\n") == ["", "Stopped: what is unfinished was not written.", ""]


def test_who_hears_no_more_is_told_no_more(tmp_path: Path) -> None:
    hears, says = os.pipe()
    os.close(hears)
    command = [sys.executable, "-m", "coursepack", "schema", str(tmp_path)]
    made = subprocess.run(command, check=False, stdout=says, stderr=subprocess.PIPE, text=True)
    os.close(says)
    assert (made.returncode, made.stderr) == (141, "")


def test_schemas_are_written_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(tmp_path)]) == 0
    made = sorted(tmp_path.glob("*.schema.json"))
    assert all(json.loads(file.read_text())["type"] in {"object", "array"} for file in made)
    assert capsys.readouterr().out == f"{tmp_path}: {len(made)} schemas\n"


def test_it_runs_as_a_module_and_as_a_program() -> None:
    for command in ([sys.executable, "-m", "coursepack"], [f"{sys.prefix}/bin/coursepack"]):
        made = subprocess.run([*command, "--help"], check=False, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        assert made.stdout.startswith("usage: coursepack")


def test_an_output_that_cannot_be_written_is_told_without_a_traceback(
    course: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["slides", str(course()), "-o", str(tmp_path / "file" / "deck.pptx")]) == 1
    assert f"{tmp_path}/file can't be written" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ring", "a" * 300])
@pytest.mark.parametrize("command", ["check", "packs", "slides", "watch"])
def test_what_leads_nowhere_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    (tmp_path / "ring").symlink_to("ring")
    more = ["--roster", str(tmp_path / name / "class.csv")] if command == "packs" else []
    assert main([command, str(tmp_path / name), *more]) == 1
    said = capsys.readouterr().err
    assert "error[missing-file]: this can't be opened: " in said
    assert f"--> {tmp_path / name}:1:1" in said


@pytest.fixture
def quick(course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], int]:
    """Return a function that writes a handout, which takes no time here, and what is beside it."""
    root = course()
    made = Made(b"new", "1 page", (), {".pages.json": b"{}"})
    monkeypatch.setattr(doing, "_judged", lambda *_: nullcontext(ready(root)))
    monkeypatch.setitem(doing.OUTPUTS, "pdf", replace(doing.OUTPUTS["pdf"], make=lambda *_, **__: made))
    return lambda path: main(["pdf", str(root), "-o", str(path)])


def places(folder: Path) -> Iterator[Path]:
    """Lay and yield places in which no file can be."""
    (folder / "file").write_text("old")
    yield folder / "file" / "a.pdf"
    (folder / "folder").mkdir()
    yield folder / "folder"
    os.mkfifo(folder / "pipe")
    yield folder / "pipe"
    (folder / "device").symlink_to("/dev/null")
    yield folder / "device"
    (folder / "ring").symlink_to("ring")
    yield folder / "ring" / "a.pdf"
    yield folder / f"{'a' * 300}.pdf"
    yield Path("/dev/full")
    yield Path("/proc/a.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_where_no_file_can_be_nothing_is_written_and_it_is_said(
    quick: Callable[[Path], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in places(tmp_path):
        before = sorted(tmp_path.rglob("*"))
        assert quick(path) == 1
        said = capsys.readouterr().err.splitlines()[-1]
        assert said.startswith("error: /")
        assert "can't be written: " in said
        assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_text() == "old"


@contextmanager
def by_anybody(folder: Path) -> Iterator[Bundle]:
    """Write as a user who may not do all: who may is refused nothing."""
    mine = os.geteuid()
    if not mine:
        os.seteuid(65534)
    try:
        with together(folder) as bundle:
            yield bundle
    finally:
        os.seteuid(mine)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no modes of folders here")
def test_a_folder_that_may_only_be_read_is_named(
    quick: Callable[[Path], int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destination, "together", by_anybody)
    # Pytest's own folders let nobody else in.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        assert quick(Path(folder) / "a.pdf") == 1
        assert not list(Path(folder).iterdir())
    assert f"{folder} can't be written: permission denied" in capsys.readouterr().err


def test_a_handout_is_written_with_its_pages_or_not_at_all(
    quick: Callable[[Path], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pages.json").mkdir()
    assert quick(tmp_path / "a.pdf") == 1
    assert "a.pages.json can't be written" in capsys.readouterr().err
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    (tmp_path / "a.pages.json").rmdir()
    assert quick(tmp_path / "a.pdf") == 0
    assert ((tmp_path / "a.pdf").read_bytes(), (tmp_path / "a.pages.json").read_bytes()) == (b"new", b"{}")


@pytest.mark.parametrize("name", ["-o.pdf", "Zo\u00eb's $(touch x).pdf", '"a" 100 % #1?.pdf'])
def test_a_file_may_have_any_name(quick: Callable[[Path], int], tmp_path: Path, name: str) -> None:
    assert quick(tmp_path / name) == 0
    assert (tmp_path / name).read_bytes() == b"new"


# What each engine makes, and what else it does.
MADE = ("pdf", "slides", "slides-pdf")
OTHERS = ("teacher", "key", "worksheets", "slips", "cards", "variants", "notes", "speaker")


# One face of the theme, and one that measures: what every command says of the first, it says of the second.
@pytest.mark.parametrize(
    ("package", "command"),
    [
        *(("fontpkg_source_sans_3", command) for command in (*MADE, "check")),
        *(pytest.param("fontpkg_source_sans_3", command, marks=pytest.mark.thorough) for command in OTHERS),
        *(("font_caladea", command) for command in ("pdf", "slides", "check")),
    ],
)
def test_a_face_that_is_not_installed_is_a_mistake_that_names_its_package(  # noqa: PLR0913, PLR0917 (fixtures)
    course: Callable[..., Path],
    without: Callable[[str], None],
    out: str,
    capsys: pytest.CaptureFixture[str],
    command: str,
    package: str,
) -> None:
    without(package)
    assert main([command, str(course()), *(["-o", out] if command != "check" else [])]) == 1
    said = capsys.readouterr().err
    assert said.count("error[missing-face]") == 1
    assert f"Run `pip install {package.replace('_', '-')}`" in said
