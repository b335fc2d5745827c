"""What a command ends with, whatever it meets: a number for the shell, and a line for whoever typed it."""

from __future__ import annotations

import gc
from argparse import Namespace
from contextlib import nullcontext
from errno import ENOSPC
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest

from coursepack.command import doing
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.run.budget import OverrunError
from coursepack.run.delivery import DeliveryError

if TYPE_CHECKING:
    from pathlib import Path

WRONG = Problem(Span("course.yaml", 3), "bad", "this is bad", "Mend it")
NOTE = Problem(Span("course.yaml", 4), "odd", "this is odd", "", Severity.NOTE)


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Namespace:
    """A command on an empty folder, in which a fault may leave its traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "course").mkdir()
    return Namespace(command="pdf", course=tmp_path / "course", writes=True)


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException | None) -> None:
    def once(*_: object) -> None:
        if error:
            raise error

    monkeypatch.setattr(doing, "_once", once)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (None, 0, ""),
        (ContentError([WRONG, NOTE]), 1, "1 error: nothing was written\n"),
        (OverrunError(), 1, "this takes more time than a course of its size may"),
        (MemoryError(), 1, "error[too-much]"),
    ],
)
def test_a_mistake_ends_with_1_and_says_what_it_is(  # noqa: PLR0913, PLR0917 (fixtures)
    options: Namespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException | None,
    code: int,
    said: str,
) -> None:
    raising(monkeypatch, error)
    assert doing.run(options) == code
    assert said in capsys.readouterr().err


def test_who_writes_nothing_is_not_told_that_nothing_was_written(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(monkeypatch, ContentError([WRONG]))
    options.writes = False
    assert doing.run(options) == 1
    assert capsys.readouterr().err.endswith("\n1 error\n")


def test_what_cannot_be_written_is_one_line(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raising(monkeypatch, DeliveryError(tmp_path / "a.pdf", "disk full"))
    assert doing.run(options) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ")
    assert "a.pdf" in line
    assert "disk full" in line


def test_a_full_disk_is_no_fault_of_ours(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(monkeypatch, OSError(ENOSPC, "no room", "a font"))
    assert doing.run(options) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"error: no space left on device: free some, for temporary files too, which go to {gettempdir()}"


def test_a_fault_of_ours_ends_with_2_and_its_traceback_is_kept(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raising(monkeypatch, KeyError("spring"))
    assert doing.run(options) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("fault[KeyError]: ")
    assert "build/course/fault.txt" in line
    assert "KeyError: 'spring'" in (tmp_path / "build" / "course" / "fault.txt").read_text("utf-8")


def test_of_a_command_with_a_roster_the_traceback_says_no_words(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    raising(monkeypatch, KeyError("Ada Okafor"))
    options.roster = tmp_path / "class.csv"
    assert doing.run(options) == 2
    assert "Okafor" not in (tmp_path / "build" / "course" / "fault.txt").read_text("utf-8")


@pytest.mark.parametrize("error", [None, ContentError([WRONG]), KeyError("x")])
def test_python_looks_for_garbage_again_however_it_ends(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, error: BaseException | None
) -> None:
    raising(monkeypatch, error)
    doing.run(options)
    assert gc.isenabled()


def test_a_link_that_leads_to_itself_is_a_mistake_at_its_name(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raising(monkeypatch, None)
    options.course = tmp_path / "ring"
    options.course.symlink_to(options.course)
    assert doing.run(options) == 1
    assert f"--> {options.course}:1:1" in capsys.readouterr().err


@pytest.mark.parametrize(("pages", "engines"), [("large-print", ["coursepack.render.handout.engine"]), (None, [])])
def test_pages_that_are_printed_to_be_looked_at_are_shared_out_among_the_cores(
    options: Namespace, monkeypatch: pytest.MonkeyPatch, pages: str | None, engines: list[str]
) -> None:
    hired: list[str] = []
    monkeypatch.setattr(doing, "hired", lambda engine: hired.append(engine) or nullcontext())
    monkeypatch.setattr(doing, "_verdict", lambda *_, **__: (_ for _ in ()).throw(ContentError([WRONG])))
    options.pages, options.paper = pages, "a4"
    with pytest.raises(ContentError):
        doing._check(options)  # noqa: SLF001 what the command does
    assert hired == engines


def test_every_output_has_a_way_to_be_made() -> None:
    assert {"pdf", "slides", "packs", "build", "check", "schema", "impose"} <= set(doing._RUNS)  # noqa: SLF001 the table is what is asked
