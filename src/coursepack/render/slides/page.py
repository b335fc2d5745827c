"""What is needed while a slide is filled: the deck's tools, and the slide with its layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.parts.slide import SlidePart
    from pptx.slide import Slide as Made

    from coursepack.render.slides.faces import Faces
    from coursepack.render.slides.fast import Press
    from coursepack.render.slides.fit import Measured
    from coursepack.render.slides.layouts import Design, Frame, Layout
    from coursepack.render.slides.markup import Slide
    from coursepack.render.theme import Theme


@dataclass(frozen=True)
class Kit:
    """What all slides of a deck share. `read` returns the bytes of a picture of the course."""

    design: Design
    theme: Theme
    faces: Faces
    templates: Environment
    press: Press
    read: Callable[[str], bytes]


@dataclass(frozen=True)
class Page:
    """A slide in the making; `targets` are the slides by id, for links inside the deck."""

    slide: Slide
    layout: Layout
    made: Made
    kit: Kit
    targets: Mapping[str, SlidePart]

    @property
    def tree(self) -> _Element:
        """The slide's shapes."""
        tree: _Element = self.made.shapes._spTree  # noqa: SLF001 (python-pptx has no public name for it)
        return tree

    def link(self, href: str) -> dict[str, str]:
        """Relate the slide to a target; return the attributes of the link: none where the deck lacks the target."""
        if not href.startswith("#"):
            return {"id": self.made.part.relate_to(href, RT.HYPERLINK, is_external=True)}
        target = self.targets.get(href[1:])
        if target is None:
            return {}
        return {"id": self.made.part.relate_to(target, RT.SLIDE), "action": "ppaction://hlinksldjump"}

    def floor(self, frame: Frame) -> float:
        """Return the size in points that the frame's text is never set below."""
        return self.kit.theme.deck.floors[frame.floor]


def findings(page: Page, name: str, measured: Measured, *, fits: bool, sizes: tuple[float, float]) -> list[Problem]:
    """Say what the fit of a placeholder came to; `sizes` are those of the layout and of the slide, in points."""
    found = [_no_glyph(page, measured.missing)] if measured.missing else []
    if not fits:
        found.append(_overflow(page, name, measured.wide, sizes[1]))
    elif sizes[1] < sizes[0]:
        message = f"the {name} of this slide is set at {sizes[1]:g} pt instead of {sizes[0]:g} pt"
        found.append(Problem(page.slide.at, "slide-shrunk", message, "shorten it a little", Severity.NOTE))
    return found


def _overflow(page: Page, name: str, wide: str, size: float) -> Problem:
    if wide:
        message = f"“{wide.strip()}” is wider than the {name} of this slide, even at {size:g} pt"
        return Problem(page.slide.at, "slide-overflow", message, "use a shorter word, or hyphenate", Severity.WARNING)
    message = f"the {name} of this slide does not fit, even at {size:g} pt"
    return Problem(page.slide.at, "slide-overflow", message, "shorten it, or make two slides of it", Severity.WARNING)


def _no_glyph(page: Page, missing: str) -> Problem:
    listed = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in missing)
    advice = "write it with other characters, or name a face in theme.yaml that has them"
    return Problem(page.slide.at, "no-glyph", f"the deck's face has no {listed}", advice)
