"""Surfaces in the accent: a deck is not white from end to end, and no two slides running have one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.pagination import Paginated, TypesetSlide


def accented(cut: Sequence[TypesetSlide], design: Design, paginated: Paginated) -> list[TypesetSlide]:
    """Return the deck's slides, those whose layout names one with an accent on that, where it holds them as well.

    A slide stays as it is beside one that has a surface, beside another part of what its author wrote as one, and
    where its words have colours of their own: these would be lost on the accent.
    """
    found = list(cut)
    for number, one in enumerate(cut):
        name = design.layouts[one.slide.layout].accent
        beside = (*found[max(number - 1, 0) : number], *cut[number + 1 : number + 2])
        if name and _is_free(one, beside, design):
            made, said = paginated(replace(one.slide, layout=name))
            if len(made) == 1 and not said:
                found[number] = made[0]
    return found


def _is_free(one: TypesetSlide, beside: Sequence[TypesetSlide], design: Design) -> bool:
    parted = any(other.slide.at == one.slide.at for other in beside)
    loud = any(design.layouts[other.slide.layout].has_surface for other in beside)
    return not (parted or loud or any(map(_is_coloured, one.slide.parts.values())))


def _is_coloured(content: Content) -> bool:
    runs = [run for paragraph in content.paragraphs for run in paragraph.runs] if isinstance(content, Text) else []
    return any(run.colour or run.href or run.latex or run.code for run in runs)
