"""Time and memory of whole processes, side by side."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager, nullcontext
from dataclasses import astuple, dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# What `ru_maxrss` counts in.
UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """What a process and its workers took: seconds on the clock and of the processor, and MiB at the largest's peak."""

    seconds: float
    processor: float
    peak: float


def run(command: Sequence[str], *, alone: bool = False) -> Cost:
    """Run a command to its end, its output unseen; on one core `alone`, where the system can say so (Linux).

    Raises:
        CalledProcessError: it failed.
    """
    start = time.perf_counter()
    # Whom a command starts has its cores.
    with _one_core() if alone else nullcontext():
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds = time.perf_counter() - start
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * UNIT / 2**20)


@contextmanager
def _one_core() -> Iterator[None]:
    """Have one core for what is started in the block."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def by_turns(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """Run every command once a round (A B A B …), and return the median of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    return {name: Cost(*map(median, zip(*map(astuple, each), strict=True))) for name, each in costs.items()}
