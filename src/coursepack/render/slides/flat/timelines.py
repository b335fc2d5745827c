"""A timeline as HTML: its axis and stems as bars, its labels as a list in the order of time. Inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.slides.flat.lengths import inches, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.geometry import Box
    from coursepack.render.slides.layouts import TimelineLook
    from coursepack.render.slides.measure.lanes import Spot, TimelineLayout
    from coursepack.render.slides.native.page import Kit

_POINT = 72


def timeline(drawing: TimelineLayout, kit: Kit) -> Markup:
    """Return a timeline on its slide."""
    look, level = kit.design.timeline, drawing.level
    spots = sorted(drawing.spots, key=lambda spot: spot.x)
    labels = [
        _label(spot.box, Markup("<b>{}</b><br>{}").format(spot.event.head, spot.event.text), spot) for spot in spots
    ]
    labels += [_label(one.box, Markup("<i>{}</i>").format(one.era.text)) for one in drawing.remarks]
    style = f"font-size:{points(level.size)};line-height:{points(level.leading)}"
    whole = Markup('<div class="timeline" style="{}">{}<ol>{}</ol></div>')
    return whole.format(style, Markup("").join(_lines(drawing, look)), Markup("").join(labels))


def _label(box: Box, inside: Markup, spot: Spot | None = None) -> Markup:
    turned = spot is not None and spot.turned
    side = f"right:calc(13.3333rem - {inches(box.right)});text-align:right" if turned else f"left:{inches(box.left)}"
    return Markup('<li style="{};top:{}">{}</li>').format(side, inches(box.top), inside)


def _lines(drawing: TimelineLayout, look: TimelineLook) -> Iterator[Markup]:
    """Yield the axis, its decades, the stems, the eras' marks and the dots: a full one for the first lane."""
    half = look.weight / _POINT / 2
    yield _bar(look.left, look.axis - half, look.right - look.left, look.weight / _POINT)
    for x in drawing.ticks:
        yield _bar(x, look.axis - look.tick, look.stem / _POINT, look.tick * 2)
    for spot in drawing.spots:
        yield _bar(spot.x, spot.stem.top, look.stem / _POINT, spot.stem.bottom - spot.stem.top)
    for one in drawing.remarks:
        yield _bar(one.x, look.axis - look.tick * 2, look.weight / _POINT, look.tick * 4)
    for spot in drawing.spots:
        kind = "dot" if spot.event.full else "dot open"
        yield _bar(spot.x - look.dot / 2, look.axis - look.dot / 2, look.dot, look.dot, kind)


def _bar(left: float, top: float, width: float, height: float, kind: str = "bar") -> Markup:
    style = f"left:{inches(left)};top:{inches(top)};width:{inches(width)};height:{inches(height)}"
    return Markup('<div class="{}" style="{}"></div>').format(kind, style)
