"""The handout as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import stop
from coursepack.outputs import pages
from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.problem import ContentError, Problem, Span, did_you_mean
from coursepack.render.handout.pages import print_handout
from coursepack.render.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.render.theme import Paper


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the whole pack, or one unit, on a paper of the theme; beside it goes where its anchors stand.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    sheet = paper_of(ready, paper)
    with reporting(ready.design.templates):
        printed = print_handout(ready.pack, ready.design.theme, sheet, ready.design.templates, unit)
    stop(printed.problems)
    size = f"{printed.pages} pages, {-(-printed.pages // 2)} sheets on both sides"
    beside = {pages.SUFFIX: pages.written(printed.anchors, ready.inputs)}
    return Made(printed.pdf, size, tuple(printed.problems), beside)


def paper_of(ready: Ready, name: str) -> Paper:
    """Find a paper of the theme.

    Raises:
        ContentError: there is none of this name.
    """
    papers = ready.design.theme.papers
    if name in papers:
        return papers[name]
    help_text = did_you_mean(name, papers) or f"Use one of {', '.join(papers)}"
    raise ContentError(
        [Problem(Span("templates/theme.yaml"), "unknown-paper", f"there is no paper `{name}`", help_text)]
    )
