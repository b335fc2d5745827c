"""A check: all that is to be said of a course without mistakes, but for what its authors answered.

An editor reads it, the finished deck is asked for what would keep people out, and what is drawn on paper is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.judge import answers, editor, printed
from coursepack.judge.book import Book
from coursepack.outputs import slides
from coursepack.outputs.companion import paper_of
from coursepack.outputs.output import Later, Made
from coursepack.validate.exercises import untested

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.judge import deck
    from coursepack.judge import paper as drawings
    from coursepack.outputs.output import Output
    from coursepack.pack import PackPart
    from coursepack.press import laid
    from coursepack.problem import Problem
    from coursepack.render.slides import audit, markup
else:
    deck, audit = Later("coursepack.judge.deck"), Later("coursepack.render.slides.audit")
    drawings = Later("coursepack.judge.paper")
    markup, laid = Later("coursepack.render.slides.markup"), Later("coursepack.press.laid")


def make(ready: Ready, unit: PackPart | None, paper: str, *, pages: Output | None = None) -> Made:
    """Make the deck, and do not keep it; so with the output whose finished `pages` are to be looked at, if any.

    Raises:
        ContentError: what stands in its way.
    """
    made = slides.make(ready, unit, paper)
    source = markup.parse(deck.deck(ready, unit, {}).written, ready.course.file.language)
    found = [*ready.notices, *made.notices, *untested(ready.course), *editor.findings(ready.pack)]
    found += audit.audit(made.data, source, ready.design.labels["vague_links"])
    found += on_paper(ready, paper, pages) if pages else drawings.drawn(ready)
    unasked = set() if pages else set(printed.FINDINGS)
    said = [*answers.left(ready.course, found), *answers.unused(ready.course, found, unasked)]
    return Made(b"", made.size, tuple(said))


def on_paper(ready: Ready, paper: str, output: Output) -> list[Problem]:
    """Print an output of a student's copy, read its pages back, and return what is to be said of them.

    Raises:
        ContentError: what stands in its way.
    """
    made = output.make(replace(ready, pack=ready.copy("student")), None, paper)
    # The key's copy knows where all was written that stands on any page, the teacher's too.
    leading = ready.design.theme.type.leading
    book = Book(laid.read(made.data), ready.copy("key"), paper_of(ready, paper), leading)
    return [*made.notices, *printed.findings(book)]
