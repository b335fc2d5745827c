"""A check of both outputs: everything but the layout of pages, which takes most of the time.

The finished deck is asked for what would keep people out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import slides
from coursepack.outputs.made import Made
from coursepack.problem import Problem, Severity
from coursepack.render.handout.markup import handout
from coursepack.render.look.templates import reporting
from coursepack.render.slides.audit import audit
from coursepack.render.slides.markup import parse
from coursepack.render.slides.script import script
from coursepack.resolve.keys import uneven
from coursepack.validate.exercises import untested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Write the handout's markup and make the deck, and keep neither.

    Raises:
        ContentError: what stands in the way of one of them.
    """
    design = ready.design
    with reporting(design.templates):
        handout(ready.pack, design.theme, design.theme.papers[paper], design.templates, unit)
        source = parse(script(ready.pack, design.templates, unit), ready.course.file.language)
    made = slides.make(ready, unit, paper)
    found = [*_long(ready), *untested(ready.course), *uneven(ready.pack)]
    found += audit(made.data, source, design.labels["vague_links"])
    return Made(b"", made.size, (*made.notices, *found))


def _long(ready: Ready) -> Iterator[Problem]:
    """Say which units name more minutes than their lesson has."""
    for unit in ready.pack.units:
        if unit.spent > unit.front.minutes:
            message = f"questions, debates and slides name {unit.spent} minutes, the lesson has {unit.front.minutes}"
            advice = "leave one of them for homework, or shorten them"
            yield Problem(unit.part.at("minutes"), "lesson-long", message, advice, Severity.NOTE)
