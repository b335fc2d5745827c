"""What goes into the outputs, as one number: equal numbers mean equal pages."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# What lays pages out; its fonts come in packages whose versions the lock file holds.
_ENGINE = "weasyprint"


def fingerprint(folders: Sequence[Path]) -> str:
    """Hash every file of these folders with its name; what editors and Python leave there does not count."""
    found = sha256(f"{_ENGINE} {version(_ENGINE)}\n".encode())
    for folder in folders:
        for path in sorted(_files(folder)):
            data = path.read_bytes()
            found.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
            found.update(data)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        # A roster is not printed in a course's outputs, and nobody's name is hashed into a file of theirs.
        hidden = "rosters" in path.relative_to(folder).parts[:1] or any(
            part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts
        )
        if path.is_file() and not hidden and path.suffix != ".pyc":
            yield path
