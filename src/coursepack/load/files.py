"""Reads files inside the course folder, and nothing outside it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from posixpath import commonprefix, dirname, join, normpath
from typing import TYPE_CHECKING

from coursepack import values
from coursepack.characters import UNPRINTABLE, plain, unprintable
from coursepack.load import gate
from coursepack.load.search import refused
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.load.cell import Cell
    from coursepack.load.picture import Picture

_HERE = Path(__file__).resolve()
# Coursepack's own templates: the wheel carries them inside the package, a checkout has them at its top level.
OWN = next(folder for folder in (_HERE.parents[1] / "templates", _HERE.parents[3] / "templates") if folder.is_dir())
# Files that are looked through for one that was named by another path.
_MOST = 20_000
REMOTE = re.compile(r"^[a-z][a-z0-9+.-]*://|^//|^data:", re.IGNORECASE)


def undecodable(place: str, data: bytes, position: int) -> Problem:
    """Say which byte of a file is not UTF-8; its place counts characters, without a byte order mark."""
    before = data[:position].decode("utf-8-sig", "ignore")
    span = Span(place, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(span, "not-utf8", f"the byte 0x{data[position]:02X} is not UTF-8", "Save the file as UTF-8")


def unprinted(text: str, place: str) -> Iterator[Problem]:
    """Report the characters of a file that no text may hold, each at its place."""
    for position, said in unprintable(text):
        span = Span(place, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
        yield Problem(span, "unprintable", said, "Delete it, or type the words anew")


def _elsewhere(path: str) -> tuple[str, str]:
    """Say of an address that it is none of a file: one of the web, or one that holds the file's bytes itself."""
    kind, comma, _ = path.partition(",")
    if path.startswith("data:") and comma:
        return (
            f"`{kind},…` is the file itself, written into the text",
            "Save it as a file in the course folder, and name that",
        )
    return f"`{path}` is a web address", "Save the file in the course folder"


