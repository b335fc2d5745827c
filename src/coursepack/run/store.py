"""What a run made that a later one may need again: kept beside the build, under a hash of all that it came of.

An entry is a file that says itself whether it is whole, and appears at once: a killed run, a second one at the same
time or a damaged disk cost an entry, never a page. What can't be read or written is made again. Nothing of a roster
is put here.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Bytes of all entries of a course: a book's pages and drawings, some dozen times over.
MOST = 400_000_000
_MARK = 16
# What even the least entry takes of a disk.
_BLOCK = 4096
_folder: ContextVar[Path | None] = ContextVar("folder", default=None)


@contextmanager
def within(folder: Path | None, most: int = MOST) -> Iterator[None]:
    """Keep entries in a folder until the end of the block, then at most so many bytes: what was used last."""
    token = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(token)
        if folder is not None:
            with suppress(OSError):
                _bound(folder, most)


def key(*parts: bytes | str) -> str:
    """Return a name for what comes of these parts, and of no others."""
    made = blake2b(digest_size=20)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """Return the entry of a name, or make it and keep it."""
    found = get(name)
    if found is None:
        found = make()
        put(name, found)
    return found


def get(name: str) -> bytes | None:
    """Return an entry; nothing if there is none, or it is damaged."""
    folder = _folder.get()
    if folder is None:
        return None
    found = read(folder / name)
    with suppress(OSError):
        os.utime(folder / name)
    return found


def put(name: str, data: bytes) -> None:
    """Keep an entry, if there is a place and room for it."""
    folder = _folder.get()
    if folder is not None:
        write(folder / name, data)


def installed() -> Path | None:
    """Return where the program may keep what it made of itself: inside its virtual environment, if it is in one."""
    return Path(sys.prefix) / "cache" if sys.prefix != sys.base_prefix else None


def read(path: Path) -> bytes | None:
    """Return what a file holds that `write` made; nothing if there is none, or it is damaged."""
    with suppress(OSError):
        data = path.read_bytes()
        if data[:_MARK] == _mark(data[_MARK:]):
            return data[_MARK:]
        path.unlink()
    return None


def write(path: Path, data: bytes) -> None:
    """Write a file that says itself whether it is whole, if there is room for it."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix="new-", delete=False) as file:
            new = Path(file.name)
            try:
                file.write(_mark(data) + data)
                file.close()
                new.replace(path)
            except BaseException:
                new.unlink()
                raise


def _mark(data: bytes) -> bytes:
    return blake2b(data, digest_size=_MARK).digest()


def _bound(folder: Path, most: int) -> None:
    """Take away what was used longest ago, and what killed runs left, until the rest is small enough."""
    entries = sorted(((one.stat().st_mtime_ns, one.stat().st_size, one) for one in folder.iterdir()), reverse=True)
    total = 0
    for _, size, path in entries:
        total += max(size, _BLOCK)
        if total > most:
            path.unlink(missing_ok=True)
