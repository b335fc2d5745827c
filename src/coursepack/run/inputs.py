"""What goes into the outputs, as one number: equal numbers mean equal pages."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import version
from os import fsencode
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# What lays pages out; its fonts come in packages whose versions the lock file holds.
_ENGINE = "weasyprint"


def fingerprint(folders: Sequence[Path], still: Sequence[Path] = ()) -> str:
    """Hash every file of these folders with its name; what editors and Python leave there does not count.

    Nor does what links lead to outside of all of them: it is read by nobody. A link to a folder inside counts as where
    it leads. The `still` ones do not change while the program runs, and are hashed once.
    """
    found = sha256(f"{_ENGINE} {_version()}\n".encode())
    roots = tuple(folder.resolve() for folder in (*folders, *still))
    for folder in folders:
        found.update(_hashed(folder, roots))
    for folder in still:
        found.update(_still(folder))
    return found.hexdigest()


def aside(folders: Sequence[Path]) -> str:
    """Return a number for what `fingerprint` passes by in these folders: a course that names such a file has it read.

    A repository's history may be among it. So not what is inside counts, but size and times, of which nobody sets all.
    """
    return times(folders, _passed)


def times(folders: Sequence[Path], wanted: Callable[[Path], bool] = lambda _: True) -> str:
    """Return a number for the sizes and times of what is wanted in folders: by its name, or all of it.

    What is changed and changed back has other times.
    """
    found = sha256()
    for folder in folders:
        for where, inside, names in os.walk(folder):
            here = Path(where).relative_to(folder)
            for name in sorted(here / name for name in (*inside, *names)):
                if wanted(name):
                    with suppress(OSError):
                        state = (folder / name).lstat()
                        said = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
                        found.update(fsencode(f"{name}\0{said}\n"))
    return found.hexdigest()


@cache
def _version() -> str:
    return version(_ENGINE)


@cache
def installed() -> str:
    """Return the version of Python, and the packages that it finds with theirs."""
    found = {one.name for folder in sys.path for one in Path(folder).glob("*.dist-info")}
    return "\n".join([sys.version, *sorted(found)])


@cache
def program() -> str:
    """Return a number for the program that runs, and what it is made with: what is kept comes of both."""
    here = Path(__file__).parents[1]
    return f"{fingerprint([], (here,))}\n{installed()}"


@cache
def _still(folder: Path) -> bytes:
    return _hashed(folder, (folder.resolve(),))


def _hashed(folder: Path, roots: Sequence[Path]) -> bytes:
    found = sha256()
    for name, path in sorted(_files(folder, roots)):
        if path.is_dir():
            with suppress(OSError):
                found.update(fsencode(f"{name} {path.readlink()}\n"))
            continue
        with suppress(OSError), path.open("rb") as file:
            inside = file_digest(file, "sha256").digest()
            found.update(fsencode(f"{name} {file.tell()}\n"))
            found.update(inside)
    return found.digest()


def _files(folder: Path, roots: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder, and links to folders, with their names in it.

    Every command asks: hence whole folders are passed by.
    """
    for where, inside, names in os.walk(folder):
        here = Path(where)
        within = here.relative_to(folder)
        inside[:] = [name for name in inside if not _passed(within / name)]
        links = [name for name in inside if (here / name).is_symlink()]
        for name in (*links, *names):
            path = here / name
            if not _passed(within / name) and _is_inside(path, roots):
                yield (within / name).as_posix(), path


def _is_inside(path: Path, roots: Sequence[Path]) -> bool:
    """Tell whether a path is a file, or a link to a file or folder inside of the folders."""
    if not path.is_symlink():
        return path.is_file()
    try:
        inside = any(path.resolve(strict=True).is_relative_to(root) for root in roots)
        return inside and (path.is_file() or path.is_dir())
    except (OSError, RuntimeError):
        return False


def _passed(name: Path) -> bool:
    """Tell whether what has this name in a folder does not count.

    A roster is not printed in a course's outputs, and nobody's name is hashed into a file of theirs.
    """
    left = any(part.startswith((".", "__pycache__")) or part.endswith(".pyc") for part in name.parts)
    return left or name.parts[0] == "rosters"
