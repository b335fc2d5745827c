"""Puts finished files in their places: those that belong together all at once, or none of them.

They are written into a folder of this run's own, inside `.coursepack` beside their places, and moved when the last of
them is whole. A run that is killed while it writes leaves the old files; one that is killed while it moves left a list,
and the next run in the same folder moves what is left. That run also clears away what others left unfinished.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree
from stat import S_ISDIR, S_ISREG
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNFINISHED = ".coursepack"
_READY = "ready"
# Windows has no such locks: there, what a killed run left stays.
_LOCKS: Any = import_module("fcntl") if find_spec("fcntl") else None


class DeliveryError(Exception):
    """Raised for a file that can't be written; says why."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file."""
        super().__init__(f"{path} can't be written: {reason}")


@dataclass
class Bundle:
    """Files that appear together, by the paths that they will have; the first that was put appears last."""

    folder: Path
    own: Path
    files: dict[str, Path] = field(default_factory=dict)
    gone: list[Path] = field(default_factory=list)

    def put(self, data: bytes | Iterable[bytes], path: Path) -> Path:
        """Write a file, a large one in parts; return its path.

        Raises:
            DeliveryError: there is no room, or something else has its place.
        """
        name = str(len(self.files))
        with _naming(path):
            if path.exists() and not S_ISREG(path.stat().st_mode):
                raise DeliveryError(path, "a folder, a device or a pipe has its place")
            path.parent.mkdir(parents=True, exist_ok=True)
            with (self.own / name).open("wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
        self.files[name] = path
        return path

    def drop(self, path: Path) -> None:
        """Take an old file away when the others appear."""
        self.gone.append(path)

    def deliver(self) -> None:
        """Move the files to their places."""
        moves = [[name, os.path.relpath(path, self.folder)] for name, path in reversed(self.files.items())]
        with _naming(self.folder):
            (self.own / _READY).write_text(json.dumps(moves), "utf-8")
        _move(self.own, self.folder)
        for path in self.gone:
            path.unlink(missing_ok=True)


@contextmanager
def together(folder: Path) -> Iterator[Bundle]:
    """Give what takes files that lie in a folder, or below it, and puts them there at the end of the block.

    Raises:
        DeliveryError: the folder can't be written to.
    """
    with _naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _clear(folder)
            (folder / UNFINISHED).mkdir(exist_ok=True)
            own = Path(mkdtemp(dir=folder / UNFINISHED))
            lock = _lock(own)
    try:
        bundle = Bundle(folder, own)
        yield bundle
        bundle.deliver()
    finally:
        with _locked(folder):
            rmtree(own, ignore_errors=True)
            with suppress(OSError):  # others are at work
                (folder / UNFINISHED).rmdir()
        _unlock(lock)


@contextmanager
def scratch() -> Iterator[None]:
    """Give libraries and workers one folder for their temporary files; clear what killed runs of this user left."""
    usual, told = tempfile.gettempdir(), os.environ.get("TMPDIR")
    folder = Path(usual) / f"{UNFINISHED[1:]}-{os.getuid() if _LOCKS else 0}"
    own, lock = None, None
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        if _LOCKS is not None and _is_ours(folder):
            with _locked(folder):
                _clear(folder.parent, folder.name, moving=False)
                own = Path(mkdtemp(dir=folder))
                lock = _lock(own)
    if own is None:
        yield
        return
    os.environ["TMPDIR"] = str(own)
    try:
        with replaced(tempfile, tempdir=str(own)):
            yield
    finally:
        os.environ.pop("TMPDIR") if told is None else os.environ.update(TMPDIR=told)
        rmtree(own, ignore_errors=True)
        _unlock(lock)


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder is this user's alone, and no link that another has laid there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _clear(folder: Path, name: str = UNFINISHED, *, moving: bool = True) -> None:
    """Finish or clear away what runs left that are no more."""
    for left in (folder / name).glob("*/"):
        lock = _lock(left, wait=False)
        if lock is not None:
            with suppress(OSError, ValueError):
                _move(left, folder) if moving else None
            rmtree(left, ignore_errors=True)
            _unlock(lock)


def _move(own: Path, folder: Path) -> None:
    """Move finished files to the places in their list, as far as they are still there."""
    if not (own / _READY).is_file():
        return
    for name, place in json.loads((own / _READY).read_text("utf-8")):
        path = folder / place
        if (own / name).is_file() and ".." not in Path(place).parts:
            with _naming(path):
                (own / name).replace(path)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name the file that was written when the system had no room, or no right to give."""
    try:
        yield
    except OSError as error:
        raise DeliveryError(path, (error.strerror or str(error)).lower()) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = _lock(folder)
    try:
        yield
    finally:
        _unlock(lock)


def _lock(folder: Path, *, wait: bool = True) -> int | None:
    """Lock a folder until it is unlocked, or this process ends; nothing if another has it and nobody waits."""
    if _LOCKS is None:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        _LOCKS.flock(handle, _LOCKS.LOCK_EX | (0 if wait else _LOCKS.LOCK_NB))
    except OSError:
        os.close(handle)
        return None
    return handle


def _unlock(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)
