"""The one gate to files: what a course names is opened by its real path, inside the folders that it may read."""

from __future__ import annotations

import os
from errno import ELOOP
from stat import S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Bytes of a file: of data and pictures, and of a text that somebody writes.
DATA = 100_000_000
TEXT = 5_000_000


class GateError(Exception):
    """Raised for a file that may not be opened; says what is wrong (after its name), and what to do."""

    def __init__(self, code: str, said: str, advice: str) -> None:
        """Keep the parts of a problem."""
        super().__init__(said)
        self.code, self.said, self.advice = code, said, advice


def outside() -> GateError:
    """Say that a file is none of the course's."""
    return GateError("outside-course", "leaves the course folder", "Move the file inside it")


def _ring() -> GateError:
    return GateError("missing-file", "is a link that leads back to itself", "Link it to a file")


def real(path: Path, roots: Iterable[Path]) -> Path | None:
    """Return the real file that a path means, or `None` if there is none; `roots` are real folders.

    Raises:
        GateError: links lead out of the roots, or round in a ring.
    """
    try:
        found = path.resolve()
        inside = any(found.is_relative_to(root) for root in roots)
        there = inside and S_ISREG(found.stat().st_mode)
    except (RuntimeError, OSError, ValueError) as error:
        # Before Python 3.13 a ring has an exception of its own; a name may also be none that a file can have.
        if isinstance(error, RuntimeError) or getattr(error, "errno", 0) == ELOOP:
            raise _ring() from error
        return None
    if not inside:
        raise outside()
    return found if there else None


def stays(folder: Path, roots: Iterable[Path]) -> bool:
    """Tell whether a folder, which may be a link, lies inside the roots."""
    try:
        found = folder.resolve()
        return any(found.is_relative_to(root) for root in roots)
    except (RuntimeError, OSError, ValueError):
        return False


def read(file: Path, most: int = DATA) -> bytes:
    """Return the bytes of a real file.

    Raises:
        GateError: it is too large, or cannot be read.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1) if os.fstat(opened.fileno()).st_size <= most else None
    except OSError as error:
        code, said = "unreadable-file", f"cannot be read: {(error.strerror or 'it has gone').lower()}"
        raise GateError(code, said, "Allow reading it") from error
    if data is None or len(data) > most:
        code, said = "large-file", f"has more than {most // 1_000_000} MB"
        raise GateError(code, said, "Part it, or save it smaller")
    return data
