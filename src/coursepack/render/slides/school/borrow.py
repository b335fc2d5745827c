"""A school's template becomes the base of a deck: opened, surveyed, matched, and a stage made for every slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.render.slides.base import Base
from coursepack.render.slides.measure import faces
from coursepack.render.slides.school import outward, paint, recipe
from coursepack.render.slides.school.lender import Lender
from coursepack.render.slides.school.match import kind, named
from coursepack.render.slides.school.opening import UNREAD, Fault, TemplateError, open_empty
from coursepack.render.slides.school.survey import survey
from coursepack.render.slides.school.twins import families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.course import Template
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native


def borrow(
    template: Template, design: Design, theme: Theme, templates: Environment, language: str
) -> tuple[Base | None, list[Problem]]:
    """Build on a school's template; no base where that can't serve, and then an error that says why."""
    try:
        deck = open_empty(template.data, design, templates, language)
        masters = _surveyed(deck)
    except TemplateError as error:
        return None, [Problem(template.at, "template-unfit", str(error), error.advice)]
    outside = outward.cut(deck)
    book = recipe.load(templates)
    serving = _serving(masters, book)
    if serving is None:
        message = "no layout of the template has a title, nor has its master"
        return None, [Problem(template.at, "template-unfit", message, "Give a layout a title in the master's view")]
    # Those with a surface in the accent stand on our own master alone.
    accents = {layout.accent for layout in design.layouts.values()}
    chosen, problems = named(template, [name for name in design.layouts if name not in accents], masters)
    if problems:
        return None, problems
    found = families(deck.slide_masters[serving], theme, templates)
    measured = faces.load(found.theme, design.code.advance)
    lender = Lender(template, design, theme, templates, language, book, masters[serving], chosen, found, measured)
    if outside:
        lender.said["outside"] = _unlinked(template, outside)
    return Base(deck, found.theme, measured, lender.stages, lender.problems), []


def _surveyed(deck: Deck) -> list[list[Native]]:
    """Read the layouts of a template.

    Raises:
        TemplateError: they lack what a layout must have.
    """
    try:
        return survey(deck)
    except UNREAD as error:
        raise TemplateError(Fault.UNREADABLE) from error


def _unlinked(template: Template, outside: Sequence[str]) -> Problem:
    message = f"the deck has not what the template only links to: {', '.join(outside)[:200]}"
    return Problem(template.at, "template-links", message, "Put it into the template, if it is wanted", Severity.NOTE)


def _serving(masters: Sequence[Sequence[Native]], book: Book) -> int | None:
    """Return the first master with a title whose plain text can be read as it is; or the first with a title."""
    titled = [number for number, natives in enumerate(masters) if any(one.title for one in natives)]
    plain = (n for n in titled if all(paint.is_plain(one) for one in masters[n] if kind(one, book) == "content"))
    return next(plain, next(iter(titled), None))
