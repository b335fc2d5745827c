"""Pictures, charts, diagrams, maps and equations as HTML, as large as their frames allow. Points, places in inches."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from coursepack.render.charts.draw import draw
from coursepack.render.charts.lettering import FAMILY, SIZE, Lettering
from coursepack.render.charts.limits import LimitError
from coursepack.render.figures import boxes, maps
from coursepack.render.figures.crop import crop, ratio, size_of
from coursepack.render.look.further import families
from coursepack.render.slides.content import ChartFigure, DiagramFigure, MapFigure
from coursepack.render.slides.flat.lengths import inches, points
from coursepack.render.slides.flat.texts import runs
from coursepack.render.slides.measure.columns import columns
from coursepack.render.words import drawing
from coursepack.render.words import equation as equations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coursepack.render.slides.content import Equation, Panels, Picture
    from coursepack.render.slides.layouts import Frame, Rect
    from coursepack.render.slides.native.page import Kit

# Widths that charts are drawn at: the largest words win, and of equals the widest chart.
_MEASURES = (340.0, 400.0, 476.0, 520.0, 560.0, 600.0)
# The same for diagrams: one with few boxes is drawn in a narrow measure, and so larger.
_DIAGRAMS = (240.0, 300.0, *_MEASURES, 720.0)
# Where those leave words under the floor, the first of these that does not serves, or else the largest words of all.
_NARROWER = (310.0, 280.0, 260.0, 240.0, 220.0, 200.0)
_POINT = 72
_BOX = re.compile(r'viewBox="([^"]+)"')


def picture(given: Picture, frame: Frame, kit: Kit) -> Markup:
    """Return a picture in its own proportions, flush with the frame's upper left (or right) corner."""
    wide, high = size_of(kit.read(given.source))
    fit = ""
    if given.crop:
        part = crop((wide, high), ratio(given.crop), given.focus)
        x, y = part.position
        wide, high = ratio(given.crop), 1.0
        fit = f";object-fit:cover;object-position:{x * 100:.2f}% {y * 100:.2f}%"
    scale = min(frame.at[2] / wide, frame.at[3] / high)
    if frame.anchor == "ctr":
        left, top, width, height = frame.at
        frame = frame.model_copy(update={"at": (left, top + (height - high * scale) / 2, width, high * scale)})
    size = f"width:{inches(wide * scale)};height:{inches(high * scale)}"
    if not given.alt:
        # A ground is passed over by screen readers.
        ground = Markup('<div style="{};background:url(&quot;{}&quot;) no-repeat 0 0 / 100% 100%"></div>')
        return _at(frame, ground.format(size, given.source), wide * scale)
    made = Markup('<img src="{}" alt="{}" style="{}{}">').format(given.source, given.alt, size, fit)
    linked = Markup('<a href="{}">{}</a>').format(given.href, made) if given.href else made
    return _at(frame, linked, wide * scale)


def panels(given: Panels, frame: Frame, kit: Kit) -> Markup:
    """Return pictures side by side, each with its words below."""
    made = []
    for one, label, above, below in columns(given, frame):
        made.append(picture(one, above, kit))
        left, top, width, height = below.at
        style = f"left:{inches(left)};top:{inches(top)};width:{inches(width)};height:{inches(height)}"
        level = frame.levels[0]
        style += f";font-size:{points(level.size)};line-height:{points(level.leading)}"
        words = Markup("").join(runs(paragraph.runs) for paragraph in label.paragraphs)
        made.append(Markup('<div class="frame" style="{}"><p>{}</p></div>').format(style, words))
    return Markup("").join(made)


def logo(kit: Kit, at: Rect) -> Markup:
    """Return the theme's logo at its place: on paper and in a browser it says nothing that the course does not."""
    left, top, width, height = map(inches, at)
    style = f"left:{left};top:{top};width:{width};height:{height}"
    ground = Markup('<div class="frame" style="{};background:url(&quot;{}&quot;) no-repeat 0 0 / 100% 100%"></div>')
    return (
        ground.format(style, drawing.picture(kit.theme.logo.file, kit.theme.deck.body.family))
        if kit.theme.logo
        else Markup()
    )


def figure(
    given: ChartFigure | DiagramFigure | MapFigure, frame: Frame, kit: Kit, language: str, *, inline: bool
) -> Markup:
    """Return what is drawn by us, as large as its frame allows."""
    match given:
        case ChartFigure():
            return chart(given, frame, kit, inline=inline)
        case DiagramFigure():
            return diagram(given, frame, kit, inline=inline)
        case MapFigure():
            return mapped(given, frame, kit, language, inline=inline)


