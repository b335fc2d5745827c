"""Whether what a command line names is there: told before anything is read or made."""

from __future__ import annotations

import os
from errno import EACCES, ELOOP
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from coursepack.outputs.registry import OUTPUTS
from coursepack.problem import ContentError, Problem, Span, did_you_mean
from coursepack.run.delivery import DeliveryError

if TYPE_CHECKING:
    from argparse import Namespace

    from coursepack.outputs.output import Files

# The options that name a folder or a file, and those of them that are written.
_PATHS = ("course", "roster", "pages", "reveal", "folder", "file", "output")
_WRITTEN = ("folder", "output")
# What a course's folder holds.
_COURSE = "course.yaml"


def check(options: Namespace) -> None:
    """See to it that what was named can be opened, and that what was taken for a course is one.

    Raises:
        ContentError: a folder or file to read leads nowhere or may not be read, or the course lies elsewhere.
        DeliveryError: a folder or file to write leads nowhere, or has the ending of another output's.
    """
    given = vars(options)
    for name, path in ((name, given[name]) for name in _PATHS if isinstance(given.get(name), Path)):
        try:
            if not _is_there(path / _COURSE if name == "course" else path) and name == "course":
                _elsewhere(path)
        except (OSError, RuntimeError) as error:
            raise _closed(path, error, written=name in _WRITTEN) from error
    if options.command in OUTPUTS and given.get("output"):
        _ending(options.output, OUTPUTS[options.command].files)


def _is_there(path: Path) -> bool:
    """Tell whether there is something by this name.

    Raises:
        OSError: links stand in a ring, the name is too long for the system, or a folder may not be read.
        RuntimeError: links stand in a ring, before Python 3.13.
    """
    path.resolve()
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _closed(path: Path, error: Exception, *, written: bool) -> Exception:
    """Return what is said of a path that leads nowhere."""
    number = getattr(error, "errno", None) or ELOOP
    why = os.strerror(number).lower()
    if written:
        return DeliveryError(path, why)
    code, advice = "missing-file", "Name it another way"
    if number == EACCES:
        code, advice = "unreadable-file", "Allow reading it"
    return ContentError([Problem(Span(path.as_posix()), code, f"this can't be opened: {why}", advice)])


def _elsewhere(course: Path) -> None:
    """Say where the course is that was meant, if it can be told.

    Raises:
        ContentError: there is no such folder, or the course lies around it or in it.
    """
    said, advice = "this is no course's folder", ""
    around = next((one for one in (*course.parents, *course.resolve().parents) if (one / _COURSE).is_file()), None)
    if around:
        advice = f"Name the course's folder: `{around.as_posix()}`"
    elif course.is_dir():
        inside = [file.parent.as_posix() for file in sorted(course.glob(f"*/{_COURSE}"))]
        advice = f"Name a course: `{'`, `'.join(inside)}`" if inside else ""
    else:
        said = f"there is no folder `{course.as_posix()}`"
        beside = [file.parent.as_posix() for file in course.parent.glob(f"*/{_COURSE}")]
        advice = did_you_mean(course.as_posix(), beside) or f"Name the folder that holds `{_COURSE}`"
    if advice:
        raise ContentError([Problem(Span(course.as_posix()), "missing-file", said, advice)])


def _ending(path: Path, files: Files) -> None:
    """See to it that a file is not called what another output makes: nothing would open it.

    Raises:
        DeliveryError: it is.
    """
    own, others = PurePath(files.whole).suffix, {PurePath(output.files.whole).suffix for output in OUTPUTS.values()}
    if not files.folder and path.suffix in others - {own, ""}:
        raise DeliveryError(path, f"what is made is a {own} file: name it {path.with_suffix(own)}")
