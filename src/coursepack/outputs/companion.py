"""What the outputs for teaching share: a companion of the handout, printed after a template of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.output import Later, Made
from coursepack.problem import ContentError, Problem, Span, did_you_mean
from coursepack.render.look import papers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coursepack import build
    from coursepack.build import Ready
    from coursepack.languages import language
    from coursepack.pack import Item, Pack, PackPart
    from coursepack.render.handout import pages
    from coursepack.render.handout.pages import Printed
    from coursepack.render.look import templates
    from coursepack.render.look.theme import Paper
else:
    build, language = Later("coursepack.build"), Later("coursepack.languages.language")
    pages, templates = Later("coursepack.render.handout.pages"), Later("coursepack.render.look.templates")

# What is said of a chart that took another form than its author asked for.
FORM = "chart-form"


def companion(  # noqa: PLR0913 what is printed, and what it says
    ready: Ready,
    unit: PackPart | None,
    paper: str,
    name: str,
    key: Pack | None = None,
    *,
    more: Mapping[str, object] | None = None,
) -> Made:
    """Print a companion of the course or of one unit, after its template: what needs answers takes them from the `key`.

    `more` are further names that its template knows.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    return made(printed(ready, unit, paper, name, key, more=more))


def printed(  # noqa: PLR0913 what is printed, and what it says
    ready: Ready,
    unit: PackPart | None,
    paper: str,
    name: str,
    key: Pack | None = None,
    *,
    more: Mapping[str, object] | None = None,
) -> Printed:
    """Print a companion as `companion` does; return its pages, and where its anchors are.

    Raises:
        ContentError: as there.
    """
    own, size = ready.design, paper_of(ready, paper)
    with templates.reporting(own.templates):
        return pages.print_companion(ready.pack, own.theme, size, own.templates, unit, name=name, key=key, more=more)


def handout(ready: Ready, unit: PackPart | None, paper: str, beside: Printed | None = None) -> Printed:
    """Print the handout of the course or of one unit; it is marked where the pages begin that it has `beside` these.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    own, size = ready.design, paper_of(ready, paper)
    with templates.reporting(own.templates):
        return pages.print_handout(ready.pack, own.theme, size, own.templates, unit, beside=beside)


def as_usual(found: Iterable[Problem], usual: Iterable[Problem]) -> list[Problem]:
    """Leave out what is said of bars that lie for an edition's letters: their author chose a form for the usual ones.

    What is said of the `usual` ones too stays.
    """
    lying = {one.span for one in usual if one.code == FORM}
    return [one for one in found if one.code != FORM or one.span in lying]


def require(ready: Ready, unit: PackPart | None, what: str, wanted: Callable[[Item], bool]) -> None:
    """See to it that there is anything to print.

    Raises:
        ContentError: no item is wanted.
    """
    parts = (unit,) if unit else ready.pack.units
    if not any(wanted(item) for part in parts for item in part.items()):
        place = (unit or ready.pack.units[0]).part.span
        advice = "Write one; AUTHORING.md says how, under “Exercises”"
        raise ContentError([Problem(place, "nothing-to-print", f"there are no {what} here", advice)])


def made(printed: Printed, beside: Mapping[str, bytes] | None = None) -> Made:
    """Return a printed document as a file.

    Raises:
        ContentError: something in it stands in the way.
    """
    build.stop(printed.problems)
    counted = language.counted
    pages, sheets = counted(printed.pages, "page", "pages"), counted(-(-printed.pages // 2), "sheet", "sheets")
    size = f"{pages}, {sheets} on both sides"
    return Made(printed.pdf, size, tuple(printed.problems), beside or {})


def paper_of(ready: Ready, name: str) -> Paper:
    """Return a paper of the theme.

    Raises:
        ContentError: there is none of this name.
    """
    sizes, wanted = ready.design.theme.papers, papers.size(name)
    if wanted in sizes:
        return sizes[wanted]
    known = papers.names(dict.fromkeys([*sizes, *map(papers.half, sizes)]))
    help_text = did_you_mean(wanted, known) or f"Use one of {', '.join(known)}"
    raise ContentError(
        [Problem(Span("templates/theme.yaml"), "unknown-paper", f"there is no paper `{wanted}`", help_text)]
    )
