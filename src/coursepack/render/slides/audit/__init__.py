"""The accessibility checker's rules, asked of the finished file: what PowerPoint would find, found before it.

A finding is said at the place of the author's slide. Nothing is taken from how the deck was made but the order of its
source: all else is read from the bytes.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lxml.etree import XMLSyntaxError
from pptx import Presentation

from coursepack.problem import Problem, Severity, Span
from coursepack.render.slides.audit import outline, shapes, words
from coursepack.render.slides.audit.view import views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.presentation import Presentation as Deck

    from coursepack.render.slides.audit.view import Finding, View
    from coursepack.render.slides.content import Slide


def audit(deck: bytes, source: Sequence[Slide], vague: Sequence[str]) -> list[Problem]:
    """Return what a finished deck has that keeps people out.

    Args:
        deck: the bytes of a .pptx.
        source: the slides that it was made from, for their places and the order of their parts; may be empty.
        vague: words that say nothing of where a link leads ("here").

    Raises:
        MemoryError: the deck is larger than the run may hold.
    """
    file = _opened(deck)
    seen = list(views(file, [" ".join(_title(slide).split()) for slide in source]))
    found: list[tuple[View | None, Finding]] = [(None, finding) for finding in outline.sections(file)]
    found += outline.titles(seen)
    for view in seen:
        of = source[view.source] if source else None
        rules = [*shapes.check(view), *words.check(view, vague), *(outline.order(view, of) if of else ())]
        found += [(view, finding) for finding in rules]
    return [_problem(view, finding, source) for view, finding in found]


def _opened(deck: bytes) -> Deck:
    try:
        return Presentation(BytesIO(deck))
    except XMLSyntaxError as error:  # of what was just written: libxml2 says so if there is no memory
        raise MemoryError from error


def _title(slide: Slide) -> str:
    title = slide.parts.get("title")
    return "".join(paragraph.text for paragraph in title.paragraphs) if title else ""  # type: ignore[union-attr] # a title holds text


def _problem(view: View | None, finding: Finding, source: Sequence[Slide]) -> Problem:
    at = source[view.source if view else 0].at if source else Span("slides.pptx")
    where = f"slide {view.number}: " if view else ""
    return Problem(at, f"access-{finding.rule}", f"{where}{finding.message}", finding.advice, Severity.WARNING)
