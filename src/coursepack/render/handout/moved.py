"""Moves a finished box with all in it: pictures behind boxes have places of their own, which the engine forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def move(box: Any, across: float, down: float) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move a box by so much (px)."""
    box.translate(across, down)
    for inner in box.descendants(placeholders=True):
        _placed(inner, lambda area: (area[0] + across, area[1] + down, *area[2:]))


def grow(box: Any, down: float) -> None:  # noqa: ANN401 as above
    """Make a box so much higher (px): what is in it stays where it is."""
    box.height += down
    _placed(box, lambda area: (*area[:3], area[3] + down, *area[4:]))


def _placed(box: Any, place: Callable[[Any], Any]) -> None:  # noqa: ANN401 as above
    """Give what is behind a box another place."""
    if box.background is not None:
        layers = [_changed(layer, place) for layer in box.background.layers]
        box.background = box.background._replace(layers=layers)


def _changed(layer: Any, place: Callable[[Any], Any]) -> Any:  # noqa: ANN401 WeasyPrint's layer of a background
    def changed(area: Any) -> Any:  # noqa: ANN401 a rectangle, or a word where there is no picture
        return area if isinstance(area, str) else place(area)

    return layer._replace(
        painting_area=changed(layer.painting_area),
        positioning_area=changed(layer.positioning_area),
        clipped_boxes=[changed(area) for area in layer.clipped_boxes],
    )
