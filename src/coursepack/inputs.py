"""What goes into the outputs, as one number: equal numbers mean equal pages."""

from __future__ import annotations

import os
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What lays pages out; its fonts come in packages whose versions the lock file holds.
_ENGINE = "weasyprint"


def fingerprint(folders: Sequence[Path]) -> str:
    """Hash every file of these folders with its name; what editors and Python leave there does not count."""
    found = sha256(f"{_ENGINE} {version(_ENGINE)}\n".encode())
    for folder in folders:
        for name, path in sorted(_files(folder)):
            data = path.read_bytes()
            found.update(f"{name} {len(data)}\n".encode())
            found.update(data)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder with their names in it. Every command asks: hence whole folders are passed by."""
    for where, inside, names in os.walk(folder):
        here = Path(where)
        within = here.relative_to(folder)
        # A roster is not printed in a course's outputs, and nobody's name is hashed into a file of theirs.
        inside[:] = [name for name in inside if _counts(name) and (within / name).as_posix() != "rosters"]
        for name in names:
            path = here / name
            if _counts(name) and not name.endswith(".pyc") and path.is_file():
                yield (within / name).as_posix(), path


def _counts(name: str) -> bool:
    return not name.startswith((".", "__pycache__"))
