"""After layout: what pages leave free is ruled for notes, at a unit's end and, on worksheets, inside a unit.

A source has one such block, at the end of a unit. A page of a worksheet on which what follows has no room gets another.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coursepack.render.handout.gaps import classes, flow, is_seen
from coursepack.render.handout.walk import MM, find, foot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
# The least depth that is worth ruling for notes, in px (50 mm).
WORTH_RULING = 50 * MM
# Inside a unit a page is ruled of which more is white than such a share: `check` calls a little more a gap.
_MUCH = 0.4


def spread(pages: Sequence[Any]) -> None:
    """Give white pages inside a worksheet a block like that on its last one."""
    for sheet, room in _rooms(pages):
        _spread(room, sheet, pages)


def is_spread(pages: Sequence[Any]) -> bool:
    """Tell whether white pages are ruled for notes."""
    return any(_rooms(pages))


def _rooms(pages: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield worksheets that end with such a block, and that."""
    for sheet in [sheet for page in pages[-1:] for sheet in find(page, "worksheet")]:
        yield from ((sheet, room) for room in find(sheet, "rest-room"))


def rule(page: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Repeat the line of each block on a page down to its foot, or leave the block out where little room is left."""
    for rest in find(page, "rest"):
        line, end = rest.children[-1], foot(page)
        if end - rest.position_y < WORTH_RULING:
            rest.children = []
            continue
        pitch = line.margin_height()
        copies = [line.copy() for _ in range(1, int((end - line.position_y) / pitch))]
        for row, copy in enumerate(copies, 1):
            copy.translate(0, row * pitch)
        rest.children = [*rest.children, *copies]


def _spread(room: Any, sheet: Any, pages: Sequence[Any]) -> None:  # noqa: ANN401 as above
    for page, after in pairwise(pages):
        low = _low(page)
        if foot(page) - low < _MUCH * page.height or _goes_on(page, after):
            continue
        for part in find(page, "worksheet"):
            made = _copied(room)
            made.translate(part.content_box_x() - sheet.content_box_x(), low - made.position_y)
            part.children = [*part.children, made]


def _low(page: Any) -> float:  # noqa: ANN401 as above
    """Return where what a page shows ends, with the lower sides of frames (px)."""
    boxes = list(flow(page.children[0]))
    ends = [box.position_y + box.margin_height() for box in boxes if is_seen(box)]
    sides = [box.border_box_y() + box.border_height() for box in boxes if getattr(box, "border_bottom_width", 0)]
    return float(max([*ends, *sides], default=page.content_box_y()))


def _goes_on(page: Any, after: Any) -> bool:  # noqa: ANN401 as above
    """Tell whether an exercise goes on overleaf: it would be notes in the midst of it."""
    here, there = ({box.element for box in flow(one.children[0])} for one in (page, after))
    return any("exercise" in classes(one) for one in here & there)


def _copied(room: Any) -> Any:  # noqa: ANN401 as above
    """Return a block with elements of its own: else a listener would hear one that stands on several pages."""
    made, own = room.deepcopy(), deepcopy(room.element)
    elements = dict(zip(room.element.iter(), own.iter(), strict=True))
    for box in made.descendants():
        box.element = elements[box.element]
    return made
