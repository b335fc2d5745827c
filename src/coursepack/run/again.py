"""What a run said and wrote: another one like it has nothing to do, as long as all of that is there.

A run comes of the course, of the program and what is installed with it, of what the command and its environment say,
and of some files besides: the faces of the theme, and where the handout's anchors stand.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.load.shared import shared, state
from coursepack.run import inputs, store

if TYPE_CHECKING:
    from collections.abc import Mapping

# What Python, and the libraries that set and draw text, ask of the environment.
_ASKED = (
    "DYLD_",
    "FC_",
    "FONTCONFIG_",
    "FREETYPE_",
    "FRIBIDI_",
    "G_",
    "HB_",
    "HOME",
    "LANG",
    "LC_",
    "LD_",
    "PANGO",
    "PYTHON",
    "SOURCE_DATE_EPOCH",
    "TZ",
    "XDG_CONFIG",
    "XDG_DATA",
)
# Where Linux says which libraries this process has loaded.
_LOADED = Path("/proc/self/maps")


@dataclass(frozen=True)
class Done:
    """What a run said of the course and at its end, and the digests of files: those that it wrote, and that it read.

    Of what is installed and was `loaded`, libraries and faces, it has sizes and times: they are large.
    """

    notices: str
    result: str
    written: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    loaded: Mapping[str, str] = field(default_factory=dict)

    def then(self, other: Done) -> Done:
        """Return this and what was done after it."""
        return Done(
            self.notices + other.notices,
            f"{self.result}\n{other.result}",
            {**self.written, **other.written},
            {**self.read, **other.read},
            {**self.loaded, **other.loaded},
        )


def name(root: Path, told: str) -> str:
    """Return a name for all that a run comes of, on the course in a folder, with what the command is `told`."""
    asked = [f"{key}={value}" for key, value in sorted(os.environ.items()) if key.startswith(_ASKED)]
    return store.key("run", inputs.installed(), *state(root), str(root.resolve()), told, *asked)


def times(root: Path) -> str:
    """Return a number that is another one if anything in a course's folders was changed, be it as it was by now."""
    return inputs.times([root, *shared(root)])


def found(name: str, folder: Path) -> Done | None:
    """Return what a run of this name did, if all that it wrote into a folder is there; it is as if written now."""
    data = store.get(name)
    if data is None:
        return None
    done = Done(**json.loads(data))
    files = {folder / path: mark for path, mark in done.written.items()}
    inside = all(path.resolve().is_relative_to(folder.resolve()) for path in files)
    others = {Path(path): mark for path, mark in done.read.items()}
    loaded = all(size_and_time(Path(path)) == mark for path, mark in done.loaded.items())
    if not (inside and loaded and all(digest(path) == mark for path, mark in (files | others).items())):
        return None
    try:
        # Who compares times finds it made after all that it comes of.
        for path in files:
            os.utime(path)
    except OSError:
        return None
    return done


def keep(name: str, done: Done, folder: Path) -> None:
    """Keep what a run did that wrote into a folder; nothing where the system doesn't say what libraries it used.

    Nor is anything kept if one of them is gone by now, since a newer one has its place.
    """
    lines = _LOADED.read_text("utf-8").splitlines() if _LOADED.is_file() else []
    libraries = {line.split(maxsplit=5)[-1] for line in lines if ".so" in line}
    loaded = {**done.loaded, **{path: size_and_time(Path(path)) for path in sorted(libraries)}}
    if libraries and all(loaded.values()):
        written = {os.path.relpath(path, folder): mark for path, mark in done.written.items()}
        store.put(name, json.dumps({**asdict(done), "written": written, "loaded": loaded}).encode())


def digest(given: Path | bytes) -> str:
    """Return what is in a file, or will be, as a number; nothing if it is not there."""
    if isinstance(given, bytes):
        return blake2b(given).hexdigest()
    # What is no file, a pipe for one, is not waited for.
    if given.is_file():
        with suppress(OSError), given.open("rb") as file:
            return file_digest(file, "blake2b").hexdigest()
    return ""


def size_and_time(path: Path) -> str:
    """Return what tells of an installed file whether it is the same; nothing if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"
