"""Maps on a slide: drawn for their frame, with words as large as the smallest of a slide's body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts.lettering import SIZE, Lettering
from coursepack.render.figures import maps
from coursepack.render.slides.content import Picture
from coursepack.render.slides.native import picture

if TYPE_CHECKING:
    from pptx.shapes.placeholder import PicturePlaceholder

    from coursepack.problem import Problem
    from coursepack.render.slides.content import MapFigure
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.native.loose import Loose
    from coursepack.render.slides.native.page import Page

_POINT = 72


def fill(placeholder: PicturePlaceholder | Loose, figure: MapFigure, frame: Frame, page: Page) -> list[Problem]:
    """Put a map into its placeholder as a drawing; return what is said of it."""
    body, growth = page.kit.theme.deck.body, page.kit.floors["body"] / SIZE
    width, most = (length * _POINT / growth for length in frame.at[2:])
    lettering = Lettering((body.twin["regular"],), (body.twin["bold"],))
    drawing = maps.layout(figure.map, width, most, lettering, page.slide.language)
    drawn = maps.svg(drawing, growth, body.family, page.kit.theme, page.kit.templates)
    said = picture.put(placeholder, drawn.encode(), Picture("", figure.alt), frame, page, theme=page.kit.theme)
    return [*said, *maps.missing(drawing, "on the slide", page.slide.at)]
