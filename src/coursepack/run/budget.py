"""What a run may take: processor time and memory, as much as its course is large. What takes more is stopped, and said.

Most input is bounded where it is read. This is for what can't be known before: loops of a course's own templates, and
whatever nobody has foreseen. Systems without timers of processor time (Windows) have no limits here.
"""

from __future__ import annotations

import signal
import sys
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from coursepack.problem import Problem, Span
from coursepack.run import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# In units of what Python needs to start and to load its modules, so that a slow machine may take as long as it needs:
# the least course takes two of them, the flagship on one core a fifth of what is allowed, in large print two thirds.
_LEAST, _PER_KILOBYTE = 6, 0.5
# A picture costs less than words: of a file counts no more than this.
_MOST = 200_000
# Bytes of memory, beside those that are in use: a book of 160 pages takes 600 MB, in large print on one core 1,400.
_MEMORY, _PER_BYTE = 800_000_000, 1_000
_STATE = Path("/proc/self/statm")
# What the run is kept to: seconds of a start, and the size of its course.
_given: ContextVar[tuple[float, int] | None] = ContextVar("budget", default=None)


class OverrunError(BaseException):
    """Raised wherever the run happens to be when its time is over: no `except Exception` of a library may take it."""


def size(root: Path) -> int:
    """Return how much a course is, in bytes that take time."""
    found = 0
    for path in root.rglob("*"):
        with suppress(OSError):
            found += min(path.lstat().st_size, _MOST)
    return found


def listed(file: Path) -> int:
    """Return how much a file is, as `size`, of which ten times as much is made as of a course's words.

    A row of a class's list is a pack, and a PDF's pages are packed.
    """
    with suppress(OSError):
        return 10 * min(file.stat().st_size, _MOST)
    return 0


# What is raised where a budget is exceeded, and what is said of it.
_SAID: dict[type[BaseException], tuple[str, str]] = {
    OverrunError: ("this takes more time than a course of its size may", "Write less in one place, or part it"),
    MemoryError: ("this takes more memory than a course of its size may", "Write less in one place, or part it"),
    RecursionError: ("what stands here lies too deep in each other", "Write it flatter, or part it"),
}
TOO_MUCH = tuple(_SAID)


def exceeded(error: BaseException, course: Path) -> Problem:
    """Say what was too much, and where: in a template of the course, or in the block that was worked on."""
    said, advice = _SAID[type(error)]
    return Problem(fault.span(error, course) or Span(course.as_posix()), "too-much", said, advice)


@contextmanager
def kept(seconds: float, course: int) -> Iterator[None]:
    """Keep what is done inside to a budget: `seconds` are those of a start, `course` is the size of a course in bytes.

    Raises:
        OverrunError: it takes too much time.
        MemoryError: it takes too much memory.
    """
    with ExitStack() as stack:
        if current_thread() is main_thread() and hasattr(signal, "setitimer"):
            stack.enter_context(_time(seconds * (_LEAST + _PER_KILOBYTE * course / 1000)))
        if sys.platform == "linux" and _STATE.is_file():
            stack.enter_context(_memory(_MEMORY + _PER_BYTE * course))
        token = _given.set((seconds, course))
        stack.callback(_given.reset, token)
        with regained():
            yield


@contextmanager
def regained() -> Iterator[None]:
    """Raise what was too much as what it was, where it came up inside C code: that says a fault of its own instead.

    It says so of what returns a value though something was raised, and has that for its cause.
    """
    try:
        yield
    except SystemError as error:
        cause = error.__cause__
        while cause is not None and not isinstance(cause, TOO_MUCH):
            cause = cause.__cause__
        if cause is None:
            raise
        raise cause from None


def same() -> Callable[[], AbstractContextManager[None]]:
    """Return what keeps another process, for each thing it does, to the budget that is kept here."""
    given = _given.get()
    return partial(kept, *given) if given else nullcontext


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    """Stop what takes more processor time; a signal reaches even a regular expression or a sum of long numbers."""
    before = signal.signal(signal.SIGPROF, _over)
    # Again every second: what calls Python from C loses what is raised there.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(*_: object) -> None:
    raise OverrunError


@contextmanager
def _memory(more: int) -> Iterator[None]:
    """Let the process have so many bytes more than it has now."""
    resource: Any = import_module("resource")  # not everywhere
    pages = int(_STATE.read_text().split()[5])
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = pages * resource.getpagesize() + more
    most = min([wanted, *(one for one in (soft, hard) if one != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
