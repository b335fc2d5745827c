"""Outputs that tests of several files read: made once in a run, by whichever worker asks first."""

from __future__ import annotations

import fcntl
import os
import pickle
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    import pytest

    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart


def shared(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return a folder that all workers of a run share."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    return folder


class Kept:
    """Keeps what outputs made, in a folder that all workers of a run share.

    Tests that ask whether the same course gives the same bytes make theirs anew and compare.
    """

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self.folder = shared(factory, "kept")

    def __call__(self, output: ModuleType, course: Ready, unit: PackPart | None = None, paper: str = "a4") -> Made:
        """Return what an output makes of a course, or of one unit."""
        said = (output.__name__, course.inputs, course.pack.copy, unit.front.id if unit else "", paper)
        return self.by_name(repr(said), lambda: output.make(course, unit, paper))

    def by_name(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is kept under a name; make it, if nothing is."""
        path = self.folder / sha256(name.encode()).hexdigest()
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                path.write_bytes(pickle.dumps(make()))
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return] # noqa: S301 what this run wrote itself
