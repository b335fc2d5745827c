from __future__ import annotations

import re
import resource
import signal
from itertools import count
from typing import TYPE_CHECKING

import pytest

from coursepack.cli import main
from coursepack.run import budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_what_never_ends_is_stopped_wherever_it_is() -> None:
    with pytest.raises(budget.OverrunError), budget.kept(0.001, 0):
        all(number >= 0 for number in count())


def test_a_regular_expression_that_never_ends_is_stopped() -> None:
    with pytest.raises(budget.OverrunError), budget.kept(0.001, 0):
        re.match(r"(a+)+b", "a" * 60)


def test_a_large_course_may_take_longer() -> None:
    with budget.kept(0.01, 0):
        least = signal.getitimer(signal.ITIMER_PROF)[0]
    with budget.kept(0.01, 1_000_000):
        most = signal.getitimer(signal.ITIMER_PROF)[0]
    assert least == pytest.approx(0.06, rel=0.1)
    assert most == pytest.approx(5.06, rel=0.1)


def test_memory_is_bounded_and_the_bound_ends_with_the_block() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with pytest.raises(MemoryError), budget.kept(1, 0):
        bytearray(4_000_000_000)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


@pytest.mark.parametrize("raised", [MemoryError, budget.OverrunError])
def test_what_was_too_much_inside_c_code_is_no_fault_of_ours(raised: type[BaseException]) -> None:
    """The interpreter says so of C code that returns a value though something was raised."""
    fault = SystemError("returned a result with an exception set")
    fault.__cause__ = raised()
    with pytest.raises(raised), budget.kept(100, 0):
        raise SystemError from fault
    other = SystemError("returned NULL")
    with pytest.raises(SystemError) as caught, budget.kept(100, 0):
        raise other from ValueError()
    assert caught.value is other


def test_the_size_of_a_course_is_that_of_its_files_and_no_film_makes_it_large(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "a.md").write_bytes(b"x" * 5000)
    (tmp_path / "film.mp4").touch()
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(10**9)
    assert budget.size(tmp_path) == pytest.approx(205_000, abs=10_000)


def test_a_long_roster_may_take_longer_and_one_that_is_not_there_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "class.csv").write_bytes(b"x" * 5000)
    assert budget.listed(tmp_path / "class.csv") == 50_000
    assert budget.listed(tmp_path / "none.csv") == 0


ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_an_endless_template_ends_at_its_line(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("coursepack.command.doing.process_time", lambda: 0.05)
    root = course({"templates/parts/cover.html.j2": f"<section>\n{ENDLESS}\n</section>"})
    monkeypatch.chdir(root.parent)
    assert main(["check", str(root)]) == 1
    said = capsys.readouterr().err
    assert "error[too-much]: this takes more time than a course of its size may" in said
    assert f"--> {root}/templates/parts/cover.html.j2:2:1" in said


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_what_is_too_much_is_said_at_the_block(
    course: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: type[Exception],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("coursepack.render.words.html.Words.prose", fail)
    root = course()
    monkeypatch.chdir(root.parent)
    assert main(["check", str(root)]) == 1
    assert f"--> {root}/units/01-water.md:" in capsys.readouterr().err
