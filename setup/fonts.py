"""Brings the font files of `setup/fonts.lock` into the package while it is built.

Their packages ask for a typesetter under the AGPL that the files do not need, so they can't be dependencies: pip gets
them alone, checks them against their hashes, and nothing of them but fonts and licences is kept.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIP = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
_CHECKED = ["--only-binary", ":all:", "--require-hashes"]


class FontsHook(BuildHookInterface[Any]):
    """Run by hatchling before it builds a wheel, of a checkout too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Fill `src/coursepack/fonts`, unless it holds what the lock file says.

        Raises:
            CalledProcessError: pip could not get them; it has said why.
        """
        lock, folder = Path(self.root, "setup", "fonts.lock"), Path(self.root, "src", "coursepack", "fonts")
        stamp = folder / lock.name
        if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
            return
        folder.mkdir(exist_ok=True)
        with TemporaryDirectory() as fetched:
            subprocess.run([*_PIP, *_CHECKED, "-r", lock, "-d", fetched], check=True)  # noqa: S603 (our own words)
            for wheel in sorted(Path(fetched).glob("*.whl")):
                for name, data in _kept(wheel):
                    (folder / name).write_bytes(data)
        stamp.write_bytes(lock.read_bytes())


def _kept(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Yield fonts by their names, and licences with the package's name before theirs."""
    with ZipFile(wheel) as packed:
        for path in map(PurePosixPath, packed.namelist()):
            if path.suffix in {".ttf", ".otf"}:
                yield path.name, packed.read(str(path))
            elif "LICENSE" in path.name:
                yield f"{wheel.name.partition('-')[0]}-{path.name}", packed.read(str(path))
