"""The words under the axis along the foot, for any kind of chart that has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from coursepack.render.charts.label import block

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from coursepack.render.charts.lettering import Lettering

    Drawing = TypeVar("Drawing", bound=DataclassInstance)

_TOP = 3.0  # pt between the numbers and the words


def with_title(drawing: Drawing, words: str, lettering: Lettering) -> Drawing:
    """Add the title of the axis below a drawing, flush right."""
    width, height = drawing.width, drawing.height  # type: ignore[attr-defined] # every drawing has them
    label = block(lettering, *lettering.whole(words, width, 1))
    box = label.box(width - label.width, height + _TOP)
    runs = (*drawing.runs, *label.runs(box, "end"))  # type: ignore[attr-defined] # every drawing has them
    return replace(drawing, height=box.bottom, runs=runs)
