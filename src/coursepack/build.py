"""Builds the outputs of a course: reads, checks, renders, and replaces files only when all went well."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.inputs import fingerprint
from coursepack.language import ENGLISH
from coursepack.load.files import Folder
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.render.look import glyphs, themes
from coursepack.render.look.design import Design, design
from coursepack.render.look.measure import measure
from coursepack.render.look.templates import OWN
from coursepack.render.words import equation, highlight
from coursepack.resolve.pack import pack
from coursepack.validate.course import COURSE, labels
from coursepack.validate.course import course as checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.course import Course
    from coursepack.pack import Copy, Edition, Pack, PackPart
    from coursepack.render.look.measure import Measure


@dataclass(frozen=True)
class Ready:
    """A course that can be rendered: its pack, its design, and what is to be said besides.

    `inputs` is a hash of all that it was read and will be rendered from.
    """

    course: Course
    pack: Pack
    design: Design
    notices: tuple[Problem, ...]
    inputs: str

    def copy(self, edition: Edition) -> Pack:
        """Return the pack of another copy, in the same variant."""
        wanted = replace(self.pack.copy, edition=edition)
        return pack(self.course, self.design.labels, self.design.style, wanted)

    def unit(self, name: str) -> PackPart:
        """Find a unit by number, file name or id.

        Raises:
            ContentError: there is no such unit.
        """
        for unit in self.pack.units:
            number = unit.part.stem.split("-")[0]
            if name in {str(unit.number), number, unit.part.stem, unit.front.id}:
                return unit
        known = ", ".join(unit.part.stem for unit in self.pack.units)
        message = f"there is no unit `{name}`"
        raise ContentError([Problem(self.pack.units[0].part.span, "unknown-unit", message, f"Use one of {known}")])


def ready(root: Path, copy: Copy | None = None, paper: str = "a4") -> Ready:
    """Read and check a course, and make the pack of a copy: the students', if none is named.

    What is drawn is checked against the measures of a paper, the theme's first if it has none of this name.

    Raises:
        ContentError: with every problem, if there is an error among them.
    """
    problems: list[Problem] = []
    # Before anything is read: what is changed meanwhile then counts as changed.
    inputs = fingerprint([root, OWN, Path(__file__).parent]) if root.is_dir() else ""
    folder = Folder(root, problems)
    course = checked(folder)
    words = course.labels if course else labels(folder, ENGLISH, Span(folder.place(COURSE)))
    own = design(_search(folder, course), words, problems)
    if own:
        problems.extend(glyphs.check(folder.texts, own.theme))
        problems.extend(glyphs.check_cells(folder.cells, own.theme))
    page = _page(own, paper)
    if course and page:
        problems.extend(equation.check(course, page))
        problems.extend(highlight.check(course, page.columns))
    stop(problems)
    if course is None or own is None:
        raise ContentError([Problem(Span(folder.place(COURSE)), "no-course", "nothing can be built")])
    return Ready(course, pack(course, own.labels, own.style, copy), own, tuple(problems), inputs)


def _search(folder: Folder, course: Course | None) -> list[Path]:
    """Return where the course's templates are: its own, and those of the theme that it names."""
    at = (course.theme_at if course else None) or Span(folder.place(COURSE))
    return themes.search(folder.root, course.file.theme if course else "", at, folder.problems)


def _page(own: Design | None, paper: str) -> Measure | None:
    papers = own.theme.papers if own else {}
    return measure(own.theme, papers.get(paper) or next(iter(papers.values()))) if own and papers else None


def variant(ready: Ready, number: int) -> Ready:
    """Return the same course with the pack of a variant, counted from 0."""
    whose = replace(ready.pack.copy, variant=number)
    return replace(ready, pack=pack(ready.course, ready.design.labels, ready.design.style, whose))


def stop(problems: Sequence[Problem]) -> None:
    """Raise all problems if one of them is an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)


def write(data: bytes | Iterable[bytes], path: Path) -> None:
    """Replace a file in one step, so that a failed build leaves the last good one; a large one comes in parts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        os.chmod(temporary, 0o644)  # noqa: PTH101 mkstemp gives a name
        os.replace(temporary, path)  # noqa: PTH105 mkstemp gives a name
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108 mkstemp gives a name
        raise