def chart(given: ChartFigure, frame: Frame, kit: Kit, *, inline: bool) -> Markup:
    """Return a chart as it is printed, at the measure whose words come out largest; its unit is part of it."""
    left, top, width, height = frame.at
    if frame.type == "chart":
        above = kit.design.layouts["chart"].frames["unit"].at[1]
        frame = frame.model_copy(update={"at": (left, above, width, top + height - above)})
    made = _legible(lambda width: draw(given.chart, width, kit.theme, kit.templates), _MEASURES, frame, kit)
    return _svg(made, given.alt, frame, inline=inline)


def diagram(given: DiagramFigure, frame: Frame, kit: Kit, *, inline: bool) -> Markup:
    """Return a diagram as it is printed, at the measure whose words come out largest."""
    made = _legible(lambda width: boxes.draw(given.graph, width, kit.theme, kit.templates), _DIAGRAMS, frame, kit)
    return _svg(made, given.alt, frame, inline=inline)


def _legible(draw_at: Callable[[float], str], measures: Iterable[float], frame: Frame, kit: Kit) -> str:
    """Return what is drawn at the measure whose words come out largest, or at one that brings them to the floor."""
    largest = _largest(_fitting(draw_at, measures), frame)
    floor = kit.floors["body"] / SIZE
    if _scale(largest, frame) >= floor:
        return largest
    tried = [largest]
    for narrower in _fitting(draw_at, _NARROWER):
        tried.append(narrower)
        if _scale(narrower, frame) >= floor:
            return narrower
    return _largest(tried, frame)


def _fitting(draw_at: Callable[[float], str], measures: Iterable[float]) -> Iterator[str]:
    """Yield what is drawn at each measure that has room for it."""
    for width in measures:
        with suppress(boxes.WideError, LimitError):
            yield draw_at(width)


def mapped(given: MapFigure, frame: Frame, kit: Kit, language: str, *, inline: bool) -> Markup:
    """Return a map, drawn for its frame."""
    growth = kit.floors["body"] / SIZE
    width, most = (length * _POINT / growth for length in frame.at[2:])
    drawing = maps.layout(given.map, width, most, Lettering.of(kit.theme), language)
    svg = maps.svg(drawing, growth, families(kit.theme, FAMILY), kit.theme, kit.templates)
    return _svg(svg, given.alt, frame, inline=inline)


def equation(given: Equation, frame: Frame, below: Frame | None) -> Markup:
    """Return an equation, at its layout's size or smaller; it may have the room `below`, where that is free."""
    found = equations.draw(given.latex, inline=False)
    bottom = below.at[1] + below.at[3] if below is not None else frame.at[1] + frame.at[3]
    width, height = frame.at[2] * _POINT, (bottom - frame.at[1]) * _POINT
    size = min(frame.levels[0].size, width / found.width, height / found.height)
    made = drawing.formula(given.latex, given.alt, inline=False)
    return _at(frame, Markup('<p style="font-size:{};line-height:1">{}</p>').format(points(size), made), frame.at[2])


def _largest(drawings: Iterable[str], frame: Frame) -> str:
    return max(drawings, key=lambda svg: (round(_scale(svg, frame), 2), _size(svg)[0]))


def _scale(svg: str, frame: Frame) -> float:
    wide, high = _size(svg)
    return min(frame.at[2] * _POINT / wide, frame.at[3] * _POINT / high)


def _size(svg: str) -> tuple[float, float]:
    found = _BOX.search(svg)
    _, _, wide, high = map(float, found[1].split()) if found else (0.0, 0.0, 1.0, 1.0)
    return wide, high


def _svg(svg: str, alt: str, frame: Frame, *, inline: bool) -> Markup:
    wide, high = (length * _scale(svg, frame) / _POINT for length in _size(svg))
    style = f"width:{inches(wide)};height:{inches(high)}"
    if not inline:
        made = Markup('<img src="{}" alt="{}" style="{}">').format(drawing.url(svg), alt, style)
    else:
        opened = f'<svg role="img" aria-label="{escape(alt)}" style="{style}" '
        made = Markup(re.sub(r"^.*?<svg ", lambda _: opened, svg, count=1, flags=re.DOTALL))  # noqa: S704 our own
    return _at(frame, made, wide)


def _at(frame: Frame, inside: Markup, width: float) -> Markup:
    left, top, room, height = frame.at
    start = left + room - width if frame.align == "r" else left
    style = f"left:{inches(start)};top:{inches(top)};width:{inches(room)};height:{inches(height)}"
    return Markup('<div class="frame" style="{}">{}</div>').format(style, inside)
