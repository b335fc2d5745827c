from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from math import sqrt
from typing import TYPE_CHECKING

import pytest

import processes
from coursepack.problem import ContentError, Problem, Span
from coursepack.run import budget, jobs
from coursepack.run.jobs import crew, here

if TYPE_CHECKING:
    from types import ModuleType


@pytest.fixture(scope="module")
def scheduler() -> ModuleType:
    """The scheduler's library, loaded where it is used: it takes half a second of each worker that collects tests."""
    return import_module("distributed")


def test_results_come_in_the_order_of_the_jobs() -> None:
    numbers = [float(number) for number in range(40)]
    with crew(cores=2) as run:
        assert list(run(sqrt, numbers)) == list(here(sqrt, numbers))


def test_jobs_are_run_in_other_processes() -> None:
    with crew(cores=2) as run:
        (found,) = run(eval, ["__import__('os').getpid()"])
    assert found != os.getpid()


def test_a_run_that_is_killed_leaves_no_worker() -> None:
    program = (
        "import time\nfrom coursepack.run.jobs import crew\n\nif __name__ == '__main__':\n"
        "    with crew(cores=1) as run:\n"
        "        print(*run(eval, [\"__import__('os').getpid()\"]), flush=True)\n        time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as run:
        assert run.stdout
        worker = int(run.stdout.readline())
        os.kill(worker, 0)
        run.kill()
    assert processes.ends(worker)


def test_a_worker_that_is_stopped_from_the_keyboard_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Who hired it says what there is to say: a worker would add a traceback of its own."""
    with crew(cores=1) as run, pytest.raises(BrokenProcessPool):
        list(run(signal.raise_signal, [signal.SIGINT]))
    assert capfd.readouterr() == ("", "")


def test_each_job_is_kept_to_the_budget_of_the_run() -> None:
    with budget.kept(0.1, 0), crew(cores=1) as run, pytest.raises(budget.OverrunError):
        list(run(eval, ["[0 for _ in range(10**9) if False]"]))


def test_a_problem_comes_back_from_another_process() -> None:
    error = ContentError([Problem(Span("b"), "y", "z"), Problem(Span("a"), "x", "z")])
    kind, arguments = error.__reduce__()
    assert kind(*arguments).problems == error.problems


def test_a_scheduler_that_does_not_answer_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_PATIENCE", 0.2)
    with pytest.raises(ContentError) as caught, crew("tcp://127.0.0.1:9"):
        pass
    assert caught.value.problems[0].code == "no-scheduler"


def test_a_scheduler_over_tls_wants_certificates() -> None:
    with pytest.raises(ContentError) as caught, crew("tls://127.0.0.1:9"):
        pass
    assert caught.value.problems[0].code == "no-scheduler"
    assert "certificates" in caught.value.problems[0].message


def test_a_district_loses_and_doubles_nothing_when_a_machine_dies(scheduler: ModuleType) -> None:
    """Two workers of a real scheduler; one is killed when a quarter of the results is there."""
    wanted = [f"__import__('time').sleep(0.02) or {number}" for number in range(16)]
    found: list[int] = []
    cluster = scheduler.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, crew(cluster.scheduler_address) as run:
        first = min(worker.process.pid for worker in cluster.workers.values())
        for worker in cluster.workers.values():
            worker.auto_restart = False  # the machine stays away
        for number in run(eval, wanted):
            found.append(number)
            if len(found) == 4:
                os.kill(first, signal.SIGKILL)
        assert processes.ends(first)
    assert found == list(range(16))


def test_the_last_worker_that_goes_is_missed_and_so_is_one_that_never_came(
    scheduler: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scheduler.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        with crew(cluster.scheduler_address) as run:
            monkeypatch.setattr(jobs, "_PATIENCE", 0.2)
            cluster.scale(0)
            with pytest.raises(ContentError) as gone:
                list(run(sqrt, [1.0]))
        with pytest.raises(ContentError) as never, crew(cluster.scheduler_address):
            pass
    assert [caught.value.problems[0].code for caught in (gone, never)] == ["no-worker"] * 2
