"""What a deck is built on: our own master, or a school's template. Both give every slide a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation
    from pptx.slide import Slide as Made
    from pptx.slide import SlideLayout

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design, Layout
    from coursepack.render.slides.markup import Slide
    from coursepack.render.slides.measure.faces import Faces


@dataclass(frozen=True)
class Stage:
    """The layout that a slide stands on: the file's, and ours with the places and sizes that it has there."""

    native: SlideLayout
    layout: Layout
    design: Design

    def dress(self, made: Made) -> None:
        """Set up a slide's shapes before it is filled; our own layouts need nothing more than python-pptx does."""

    def settle(self, made: Made) -> None:
        """Put a slide's shapes right after it was filled."""


@dataclass(frozen=True)
class Base:
    """An empty deck, its faces, the stage of each slide, and what is to be said of a template."""

    deck: Presentation
    theme: Theme
    faces: Faces
    stage: Callable[[Slide], Stage]
    problems: Callable[[], list[Problem]]
