"""Slides as HTML, for paper and for browsers: every frame where the layouts have it, every text as large as there.

What is cut and set smaller for the deck is so here too, so that nothing runs over; the school's own template is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.slides import layouts
from coursepack.render.slides.content import ChartFigure, DiagramFigure, Equation, MapFigure, Panels, Picture
from coursepack.render.slides.flat import choices, drawn, tables, texts, timelines
from coursepack.render.slides.markup import parse
from coursepack.render.slides.measure import cutting, faces, pagination, pairs, rhythm
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.fit import Fit
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.tabling import Plan
from coursepack.render.slides.mistakes import mistakes
from coursepack.render.slides.native.fast import Press
from coursepack.render.slides.native.logo import place
from coursepack.render.slides.native.master import empty_deck
from coursepack.render.slides.native.page import Kit

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem
    from coursepack.render.look.design import Design as Given
    from coursepack.render.slides.content import Content, Slide
    from coursepack.render.slides.layouts import Design, Frame, Layout
    from coursepack.render.slides.markup import Script
    from coursepack.render.slides.measure.pagination import TypesetSlide


@dataclass(frozen=True)
class FlatSlide:
    """A slide: its number, its layout, what stands on it, and what is said at it; `id` may be empty."""

    number: int
    id: str
    language: str
    layout: Layout
    body: Markup
    notes: Markup


def flat(  # noqa: PLR0913 what is written, and how
    script: Script, language: str, given: Given, read: Callable[[str], bytes], *, inline: bool, surfaces: bool
) -> tuple[Design, list[FlatSlide], list[Problem]]:
    """Return the deck's slides as HTML; `inline` writes drawings into the page, where a browser finds its fonts.

    Without `surfaces` none is put on the accent: what is printed to be copied has no ink for that.
    A layout, placeholder or figure that there is not is an error, and then there are no slides.
    """
    theme, templates = given.theme, given.templates
    design, slides = layouts.load(templates, language, script.letters), parse(script, language)
    problems = mistakes(slides, design)
    if problems:
        return design, [], problems
    press = Press(empty_deck(design, theme, templates, language))
    kit = Kit(design, theme, faces.load(theme, design.code.advance), templates, press, read, theme.deck.floors, theme)

    def paginated(slide: Slide) -> tuple[list[TypesetSlide], list[Problem]]:
        return cutting.cut(slide, design.layouts[slide.layout], kit)

    whole = (slide for written in slides for slide in pagination.slides(written, design, paginated))
    cut = [one for slide in whole for one in paginated(slide)[0]]
    aligned = pairs.aligned(cut)
    shown = rhythm.accented(aligned, design, paginated) if surfaces else aligned
    made = [_flat_slide(number, typeset, kit, inline=inline) for number, typeset in enumerate(shown, 1)]
    return design, made, []


def _flat_slide(number: int, typeset: TypesetSlide, kit: Kit, *, inline: bool) -> FlatSlide:
    slide = typeset.slide
    layout = typeset.on(kit.design.layouts[slide.layout])
    pieces = [_frame(name, frame, typeset, kit, inline=inline) for name, frame in layout.frames.items()]
    if "page" in layout.frames:
        pieces.append(texts.placed(layout.frames["page"], Markup("<p>{}</p>").format(number), "page"))
    pieces += [drawn.logo(kit, at)] if (at := place(kit.design, layout, kit.theme)) else []
    return FlatSlide(number, slide.id, slide.language, layout, Markup("\n").join(pieces), texts.prose(slide.notes))


def _frame(name: str, frame: Frame, typeset: TypesetSlide, kit: Kit, *, inline: bool) -> Markup:
    """Return what stands in a frame, in its place."""
    match typeset.settings.get(name):
        case Fit() as found:
            # A chart on paper has its unit itself.
            parts = typeset.slide.parts
            figure = name.replace("unit", "figure")
            double = name.startswith("unit") and ("chart" in parts or isinstance(parts.get(figure), ChartFigure))
            return Markup() if double else texts.text(name, typeset.slide, frame, found, kit)
        case ChoicesFit() as boxes:
            return choices.choices(boxes, typeset.slide, name, kit)
        case Plan() as plan:
            return tables.table(plan, frame, kit)
        case TimelineLayout() as lanes:
            return timelines.timeline(lanes, kit)
    return _drawing(typeset.slide.parts.get(name), frame, typeset, kit, inline=inline)


def _drawing(content: Content | None, frame: Frame, typeset: TypesetSlide, kit: Kit, *, inline: bool) -> Markup:
    match content:
        case Picture():
            return drawn.picture(content, frame, kit)
        case Panels():
            return drawn.panels(content, frame, kit)
        case ChartFigure() | DiagramFigure() | MapFigure():
            return drawn.figure(content, frame, kit, typeset.slide.language, inline=inline)
        case Equation():
            below = kit.design.layouts[typeset.slide.layout].frames.get("body")
            return drawn.equation(content, frame, None if "body" in typeset.slide.parts else below)
    return Markup()
