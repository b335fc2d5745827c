"""Reads a course and makes it ready to be rendered, or says what is in the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.languages.language import ENGLISH
from coursepack.load.files import Folder
from coursepack.load.shared import COURSE, state
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.render.look import drawings, further, letters, papers, rooms, themes
from coursepack.render.look.design import Design, design
from coursepack.render.look.measure import measure
from coursepack.render.look.theme import Logo
from coursepack.render.words import equation, highlight
from coursepack.render.words.linear import linear
from coursepack.resolve.pack import pack
from coursepack.validate.course import course as checked
from coursepack.validate.course import labels
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.course import Course
    from coursepack.pack import Copy, Edition, Pack, PackPart
    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Theme


@dataclass(frozen=True, eq=False)
class Ready:
    """A course that can be rendered: its pack, its design, and what is to be said besides.

    `inputs` is a hash of all that it was read and will be rendered from; `printed` says where anchors of a handout
    stand that was made from the same, as far as it is known.
    """

    course: Course
    pack: Pack
    design: Design
    notices: tuple[Problem, ...]
    inputs: str
    printed: Mapping[str, int] = field(default_factory=dict)
    # The paper whose measures what is drawn was checked against, and where the course lies.
    paper: str = "a4"
    root: Path = Path()

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


@dataclass(frozen=True)
class Findings:
    """What reading a course came to: the course and its design, as far as they can be used, and what was found.

    A course that has mistakes holds what is right in it. `inputs` is as in `Ready`; `aside` is a number for the files
    that are not in it and may have been read all the same.
    """

    course: Course | None
    design: Design | None
    inputs: str
    problems: tuple[Problem, ...]
    paper: str = "a4"
    root: Path = Path()
    aside: str = ""

    def ready(self, copy: Copy | None = None) -> Ready:
        """Return the course with the pack of a copy: the students', if none is named.

        Raises:
            ContentError: there is nothing to make a pack of.
        """
        course, own = self.course, self.design
        if course is None or own is None:
            raise ContentError(self.problems or [Problem(Span("course.yaml"), "no-course", "nothing can be built")])
        made = pack(course, own.labels, own.style, copy)
        return Ready(course, made, own, self.problems, self.inputs, paper=self.paper, root=self.root)


def read(root: Path, paper: str = "a4") -> Findings:
    """Read and check a course: all that can be said of it before anything is drawn.

    What is drawn is checked against the measures of a paper, the theme's first if it has none of this name.
    """
    problems: list[Problem] = []
    inputs, left = state(root)
    folder = Folder(root, problems)
    course = checked(folder)
    words = course.labels if course else labels(folder, ENGLISH, Span(folder.place(COURSE)))
    # A theme with mistakes hides none of the others: what follows is judged with our own.
    found = design(_search(folder, course, paper, problems), words, problems, folder.roots) or design([], words, [])
    own = _branded(found, course)
    if own:
        problems.extend(letters.check(folder, course, own.theme))
        problems.extend(drawings.check(folder.pictures, own.theme))
        own = replace(own, theme=_worn(own, folder, course))
    page = _page(own, paper)
    if course and page:
        problems.extend(equation.check(course, page))
        problems.extend(highlight.check(course, page.columns))
        problems.extend(rooms.check(course, page))
        small = _page(design(_search(folder, course, papers.SMALLEST, []), words, [], folder.roots), papers.SMALLEST)
        problems.extend(rooms.smallest(course, page, small or page))
    return Findings(course, own, inputs, tuple(problems), paper, root, left)


def ready(root: Path, copy: Copy | None = None, paper: str = "a4") -> Ready:
    """Read and check a course, and make the pack of a copy: the students', if none is named.

    Raises:
        ContentError: with every problem, if there is an error among them.
    """
    found = read(root, paper)
    stop(found.problems)
    return found.ready(copy)


def _branded(own: Design | None, course: Course | None) -> Design | None:
    """Put the course's own logo in the place of the theme's."""
    if own is None or course is None or course.logo is None:
        return own
    file = course.file
    mark = Logo(file=str(course.logo), alt=file.logo_alt or file.footer or file.title)
    return replace(own, theme=own.theme.model_copy(update={"logo": mark}))


def _worn(own: Design, folder: Folder, course: Course | None) -> Theme:
    """Return the theme with the faces of further scripts that the course needs."""
    language = course.file.language if course else ENGLISH
    said = [*own.labels.values(), *(_rows(course) if course else ())]
    return further.wear(own.theme, letters.printed(folder, course, said), language)


def _rows(course: Course) -> Iterator[str]:
    """Yield the formulas of titles and headings as a deck writes them, in a row: no file has their signs."""
    for text in texts(course):
        pairs = zip((None, *text.tokens), text.tokens, strict=False)
        heads = [token for before, token in pairs if not before or before.type == "heading_open"]
        found = {one.content for head in heads for one in head.children or () if one.type == "math"}
        yield from (linear(latex) for latex in sorted(found) if not equation.mistake(latex))


def _search(folder: Folder, course: Course | None, paper: str, problems: list[Problem]) -> list[Path]:
    """Return where the course's templates are: its own, and those of the theme and of the paper that it names."""
    at = (course.theme_at if course else None) or Span(folder.place(COURSE))
    forms = papers.forms(paper, course.file if course else None)
    return themes.search(folder.roots, course.file.theme if course else "", at, problems, forms)


def _page(own: Design | None, paper: str) -> Measure | None:
    sizes = own.theme.papers if own else {}
    return measure(own.theme, sizes.get(papers.size(paper)) or next(iter(sizes.values()))) if own and sizes else None


def variant(ready: Ready, number: int) -> Ready:
    """Return the same course with the pack of a variant, counted from 0."""
    whose = replace(ready.pack.copy, variant=number)
    return replace(ready, pack=pack(ready.course, ready.design.labels, ready.design.style, whose))


def stop(problems: Sequence[Problem]) -> None:
    """Raise all problems if one of them is an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
