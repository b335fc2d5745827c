"""Mistakes of a course's own views: no slides, or names of layouts, placeholders and figures that there are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Span, did_you_mean
from coursepack.render.slides.content import NoFigure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.layouts import Design


def mistakes(slides: Sequence[Slide], design: Design) -> list[Problem]:
    """Find what keeps slides from being made, each at the slide that has it."""
    if not slides:
        at, advice = Span("templates/deck.html.j2"), "Write a `section` for each slide"
        return [Problem(at, "template", "the template makes no slides", advice)]
    every = (one for slide in slides for one in (slide, *slide.otherwise))
    return [problem for slide in every for problem in _unknown(slide, design)]


def _unknown(slide: Slide, design: Design) -> Iterator[Problem]:
    """Find names that are misspelt, or not there."""
    for content in slide.parts.values():
        if isinstance(content, NoFigure):
            yield _misspelt(slide, "figure", content.key, content.known, "chart, diagram or map")
    layout = design.layouts.get(slide.layout)
    if layout is None:
        yield _misspelt(slide, "layout", slide.layout, tuple(design.layouts), "layout")
        return
    # Every slide may say its footer; the title and the unit header show none.
    for name in (name for name in slide.parts if name not in layout.frames and name != "footer"):
        yield _misspelt(slide, "placeholder", name, tuple(layout.frames), "placeholder")


def _misspelt(slide: Slide, kind: str, name: str, known: tuple[str, ...], words: str) -> Problem:
    where = f" on the layout `{slide.layout}`" if kind == "placeholder" else ""
    advice = did_you_mean(name, known) or (f"Use one of {', '.join(known)}" if known else "Take it out")
    return Problem(slide.at, f"unknown-{kind}", f"there is no {words} `{name}`{where}", advice)
