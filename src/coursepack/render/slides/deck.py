"""Slide markup becomes a .pptx: parse, add the slides, fill their placeholders, write the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, did_you_mean
from coursepack.render.slides import faces, filling, layouts, package
from coursepack.render.slides.fast import Press
from coursepack.render.slides.markup import parse
from coursepack.render.slides.master import empty_deck
from coursepack.render.slides.page import Kit, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from pptx.presentation import Presentation

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.markup import Slide
    from coursepack.render.slides.package import Properties
    from coursepack.render.theme import Theme


def build(
    markup: str,
    properties: Properties,
    theme: Theme,
    templates: Environment,
    read: Callable[[str], bytes],
) -> tuple[bytes, list[Problem]]:
    """Make the deck, and say what did not fit; `read` returns the bytes of a picture that the markup names.

    A layout or placeholder that the deck does not have is an error, and then there is no file.
    """
    design = layouts.load(templates)
    slides = parse(markup, properties.language)
    problems = [problem for slide in slides for problem in _unknown(slide, design)]
    if problems:
        return b"", problems
    deck = empty_deck(design, theme, templates, properties.language)
    kit = Kit(design, theme, faces.load(theme, design.code.advance), templates, Press(deck), read)
    problems = _add(deck, slides, kit)
    package.add_sections(deck, [slide.section for slide in slides])
    package.describe(deck, properties)
    return package.save(deck, templates), problems


def _add(deck: Presentation, slides: Sequence[Slide], kit: Kit) -> list[Problem]:
    """Add all slides before any is filled, so that a link finds its target."""
    native = dict(zip(kit.design.layouts, deck.slide_layouts, strict=True))
    made = [kit.press.add_slide(native[slide.layout]) for slide in slides]
    targets = {slide.id: one.part for slide, one in zip(slides, made, strict=True) if slide.id}
    problems = []
    for number, (slide, one) in enumerate(zip(slides, made, strict=True), 1):
        problems += filling.fill(Page(slide, kit.design.layouts[slide.layout], one, kit, targets), number)
    return problems


def _unknown(slide: Slide, design: Design) -> list[Problem]:
    """Find names that `layouts.yaml` does not have: a school's own template may misspell them."""
    layout = design.layouts.get(slide.layout)
    if layout is None:
        return [_misspelt(slide, "layout", slide.layout, list(design.layouts))]
    # Every slide may say its footer; the title and the unit header show none.
    names = [name for name in slide.parts if name not in layout.frames and name != "footer"]
    return [_misspelt(slide, "placeholder", name, list(layout.frames)) for name in names]


def _misspelt(slide: Slide, kind: str, name: str, known: list[str]) -> Problem:
    where = f" on the layout `{slide.layout}`" if kind == "placeholder" else ""
    return Problem(slide.at, f"unknown-{kind}", f"there is no {kind} `{name}`{where}", did_you_mean(name, known))
