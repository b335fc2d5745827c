"""A drawing for a language that is read from right to left: what stands at the left stands at the right."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from coursepack.render.charts.label import Run
from coursepack.render.geometry import Box, Point, Segment

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Drawing = TypeVar("Drawing", bound=DataclassInstance)


def mirrored(drawing: Drawing) -> Drawing:
    """Return a drawing as one sees it from behind; its words are moved, not turned."""
    return _every(drawing, drawing.width)  # type: ignore[attr-defined, no-any-return] # every drawing has one


def _turned(value: Any, width: float) -> Any:  # noqa: ANN401 whatever drawings are made of
    match value:
        case Point(x, y):
            return Point(width - x, y)
        case Segment(start, end):
            return Segment(_turned(start, width), _turned(end, width))
        case Box():
            return Box(width - value.right, value.top, width - value.left, value.bottom)
        case Run():
            moved = width - value.box.right - value.box.left
            return replace(value, xs=tuple(x + moved for x in value.xs), box=_turned(value.box, width))
        case tuple():
            return tuple(_turned(part, width) for part in value)
        case _:
            return _every(value, width) if is_dataclass(value) else value


def _every(value: Any, width: float) -> Any:  # noqa: ANN401 a dataclass
    return replace(value, **{one.name: _turned(getattr(value, one.name), width) for one in fields(value)})
