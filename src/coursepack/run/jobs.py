"""Runs independent jobs: on this machine's cores, or on those of a district over Dask. The results are the same.

A job is a function of a module and a value; what it returns depends on nothing else. So it does not matter where it is
run, or whether it is run again because a machine was lost. Results come in the order of the jobs, each once.
"""

from __future__ import annotations

import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from coursepack.problem import ContentError, Problem, Span
from coursepack.run import budget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

J = TypeVar("J")
R = TypeVar("R")

# A page engine's fonts are one process's: a worker of Dask may have several threads, which wait for each other here.
_TURN = Lock()
_THREADS = Path("/proc/self/task")
# Seconds until a scheduler has to answer, and to have a worker.
_PATIENCE = 10


class Run(Protocol):
    """Runs a function on jobs."""

    def __call__(self, function: Callable[[J], R], jobs: Iterable[J]) -> Iterator[R]:
        """Yield the results in the order of the jobs."""


@contextmanager
def crew(scheduler: str = "", cores: int = 0) -> Iterator[Run]:
    """Hire workers until the end of the block: a scheduler's (tcp://…), or as many as there are cores.

    Raises:
        ContentError: the scheduler can't be reached, or has no worker, or Dask is not installed.
    """
    if scheduler:
        with _client(scheduler) as client:
            _staffed(client, scheduler)
            yield partial(_district, client, scheduler)
    else:
        many = cores or processors()
        with ProcessPoolExecutor(many, get_context("fork" if splits() else "spawn"), _begin) as pool:
            # Now, before anything is opened.
            pool.submit(int)
            yield partial(_local, pool)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))


def splits() -> bool:
    """Tell whether workers can be split off from this process; one that is started anew takes two seconds to load all.

    One with threads can't be split safely, and engines start some of their own. Only Linux shows them.
    """
    return _THREADS.is_dir() and len(list(_THREADS.iterdir())) == 1


def _begin() -> None:
    """Prepare a worker: who stops a run from the keyboard stops it too, and it says nothing of that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with_parent()


def end_with_parent() -> None:
    """End this worker when who hired it is no more: a killed run can't dismiss it."""
    Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def here(function: Callable[[J], R], jobs: Iterable[J]) -> Iterator[R]:
    """Run jobs in this process, one after the other, as their results are asked for."""
    return map(function, jobs)


def _local(pool: Executor, function: Callable[[J], R], jobs: Iterable[J]) -> Iterator[R]:
    return pool.map(partial(_bounded, budget.same(), function), jobs)


def _bounded(limits: Callable[[], AbstractContextManager[None]], function: Callable[[J], R], job: J) -> R:
    with limits():
        return function(job)


def _client(scheduler: str) -> Any:  # noqa: ANN401 Dask is not there for everybody
    if find_spec("distributed") is None:
        said, advice = (
            "Dask is not installed here",
            "Install it: .venv/bin/pip install 'dask>=2025' 'distributed>=2025'",
        )
        raise ContentError([Problem(Span(scheduler), "no-scheduler", said, advice)])
    try:
        return import_module("distributed").Client(scheduler, timeout=_PATIENCE)
    except TypeError as error:  # what Dask raises for an address of TLS without them
        said, advice = "this scheduler is reached with certificates", "Name them as README.md says, under TLS"
        raise ContentError([Problem(Span(scheduler), "no-scheduler", said, advice)]) from error
    except (OSError, ValueError) as error:
        said, advice = "no scheduler answers here", "Start it: dask scheduler, and dask worker on each machine"
        raise ContentError([Problem(Span(scheduler), "no-scheduler", said, advice)]) from error


def _staffed(client: Any, scheduler: str) -> None:  # noqa: ANN401 a Dask client
    """Wait until a scheduler has a worker."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise _alone(scheduler) from error


def _alone(scheduler: str) -> ContentError:
    said, advice = "this scheduler has no worker", f"Start some: dask worker --nthreads 1 {scheduler}, on each machine"
    return ContentError([Problem(Span(scheduler), "no-worker", said, advice)])


def _district(client: Any, scheduler: str, function: Callable[[J], R], jobs: Iterable[J]) -> Iterator[R]:  # noqa: ANN401 a Dask client
    """Let Dask run the jobs. Names of the tasks say nothing of them, and nothing stays there when a result is taken.

    Raises:
        ContentError: the last worker has gone, and none has come for a while.
    """
    futures = client.map(partial(in_turn, function), list(jobs), pure=False)
    for future in futures:
        while not future.done():
            with suppress(TimeoutError):
                future.result(timeout=_PATIENCE)
            if not future.done():
                _staffed(client, scheduler)
        yield future.result()
        future.release()


def in_turn(function: Callable[[J], R], job: J) -> R:
    """Run one job at a time in a process."""
    with _TURN:
        return function(job)