def _files(root: Path) -> Iterator[Path]:
    """Yield all files of a folder, in the order of their names, but those that are hidden."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names))


def values_of(file: Path, problems: list[Problem]) -> values.Values | None:
    """Read a YAML file of the templates, whose place is its path; report what is wrong with it.

    What is read is shared and not to be changed: coursepack's own files are read once.
    """
    found, said = _own(file) if file.is_relative_to(OWN) else _read(file)
    problems.extend(said)
    return found


def _read(file: Path) -> tuple[values.Values | None, list[Problem]]:
    try:
        raw = gate.read(file, gate.TEXT)
        text = raw.decode("utf-8-sig")
    except gate.GateError as error:
        return None, [refused(file, error)]
    except UnicodeDecodeError as error:
        return None, [undecodable(str(file), raw, error.start)]
    problems = [*unprinted(text, str(file))]
    return values.read(text, str(file), 1, problems), problems


_own = cache(_read)


class Folder:
    """A course folder: every path is relative to it, is resolved through symbolic links, and must stay inside.

    What the course has not is looked for in the folders that it shares with others; they may be named, too.
    `seen` lists the files that were asked for; `texts` holds those that were read as text, by the place that problems
    name, `cells` those of tables, and `pictures` each with its path and the place that names it; `problems` gathers
    what was wrong with them.
    """

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        """Open nothing yet; `root` need not exist."""
        self.root = root.resolve()
        # What may be read: every real path is inside one of these.
        self.roots: tuple[Path, ...] = (self.root,)
        self.shown = root.as_posix()
        self.problems = problems
        self.seen: dict[str, None] = {}
        self.texts: dict[str, str] = {}
        self.cells: list[Cell] = []
        self.pictures: list[tuple[str, Span, Picture]] = []

    def place(self, path: str) -> str:
        """Write a path inside the course as it appears in problems."""
        return normpath(f"{self.shown}/{path}") if path.startswith(("./", "../")) else f"{self.shown}/{path}"

    def share(self, path: str, at: Span) -> None:
        """Read a folder beside the course too, or report at `at` why it is none."""
        try:
            found = (self.root / path).resolve()
            there = found.is_dir()
        except (OSError, RuntimeError, ValueError):
            found, there = self.root, False
        beside = found.is_relative_to(self.root.parent) and not self.root.is_relative_to(found)
        if REMOTE.match(path) or PurePosixPath(path).is_absolute() or (there and not beside):
            advice = "Name a folder that lies beside the course: `shared: ../common`"
            self._refuse(at, "outside-course", f"`{path}` is no folder beside the course", advice)
        elif not there:
            self._refuse(at, "missing-file", f"there is no folder `{path}`", f"Put it at `{self.place(path)}`")
        else:
            self.roots = (*self.roots, found)

    def _real(self, path: str) -> Path | None:
        """Return the real file that a path means, in the course or in what it shares."""
        found = (gate.real(root / path, self.roots) for root in (self.root, *self.roots[1:]))
        return next((file for file in found if file), None)

    def find(self, path: str, at: Span) -> Path | None:
        """Return the real file that `path` means, or report at `at` why there is none."""
        if "\ufffd" in path:  # reported where it was read
            return None
        if REMOTE.match(path):
            self._refuse(at, "remote-url", *_elsewhere(path))
            return None
        try:
            if PurePosixPath(path).is_absolute():
                raise gate.outside()
            found = self._real(path)
        except gate.GateError as error:
            self._closed(path, at, error)
            return None
        self.seen[path] = None
        if found is None:
            help_text = self._nearest(path) or self._elsewhere(path) or f"Put the file at `{self.place(path)}`"
            self._refuse(at, "missing-file", f"there is no file `{path}`", help_text)
        return found

    def beside(self, file: str, path: str) -> str:
        """Return what a text in `file` names by `path`: a file of the course, or else one beside the text.

        What begins with a slash is counted from where a site begins, which is either of the two.
        """
        inside = path.lstrip("/")
        near = normpath(join(dirname(file), inside))
        stays = path.startswith(("/", "..")) and not near.startswith("..")
        missing = path if not stays else inside if path.startswith("/") else near
        return next((one for one in (path, inside, near) if self._has(one)), missing)

    def _has(self, path: str) -> bool:
        try:
            return not PurePosixPath(path).is_absolute() and self._real(path) is not None
        except gate.GateError:
            return False

    def read(self, path: str, at: Span, most: int = gate.DATA) -> bytes | None:
        """Return the bytes of a file, of `most` of them, or `None` after reporting at `at`."""
        found = self.find(path, at)
        try:
            return gate.read(found, most) if found else None
        except gate.GateError as error:
            self._closed(path, at, error)
            return None

    def text(self, path: str, at: Span) -> str | None:
        """Return a UTF-8 text with line feeds as its line ends, or `None` after reporting."""
        data = self.read(path, at, gate.TEXT)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            self.problems.append(undecodable(self.place(path), data, error.start))
            return None
        text = plain(text)
        self.texts[self.place(path)] = text
        self.problems.extend(unprinted(text, self.place(path)))
        return UNPRINTABLE.sub("\ufffd", text)

    def named(self, folder: str, ending: str) -> tuple[str, ...]:
        """Return the files of a folder of the course whose names end so, in the order of their names."""
        where = self.root / folder
        names = sorted(file.name for file in where.iterdir() if file.name.endswith(ending)) if where.is_dir() else []
        return tuple(f"{folder}/{name}" if folder else name for name in names if not name.startswith("."))

    def _nearest(self, path: str) -> str:
        """Suggest a file of the same folder with nearly the same name."""
        with suppress(OSError, ValueError, RuntimeError):
            wanted = (self.root / path).resolve()
            # What has this very name is no file.
            names = [file.name for file in wanted.parent.iterdir() if file.name != wanted.name]
            near = get_close_matches(wanted.name, names, n=1, cutoff=0.75)
            if near:
                return f"did you mean `{os.path.relpath(wanted.parent / near[0], self.root)}`?"
        return ""

    def _elsewhere(self, path: str) -> str:
        """Suggest the file of the course that has the same name, and above it most folders of the same names."""
        wanted = tuple(part for part in PurePosixPath(path).parts[::-1] if part != "..")
        found = [one for one in self._names.get(wanted[0], []) if one != normpath(path)] if wanted else []
        alike = [len(commonprefix([PurePosixPath(one).parts[::-1], wanted])) for one in found]
        known = alike.count(max(alike, default=0)) == 1
        return f"Write `{found[alike.index(max(alike))]}`, which the course has" if known else ""

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Where files of each name lie in the course; of very many only the first."""
        found: dict[str, list[str]] = {}
        for file in islice(_files(self.root), _MOST):
            found.setdefault(file.name, []).append(file.relative_to(self.root).as_posix())
        return found

    def _closed(self, path: str, at: Span, error: gate.GateError) -> None:
        """Say that a file may not be opened; if it is its own place, nothing of what it leads to is shown."""
        itself = at.file == self.place(path)
        self.problems.append(Problem(at, error.code, f"`{path}` {error.said}", error.advice, private=itself))

    def _refuse(self, at: Span, code: str, message: str, help_text: str) -> None:
        self.problems.append(Problem(at, code, message, help_text))
