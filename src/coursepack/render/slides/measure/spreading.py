"""Where the figures go that stood among a slide's paragraphs: beside its text, or on slides of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Equation, Panels, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coursepack.render.slides.content import Content, Slide
    from coursepack.render.slides.layouts import Design

# The layouts of a figure and of an equation that has a slide to itself, and of points that have one.
_ALONE, _FORMULA, _POINTS = "figure", "equation", "content"
# What every slide has; a source is that of the first figure.
_AROUND, _SOURCE = ("title", "footer"), "source"
_SOURCED = (*_AROUND, _SOURCE)


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
    shown = replace(_alone(bare, first, _SOURCED), id=slide.id)
    rest = {name: part for name, part in bare.parts.items() if name != _SOURCE}
    return [shown, replace(bare, id="", parts=rest), *after]


def apart(slide: Slide) -> Slide:
    """Return a slide whose equation is a figure of its points."""
    points = {name: part for name, part in slide.parts.items() if not isinstance(part, Equation)}
    equations = tuple(part for part in slide.parts.values() if isinstance(part, Equation))
    return replace(slide, layout=_POINTS, parts=points, figures=equations)


def _has_text(slide: Slide) -> bool:
    return any(name.startswith("body") and content != Text(()) for name, content in slide.parts.items())


def _kept(slide: Slide, design: Design, layout: str) -> dict[str, Content]:
    frames = design.layouts[layout].frames
    return {name: content for name, content in slide.parts.items() if name in frames}


def _with(slide: Slide, figure: Content) -> Slide:
    return replace(slide, parts={**slide.parts, _frame(figure): figure})


def _frame(figure: Content) -> str:
    """Return the name of the frame that takes a figure."""
    match figure:
        case Text():
            return "code"
        case Equation():
            return "equation"
    return "figure"


def _alone(slide: Slide, figure: Content, around: Sequence[str] = _AROUND) -> Slide:
    parts = {name: slide.parts[name] for name in around if name in slide.parts}
    layout = _FORMULA if isinstance(figure, Equation) else _ALONE
    return _with(replace(slide, layout=layout, parts=parts, notes=(), id="", build=False), figure)
