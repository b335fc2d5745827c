"""What is needed while a slide is filled: the deck's tools, and the slide with its layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.parts.slide import SlidePart
    from pptx.slide import Slide as Made

    from coursepack.render.look.theme import Floor, Theme
    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.layouts import Design, Layout
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.setting import Setting
    from coursepack.render.slides.native.fast import Press


@dataclass(frozen=True)
class Kit:
    """What all slides of a deck share. `read` returns the bytes of a picture of the course.

    `own` is the course's theme, also where a template's faces are in its place: drawings were made for its face.
    `floors` are sizes in points below which nothing is set, by what a frame calls its own.
    """

    design: Design
    theme: Theme
    faces: Faces
    templates: Environment
    press: Press
    read: Callable[[str], bytes]
    floors: Mapping[Floor, float]
    own: Theme


@dataclass(frozen=True)
class Page:
    """A slide in the making; `targets` are the slides by id, for links inside the deck.

    `settings` say how its texts, tables and timelines are set, by the names of their frames.
    """

    slide: Slide
    layout: Layout
    made: Made
    kit: Kit
    targets: Mapping[str, SlidePart]
    settings: Mapping[str, Setting]

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
