"""What a slide on a template's layout is composed from: python-pptx's own template, at 13.33 by 7.5 inches."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schools
from pptx import Presentation

from coursepack.render.slides.school import recipe
from coursepack.render.slides.school.placeholders import Task
from coursepack.render.slides.school.survey import survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.school.survey import Native


@pytest.fixture(scope="session")
def natives() -> dict[str, Native]:
    return {one.name: one for one in survey(Presentation(BytesIO(schools.wide())))[0]}


@pytest.fixture
def task(natives: dict[str, Native], design: Design, theme: Theme, templates: Environment) -> Callable[..., Task]:
    """Return a function that names what is to be composed: our layout, the template's, and what the slide has."""
    book = recipe.load(templates)

    def make(ours: str, theirs: str, *present: str) -> Task:
        layout, floors = design.layouts[ours], theme.deck.floors
        return Task(layout, book.layouts[ours], natives[theirs], design, book, floors, frozenset({"title", *present}))

    return make
