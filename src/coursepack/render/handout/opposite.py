"""The two sides of a matching: the lower one is spread to the height of the other, for lines are drawn between them."""

from __future__ import annotations

from typing import Any

from coursepack.render.handout.moved import move
from coursepack.render.handout.walk import find


def spread(sides: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Move what stands on the lower side down, the last of it the most; what goes on over a page's end stays."""
    found = [_items(sides, name) for name in ("match-left", "match-right")]
    if not all(found):
        return
    feet = [max(_foot(box) for box in side) for side in found]
    lower, much = (found[0], feet[1] - feet[0]) if feet[0] < feet[1] else (found[1], feet[0] - feet[1])
    for number, box in enumerate(lower):
        move(box, 0, much * number / max(len(lower) - 1, 1))


def _items(sides: Any, name: str) -> list[Any]:  # noqa: ANN401 as above
    """Return the items of a side, if they are all on this page."""
    for side in find(sides, name):
        items = [box for box in side.children if box.element is not None and box.element.tag == "li"]
        if len(items) == len(side.element):
            return items
    return []


def _foot(box: Any) -> float:  # noqa: ANN401 as above
    return float(box.border_box_y() + box.border_height())
