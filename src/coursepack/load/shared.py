"""The folders that a course shares with others, before it is read: all that goes into it can then be looked at.

`python -m coursepack.load.shared content/…` prints them, one a line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from coursepack import values
from coursepack.load.files import OWN, Folder
from coursepack.problem import Span
from coursepack.run.inputs import aside, fingerprint

# The file that says what a course is.
COURSE = "course.yaml"
_PROGRAM = Path(__file__).parents[1]


def shared(root: Path) -> tuple[Path, ...]:
    """Return the real folders beside a course that it names; what is wrong with the others is said when it is read."""
    folder = Folder(root, [])
    at = Span(folder.place(COURSE))
    read = values.read(folder.text(COURSE, at) or "", at.file, 1, [])
    written = read.value.get("shared") if read and isinstance(read.value, dict) else None
    for path in written if isinstance(written, list) else [written]:
        if isinstance(path, str):
            folder.share(path, at)
    return folder.roots[1:]


def state(root: Path) -> tuple[str, str]:
    """Return numbers for all that the outputs of a course come of, and for what may have been read besides.

    Whoever asks before anything is read finds changed what is changed meanwhile.
    """
    folders = [root, *shared(root)] if root.is_dir() else []
    return fingerprint(folders, (OWN, _PROGRAM)) if folders else "", aside(folders)


if __name__ == "__main__":
    sys.stdout.writelines(f"{folder}\n" for folder in shared(Path(sys.argv[1])))
