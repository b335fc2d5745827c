"""Brings files out of packages while coursepack is built: fonts, and outlines of countries.

Those packages ask for others that their files do not need (a typesetter under the AGPL, or a whole geographic
system), so they can't be dependencies: pip gets them alone, checks them against the hashes of `setup/<folder>.lock`,
and nothing of them is kept but the files and their licences.
"""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIP = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
_CHECKED = ["--only-binary", ":all:", "--require-hashes"]
# The folders of src/coursepack that are filled, and the names of what goes into them.
_FOLDERS = {"fonts": ("*.ttf", "*.otf"), "outlines": ("naturalearth_*.shp", "naturalearth_*.dbf")}


class FilesHook(BuildHookInterface[Any]):
    """Run by hatchling before it builds a wheel, of a checkout too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Fill the folders, but for those that hold what their lock file says.

        Raises:
            CalledProcessError: pip could not get a package; it has said why.
        """
        for name, kept in _FOLDERS.items():
            lock, folder = Path(self.root, "setup", f"{name}.lock"), Path(self.root, "src", "coursepack", name)
            stamp = folder / lock.name
            if not stamp.is_file() or stamp.read_bytes() != lock.read_bytes():
                _fill(folder, lock, kept)
                stamp.write_bytes(lock.read_bytes())


def _fill(folder: Path, lock: Path, kept: tuple[str, ...]) -> None:
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as fetched:
        subprocess.run([*_PIP, *_CHECKED, "-r", lock, "-d", fetched], check=True)  # noqa: S603 (our own words)
        for wheel in sorted(Path(fetched).glob("*.whl")):
            for name, data in _kept(wheel, kept):
                (folder / name).write_bytes(data)


def _kept(wheel: Path, kept: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield files by their names, and licences with the package's name before theirs."""
    with ZipFile(wheel) as packed:
        for path in map(PurePosixPath, packed.namelist()):
            if any(fnmatch(path.name, pattern) for pattern in kept):
                yield path.name, packed.read(str(path))
            elif "LICENSE" in path.name:
                yield f"{wheel.name.partition('-')[0]}-{path.name}", packed.read(str(path))
