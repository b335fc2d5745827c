"""Nobody should believe that tests were run which a run left out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import conftest


def config(said: list[str], **more: Any) -> Any:  # noqa: ANN401 what stands in for pytest's
    return SimpleNamespace(stash=pytest.Stash(), get_terminal_writer=lambda: SimpleNamespace(line=said.append), **more)


def left_out(of: Any, *marks: str) -> None:  # noqa: ANN401 see above
    items: list[Any] = [SimpleNamespace(config=of, get_closest_marker=mark.__eq__) for mark in marks]
    conftest.pytest_deselected(items)


def finish(of: Any) -> None:  # noqa: ANN401 see above
    session: Any = SimpleNamespace(config=of)
    ending = conftest.pytest_sessionfinish(session)
    next(ending)
    with pytest.raises(StopIteration):
        next(ending)


@pytest.mark.parametrize(
    ("marks", "end"),
    [(("thorough", "", "thorough"), "2 thorough tests were left out: `make thorough` runs them"), (("",), "")],
)
def test_the_last_line_of_a_run_says_what_was_left_out(marks: tuple[str, ...], end: str) -> None:
    said: list[str] = []
    alone = config(said)
    left_out(alone, *marks)
    assert said == []
    finish(alone)
    assert "".join(said) == end


def test_workers_say_it_once_for_all() -> None:
    said: list[str] = []
    main = config(said)
    for _ in range(2):
        worker = config(said, workeroutput={})
        left_out(worker, "thorough", "thorough")
        finish(worker)
        conftest.pytest_testnodedown(SimpleNamespace(config=main, workeroutput=worker.workeroutput))
    assert said == []
    finish(main)
    assert said == ["2 thorough tests were left out: `make thorough` runs them"]


def report(when: str, *, passed: bool = True, duration: float = 0) -> Any:  # noqa: ANN401 see above
    return SimpleNamespace(when=when, passed=passed, duration=duration)


def test_a_worker_tells_of_a_test_what_is_counted_what_failed_and_what_took_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = [
        *(report("setup"), report("setup", duration=1), report("setup", passed=False)),
        *(report("call"), report("call", passed=False)),
        *(report("teardown"), report("teardown", passed=False), report("teardown", duration=1)),
    ]
    told = list[Any]()
    monkeypatch.setattr(conftest, "runtestprotocol", lambda *_, **__: reports)
    hook = SimpleNamespace(pytest_runtest_logreport=lambda report: told.append(report))  # noqa: PLW0108 by its name
    item: Any = SimpleNamespace(config=config([], workeroutput={}), ihook=hook)
    assert conftest.pytest_runtest_protocol(item, None)
    assert told == [*reports[1:5], *reports[6:]]


def test_without_workers_pytest_does_it() -> None:
    item: Any = SimpleNamespace(config=config([]))
    assert conftest.pytest_runtest_protocol(item, None) is None
