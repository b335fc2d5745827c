"""Gives up what is being made as soon as it is not wanted any more: who writes on does not wait for it."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Seconds between two questions.
_PAUSE = 0.3


class StaleError(BaseException):
    """Raised wherever the program happens to be: no `except Exception` of a library may take it."""


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Do what is inside as long as it is wanted; it is made to its end where there are no timers (Windows).

    Raises:
        StaleError: it is not wanted any more.
    """
    if current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ask(*_: object) -> None:
        if not wanted():
            raise StaleError

    before = signal.signal(signal.SIGALRM, ask)
    # Again and again: what calls Python from C loses what is raised there.
    signal.setitimer(signal.ITIMER_REAL, _PAUSE, _PAUSE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
