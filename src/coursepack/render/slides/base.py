"""What a deck is built on: our own master, or a school's template. Both give every slide a stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pptx.presentation import Presentation
    from pptx.slide import Slide as Made
    from pptx.slide import SlideLayout

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Floor, Theme
    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.layouts import Design, Layout
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.native.page import Kit


@dataclass(frozen=True)
class Stage:
    """The layout that a slide stands on: the file's, and ours with the places and sizes that it has there.

    `floors` are the sizes in points below which nothing is set on it, by what a frame calls its own.
    """

    native: SlideLayout
    layout: Layout
    design: Design
    floors: Mapping[Floor, float]

    def kit(self, kit: Kit) -> Kit:
        """Return the deck's tools as they are used here."""
        return replace(kit, design=self.design, floors=self.floors)

    def dress(self, made: Made) -> None:
        """Set up a slide's shapes before it is filled; our own layouts need nothing more than python-pptx does."""

    def settle(self, made: Made) -> None:
        """Put a slide's shapes right after it was filled."""


@dataclass(frozen=True)
class Base:
    """An empty deck, its faces, and what is to be said of a template.

    `stages` are those that a slide may stand on, the best first, each with the slide as it is shown there. Only on
    our own master is there one for each of our layouts, so that some may have a surface in the accent (`accents`).
    """

    deck: Presentation
    theme: Theme
    faces: Faces
    stages: Callable[[Slide], Iterable[tuple[Stage, Slide]]]
    problems: Callable[[], list[Problem]]
    accents: bool = False
