"""Workers that hold a thing and do with it what they are asked: one for each core, split off from this process.

A process that is started anew takes two seconds to load what pages need, and one with threads can't be split safely
(engines start some of their own). So workers are split off before anything is opened, when all modules are loaded, and
get what they work on as values. Where that can't be, there are none: who asks for them then works alone.
"""

from __future__ import annotations

import gc
import signal
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import wait
from traceback import format_exc
from typing import TYPE_CHECKING, Any

from coursepack.run import budget
from coursepack.run.jobs import end_with_parent, processors, splits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from multiprocessing.connection import Connection

_hired: ContextVar[tuple[Hand, ...]] = ContextVar("hired", default=())


@contextmanager
def hired(engine: str, cores: int = 0) -> Iterator[None]:
    """Have workers that have loaded the module `engine`, until the end of the block: as many as there are cores.

    There are none where one core or another system leaves nothing to share, or this process has threads.
    """
    many = cores or processors()
    import_module(engine)
    hands = tuple(Hand() for _ in range(many)) if many > 1 and splits() else ()
    token = _hired.set(hands)
    try:
        yield
    finally:
        _hired.reset(token)
        for hand in hands:
            hand.dismiss()


@contextmanager
def aside(thing: object) -> Iterator[Hand | None]:
    """Split off a worker now, that holds a thing with all that it leads to, until the end of the block.

    There is none where no others were hired, or this process has threads by now.
    """
    hand = Hand(thing) if at_hand() and splits() else None
    try:
        yield hand
    finally:
        if hand:
            hand.dismiss()


def at_hand() -> tuple[Hand, ...]:
    """Return the workers that are there."""
    return _hired.get()


class Hand:
    """A worker. It does one thing at a time, and is kept to the budget of the run with all that it does."""

    def __init__(self, thing: object = None) -> None:
        """Split it off; it may hold a thing from the beginning."""
        context = get_context("fork")
        self.line, far = context.Pipe()
        self._process = context.Process(target=_work, args=(far, self.line, budget.same(), thing), daemon=True)
        self._process.start()
        far.close()
        self.busy = False

    def hold(self, make: Callable[[], object]) -> None:
        """Give it what it works on from now on, instead of what it had."""
        self.rest()
        self.line.send((None, (make,)))

    def ask(self, method: str, *values: object) -> None:
        """Ask for what a method of the thing returns."""
        self.line.send((method, values))
        self.busy = True

    def take(self) -> Any:  # noqa: ANN401 what the method returns
        """Wait for what was asked for, and return it, or raise what was raised.

        Raises:
            ChildProcessError: the worker is no more.
        """
        try:
            error, found = self.line.recv()
        except (EOFError, ConnectionResetError) as gone:
            message = "a worker was ended from outside"
            raise ChildProcessError(message) from gone
        self.busy = False
        if error is not None:
            raise error
        return found

    def rest(self) -> None:
        """See to it that nothing is being done; what is still being made is not wanted."""
        if self.busy:
            self.line.recv()
            self.busy = False

    def dismiss(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self.line.close()


def answering(hands: Sequence[Hand]) -> list[Hand]:
    """Wait until some of these workers have done what they were asked; return them in their order."""
    ready = wait([hand.line for hand in hands])
    return [hand for hand in hands if hand.line in ready]


def _work(line: Connection, far: Connection, limits: Callable[[], AbstractContextManager[None]], thing: Any) -> None:  # noqa: ANN401 whatever it holds
    """Do what is asked until nobody asks any more."""
    far.close()
    # Who hired it says when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    gc.freeze()
    with limits():
        while True:
            method, values = line.recv()
            if method is None:
                thing = values[0]()
            else:
                line.send(_done(getattr(thing, method), values))


def _done(method: Callable[..., Any], values: tuple[Any, ...]) -> tuple[BaseException | None, Any]:
    try:
        with budget.regained():
            return None, method(*values)
    except BaseException as error:  # noqa: BLE001 whatever it is, who asked gets it
        error.add_note(format_exc())
        return error, None
