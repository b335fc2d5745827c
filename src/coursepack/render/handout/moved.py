"""Moves a finished box with all in it: pictures behind boxes have places of their own, which the engine forgets."""

from __future__ import annotations

from typing import Any


def move(box: Any, across: float, down: float) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move a box by so much (px)."""
    box.translate(across, down)
    for inner in box.descendants(placeholders=True):
        if inner.background is not None:
            layers = [_moved(layer, across, down) for layer in inner.background.layers]
            inner.background = inner.background._replace(layers=layers)


def _moved(layer: Any, across: float, down: float) -> Any:  # noqa: ANN401 WeasyPrint's layer of a background
    def shifted(area: Any) -> Any:  # noqa: ANN401 a rectangle, or a word where there is no picture
        return area if isinstance(area, str) else (area[0] + across, area[1] + down, *area[2:])

    return layer._replace(
        painting_area=shifted(layer.painting_area),
        positioning_area=shifted(layer.positioning_area),
        clipped_boxes=[shifted(area) for area in layer.clipped_boxes],
    )
