"""The handout for readers whom small, slanted and crowded letters hold up: the theme `easy` over the course's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coursepack.outputs.companion import FORM, as_usual, handout, made
from coursepack.outputs.output import PIECES, Later, Output, companion_files
from coursepack.render.look import papers

if TYPE_CHECKING:
    from coursepack import build
    from coursepack.build import Ready
    from coursepack.judge import paper as drawings
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
else:
    build, drawings = Later("coursepack.build"), Later("coursepack.judge.paper")


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the whole pack, or one unit.

    Raises:
        ContentError: an unknown paper, a mistake in a template, or a character without a glyph.
    """
    printed = handout(ready, unit, paper)
    if any(one.code == FORM for one in printed.problems):
        usual = drawings.drawn(build.ready(ready.root, ready.pack.copy, paper))
        printed = replace(printed, problems=as_usual(printed.problems, usual))
    return made(printed)


OUTPUT = Output(
    "print the handout easy to read: larger, wider apart, nothing slanted",
    make,
    companion_files("easy"),
    rank=16,
    shared=PIECES,
    judged=True,
    paper=partial(papers.edition, "easy"),
)
