"""Where templates are looked for: a course's folders before coursepack's own, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load import gate
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Search:
    """Folders of templates, the nearest first, and the real folders that no file of theirs may lie outside of."""

    folders: tuple[Path, ...]
    roots: tuple[Path, ...]

    def all(self, name: str, problems: list[Problem]) -> Iterator[Path]:
        """Yield the files of this name, the nearest first; report those that may not be opened."""
        for folder in self.folders:
            file = folder / name
            try:
                if gate.real(file, self.roots):
                    yield file
            except gate.GateError as error:
                problems.append(refused(file, error))

    def first(self, name: str, problems: list[Problem]) -> Path | None:
        """Return the nearest file of this name."""
        return next(self.all(name, problems), None)


def search(folders: Sequence[Path], roots: Iterable[Path] = ()) -> Search:
    """Return a search path; without `roots`, no file may leave the folder that it is found in.

    A folder that there is not, or that is a link out of the roots, is not searched: whoever names it says so.
    """
    within = (*roots,) or tuple(folder.resolve() for folder in folders)
    return Search(tuple(folder for folder in folders if folder.is_dir() and gate.stays(folder, within)), within)


def refused(file: Path, error: gate.GateError) -> Problem:
    """Say why a file of the templates may not be opened; nothing of what it leads to is shown."""
    return Problem(Span(str(file)), error.code, f"`{file.name}` {error.said}", error.advice, private=True)
