"""Columns of a slide as wide as their author says, each with a text, a figure, or one above the other. Inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.geometry import Box, bounding_box
from coursepack.render.slides.content import Text
from coursepack.render.slides.measure.fit import ruler_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.render.slides.content import Content, Slide
    from coursepack.render.slides.layouts import Frame, Layout
    from coursepack.render.slides.native.page import Kit

_SIDES = ("left", "right")
_SHOWN = ("figure", "code", "equation")
# Between two columns; between a text and its figure; below heads; the line that says a chart's unit.
_GUTTER, _GAP, _BELOW, _UNIT = 0.7, 0.2, 0.16, 0.36
# The most of its column that a text takes beside a figure: what is more goes on.
_TEXT = 0.55
_POINT = 72
# What a column is at least.
_LEAST = 0.1


def placed(slide: Slide, parts: Mapping[str, Content], layout: Layout, kit: Kit) -> dict[str, Frame]:
    """Return the frames of a slide's columns where they stand; none where its author names no widths."""
    frames = {name: frame for name, frame in layout.frames.items() if name.endswith(_SIDES)}
    if not (slide.columns and frames):
        return {}
    room = bounding_box([frame.box for frame in frames.values()])
    leftward = is_turned(kit.design.layouts[slide.layout])
    found: dict[str, Frame] = {}
    for side, share in zip(_SIDES, slide.columns, strict=False):
        column = _column(room, share, leftward=leftward)
        own = {name: frame for name, frame in frames.items() if name.endswith(side)}
        found |= dict(_stacked(column, own, parts, kit, headed=_heads(frames, parts)))
    return found


def is_turned(layout: Layout) -> bool:
    """Tell whether the first column stands at the right."""
    left, right = (layout.frames[f"body-{side}"] for side in _SIDES)
    return left.at[0] > right.at[0]


def _column(room: Box, share: tuple[float, float], *, leftward: bool) -> Box:
    """Return the room of a column; between two, each leaves half of the gap."""
    start, end = share[0] / 100, min(sum(share) / 100, 1.0)
    left = room.left + start * room.width + (_GUTTER / 2 if start > 0 else 0.0)
    right = room.left + end * room.width - (_GUTTER / 2 if end < 1 else 0.0)
    # One that is narrower than the gap is still somewhere.
    left = min(left, room.right - _LEAST)
    right = max(right, left + _LEAST)
    if leftward:
        left, right = room.left + room.right - right, room.left + room.right - left
    return Box(left, room.top, right, room.bottom)


def _heads(frames: Mapping[str, Frame], parts: Mapping[str, Content]) -> float:
    """Return how high the heads above the columns are; nothing where there are none."""
    heads = [frame.at[3] for name, frame in frames.items() if name.startswith("head-") and name in parts]
    return max(heads, default=-_BELOW) + _BELOW


def _stacked(
    column: Box, frames: Mapping[str, Frame], parts: Mapping[str, Content], kit: Kit, *, headed: float
) -> Iterator[tuple[str, Frame]]:
    """Yield what stands in a column: its head, then its text and its figure in the order of the markup."""
    order = [name for name in parts if name in frames and parts[name] != Text(())]
    text = next((name for name in order if name.startswith("body-")), None)
    shown = next((name for name in order if name.startswith(_SHOWN)), None)
    for name in order:
        if name.startswith("head-"):
            yield name, _at(frames[name], column, column.top, headed - _BELOW)
    top, height = column.top + headed, column.bottom - column.top - headed
    if text is None or shown is None:
        rooms = {name: (top, height) for name in (text, shown) if name}
    else:
        said = min(_needed(parts[text], _at(frames[text], column, top, height), kit), height * _TEXT)
        rest = height - said - _GAP
        first = order.index(text) < order.index(shown)
        rooms = {
            text: (top if first else top + rest + _GAP, said),
            shown: (top + said + _GAP if first else top, rest),
        }
    for name, (start, high) in rooms.items():
        unit = f"unit-{name.partition('-')[2]}"
        line = _UNIT if name == shown and unit in order else 0.0
        if line:
            yield unit, _at(frames[unit], column, start, line)
        yield name, _at(frames[name], column, start + line, high - line)


def _needed(content: Content, frame: Frame, kit: Kit) -> float:
    paragraphs = content.paragraphs if isinstance(content, Text) else ()
    return ruler_of(frame, kit.faces).measure(paragraphs, frame.levels).height / _POINT


def _at(frame: Frame, column: Box, top: float, height: float) -> Frame:
    return frame.model_copy(update={"at": (column.left, top, column.right - column.left, height)})
