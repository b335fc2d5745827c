"""The handout in large print: set anew, with the numbers of the usual pages in its margin for the whole class."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coursepack.outputs.companion import as_usual, handout, made
from coursepack.outputs.output import PIECES, Later, Output, companion_files
from coursepack.render.look import papers

if TYPE_CHECKING:
    from coursepack import build
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
else:
    build = Later("coursepack.build")


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the whole pack, or one unit, in large print beside the pages that it has on a paper otherwise.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    usual = build.ready(ready.root, ready.pack.copy, paper)
    beside = handout(usual, usual.unit(unit.part.stem) if unit else None, paper)
    large = handout(ready, unit, paper, beside)
    return made(replace(large, problems=as_usual(large.problems, beside.problems)))


OUTPUT = Output(
    "print the handout in large print, the usual pages' numbers beside it",
    make,
    companion_files("large-print"),
    rank=14,
    shared=PIECES,
    judged=True,
    paper=partial(papers.edition, "large"),
)
