"""A check: all that is to be said of a course without mistakes, but for what its authors answered.

An editor reads it, and the finished deck is asked for what would keep people out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.judge import answers, editor
from coursepack.outputs import slides
from coursepack.outputs.output import Later, Made
from coursepack.validate.exercises import untested

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.judge import deck
    from coursepack.pack import PackPart
    from coursepack.render.slides import audit, markup
else:
    deck, audit = Later("coursepack.judge.deck"), Later("coursepack.render.slides.audit")
    markup = Later("coursepack.render.slides.markup")


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Make the deck, and do not keep it.

    Raises:
        ContentError: what stands in its way.
    """
    made = slides.make(ready, unit, paper)
    source = markup.parse(deck.deck(ready, unit, {}).written, ready.course.file.language)
    found = [*ready.notices, *made.notices, *untested(ready.course), *editor.findings(ready.pack)]
    found += audit.audit(made.data, source, ready.design.labels["vague_links"])
    said = [*answers.left(ready.course, found), *answers.unused(ready.course, found)]
    return Made(b"", made.size, tuple(said))
