"""Slide markup becomes a .pptx: parse, add the slides, fill their placeholders, write the file."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from coursepack.render.slides import layouts
from coursepack.render.slides.base import Base, Stage
from coursepack.render.slides.markup import parse
from coursepack.render.slides.measure import cutting, faces, findings, pagination, pairs, rhythm
from coursepack.render.slides.mistakes import mistakes
from coursepack.render.slides.native import filling, package
from coursepack.render.slides.native.fast import Press
from coursepack.render.slides.native.master import empty_deck
from coursepack.render.slides.native.page import Kit, Page
from coursepack.render.slides.school import borrow
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment

    from coursepack.course import Template
    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.markup import Script
    from coursepack.render.slides.measure.pagination import TypesetSlide
    from coursepack.render.slides.native.package import Properties


def build(  # noqa: PLR0913 (each is a thing of its own)
    script: Script,
    properties: Properties,
    theme: Theme,
    templates: Environment,
    read: Callable[[str], bytes],
    *,
    template: Template | None = None,
) -> tuple[Callable[[], bytes], list[Problem]]:
    """Make the deck; return what writes its file, and what did not fit. Who only judges it has no file written.

    `read` returns the bytes of a picture that the markup names. A layout, placeholder or figure that there is not is an
    error, and then the file is empty; so it is on a school's template that can't serve.
    """
    design = layouts.load(templates, properties.language, script.letters)
    slides = parse(script, properties.language)
    problems = mistakes(slides, design)
    if problems:
        return bytes, problems
    base, problems = _base(design, theme, templates, properties.language, template)
    if base is None:
        return bytes, problems
    kit = Kit(design, base.theme, base.faces, templates, Press(base.deck), read, base.theme.deck.floors, theme)
    cut, problems = _cut(slides, base, kit)
    problems += _add(cut, kit)
    package.add_sections(base.deck, [typeset.slide.section for _, typeset in cut])
    package.describe(base.deck, properties)
    return partial(package.save, base.deck, templates), [*base.problems(), *problems]


def _base(
    design: Design, theme: Theme, templates: Environment, language: str, template: Template | None
) -> tuple[Base | None, list[Problem]]:
    """Make the empty deck: of our own master, or of the school's template."""
    if template is not None:
        return borrow(template, design, theme, templates, language)
    deck = empty_deck(design, theme, templates, language)
    numbers = {name: number for number, name in enumerate(design.layouts)}

    @cache
    def stage(name: str) -> Stage:
        return Stage(deck.slide_layouts[numbers[name]], design.layouts[name], design, theme.deck.floors)

    measured = faces.load(theme, design.code.advance)
    return Base(deck, theme, measured, lambda slide: ((stage(slide.layout), slide),), list, accents=True), []


def _cut(slides: Sequence[Slide], base: Base, kit: Kit) -> tuple[list[tuple[Stage, TypesetSlide]], list[Problem]]:
    """Fit and split what the author wrote: one of their slides may take several."""
    found, problems = [], []

    def paginated(slide: Slide) -> tuple[list[TypesetSlide], list[Problem]]:
        return _stand(slide, base, kit)[1:]

    for written in slides:
        with working_on(written.at):
            for slide in pagination.slides(written, kit.design, paginated):
                stage, cut, said = _stand(slide, base, kit)
                found += [(stage, typeset) for typeset in cut]
                problems += said
    together = pairs.aligned([typeset for _, typeset in found])
    if base.accents:
        accented = rhythm.accented(together, kit.design, paginated)
        return [(next(iter(base.stages(typeset.slide)))[0], typeset) for typeset in accented], problems
    return [(stage, typeset) for (stage, _), typeset in zip(found, together, strict=True)], problems


def _stand(slide: Slide, base: Base, kit: Kit) -> tuple[Stage, list[TypesetSlide], list[Problem]]:
    """Set a slide on the first of its stages that holds it; what is on none is said of the last."""
    for stage, shown in base.stages(slide):
        cut, said = pagination.paginate(shown, stage.layout, stage.kit(kit))
        if not any(problem.code in findings.OVER for problem in said):
            break
    if slide.made or slide.spare:
        cut, said = cutting.cut(shown, stage.layout, stage.kit(kit))
    return stage, cut, said


def _add(cut: Sequence[tuple[Stage, TypesetSlide]], kit: Kit) -> list[Problem]:
    """Add all slides before any is filled, so that a link finds its target."""
    made = [kit.press.add_slide(stage.native) for stage, _ in cut]
    targets = {typeset.slide.id: one.part for (_, typeset), one in zip(cut, made, strict=True) if typeset.slide.id}
    problems = []
    for number, ((stage, typeset), one) in enumerate(zip(cut, made, strict=True), 1):
        stage.dress(one)
        page = Page(typeset.slide, typeset.on(stage.layout), one, stage.kit(kit), targets, typeset.settings)
        with working_on(typeset.slide.at):
            problems += cutting.spared(typeset.slide, filling.fill(page, number))
        stage.settle(one)
    return problems
