"""A fault of the program: which place it was working on, and where the traceback is kept."""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from traceback import format_exception, format_tb, walk_tb
from typing import TYPE_CHECKING

from coursepack.problem import ContentError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_NOTE = "while working on "


@contextmanager
def working_on(span: Span) -> Iterator[None]:
    """Note the place on whatever is raised in this block and is no mistake of an author; the innermost place stays."""
    try:
        yield
    except ContentError:
        raise
    except BaseException as error:
        if place(error) is None:
            error.add_note(f"{_NOTE}{span}")
        raise


def place(error: BaseException) -> str | None:
    """Return the place that was worked on when something was raised, as `file:line:column`."""
    notes = (note for note in getattr(error, "__notes__", ()) if note.startswith(_NOTE))
    return next((note.removeprefix(_NOTE) for note in notes), None)


def span(error: BaseException, course: Path) -> Span | None:
    """Return the place that was worked on when something was raised: in the course's own templates, if it was there."""
    own = (course / "templates").resolve()
    lines = [(frame.f_code.co_filename, _line(frame, line)) for frame, line in walk_tb(error.__traceback__)]
    shown = [(file, line) for file, line in lines if file.endswith(".j2")]
    if shown and Path(shown[-1][0]).resolve().is_relative_to(own):
        return Span(*shown[-1])
    noted = place(error)
    if noted is None:
        return None
    file, line, column = noted.rsplit(":", 2)
    return Span(file, int(line), int(column))


def _line(frame: FrameType, line: int) -> int:
    """Return the line of a template that a line of its program comes from; Jinja2 says it of plain exceptions alone."""
    template = frame.f_globals.get("__jinja_template__")
    return template.get_corresponding_lineno(line) if template else line


def keep(error: BaseException, course: str, *, private: bool = False) -> Path:
    """Write down what happened where an author finds it; of what is `private` only where, for it may name somebody.

    It goes beside the outputs of the course, in `build/`, or into the system's folder for temporary files.
    """
    name = re.sub(r"[^\w.-]+", "-", course) or "course"
    told = format_tb(error.__traceback__) if private else format_exception(error)
    for path in (Path("build") / course / "fault.txt", Path(tempfile.gettempdir()) / f"coursepack-{name}-fault.txt"):
        if path.parent.parent.is_dir():
            try:
                path.parent.mkdir(exist_ok=True)
                path.write_text("".join([*told, f"{type(error).__name__}\n" if private else ""]), "utf-8")
            except OSError:
                continue
            return path
    return Path("no file: nothing can be written here")
