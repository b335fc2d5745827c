"""Where the figures go that stood among a slide's paragraphs: beside its text, or on slides of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.slides.markup import Panels, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.markup import Content, Slide

# The layout of a figure that has a slide to itself.
_ALONE = "figure"


def spread(slide: Slide, design: Design, fits: Callable[[Slide], bool]) -> list[Slide]:
    """Return the slides of one with its figures: the first beside the text, or before it if `fits` says that it can't.

    Others come after it, under the same title.
    """
    first, *others = slide.figures
    bare = replace(slide, figures=())
    after = [_alone(bare, one) for one in others]
    own = design.layouts[slide.layout]
    if not _has_text(bare) and own.beside:
        return [replace(_alone(bare, first), notes=slide.notes, id=slide.id), *after]
    name = own.below if isinstance(first, Panels) and own.below else own.beside
    if name:
        beside = _with(replace(bare, layout=name, parts=_kept(bare, design, name)), first)
        if fits(beside):
            return [beside, *after]
    return [replace(_alone(bare, first), id=slide.id), replace(bare, id=""), *after]


def _has_text(slide: Slide) -> bool:
    return any(name.startswith("body") and content != Text(()) for name, content in slide.parts.items())


def _kept(slide: Slide, design: Design, layout: str) -> dict[str, Content]:
    frames = design.layouts[layout].frames
    return {name: content for name, content in slide.parts.items() if name in frames}


def _with(slide: Slide, figure: Content) -> Slide:
    name = "code" if isinstance(figure, Text) else "figure"
    return replace(slide, parts={**slide.parts, name: figure})


def _alone(slide: Slide, figure: Content) -> Slide:
    parts = {name: slide.parts[name] for name in ("title", "footer") if name in slide.parts}
    return _with(replace(slide, layout=_ALONE, parts=parts, notes=(), id="", build=False), figure)
