"""What came closer than its page needs is set apart again on the finished page, by as much as that has room for.

What came closer is in a style sheet, and so is how much white it lacks since: `--above` and `--below` it, or above each
of its `--lines`. No page is laid out anew for it, and none begins with anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.gaps import classes, empty, flow, held, is_seen
from coursepack.render.handout.moved import grow, move
from coursepack.render.handout.walk import MM, foot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from weasyprint.document import Document

# A pixel of each unit that a style sheet says such white in.
_PIXELS: Mapping[str, float] = {"px": 1, "pt": 96 / 72, "mm": MM}
# What holds others side by side: white between two of them is none between those beside them.
_BESIDE = (boxes.TableRowBox, boxes.FlexContainerBox, boxes.GridContainerBox)
# The sides of a matching, by the classes of their elements.
_SIDES = frozenset({"match-left", "match-right"})
# What a style sheet says of lines.
_LINES = "__lines"
# What rounding may have added to a page, in px.
_NEAR = 1
# What the rule above notes at a page's foot stands off what is above it, in px.
_OFF = 15


class Lack(NamedTuple):
    """So much white (px) is lacking at a box, which is in all the others of `path`: below it, or above it."""

    path: Sequence[Any]
    box: Any
    much: float
    is_below: bool


def loosen(document: Document) -> None:
    """Set apart what is on each page: all of it by the same share of what it lacks."""
    for page in (one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        lacks = list(_between(_lacks(page.children[0], ())))
        share = min(1.0, _room(page) / sum(lack.much for lack in lacks)) if lacks else 0
        for lack in lacks if share > 0 else ():
            _set_apart(lack, lack.much * share, foot(page))


def _room(page: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much (px) of a page is left below what it shows, the lower sides of frames and rules of tables too."""
    inside = flow(page.children[0])
    sides = [box.border_box_y() + box.border_height() for box in inside if getattr(box, "border_bottom_width", 0)]
    off = _NEAR if foot(page) >= page.content_box_y() + page.height else _OFF
    return float(min(empty(page) * page.height, foot(page) - max(sides, default=0)) - off)


def _lacks(box: Any, path: Sequence[Any]) -> Iterator[Lack | None]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield what is lacking at a box and in it, in the order of the page, and nothing for what is seen there."""
    yield from _at(box, path, "__above", is_below=False)
    inside = [*(_lower(box) if _is_beside(box) else held(box))]
    if is_seen(box) or (_is_beside(box) and not inside):
        yield None
    for child in inside:
        yield from _lacks(child, (*path, box))
    yield from _at(box, path, "__below", is_below=True)


def _at(box: Any, path: Sequence[Any], name: str, *, is_below: bool) -> Iterator[Lack]:  # noqa: ANN401 as above
    """Yield what is lacking on one side of a box: what a style sheet says of itself, and not of what it is in.

    Lines have none; of each, what they are in is asked.
    """
    if isinstance(box, boxes.LineBox):
        said = () if is_below else box.style[_LINES]
    else:
        said, *_ = getattr(box.style, "cascaded", {}).get(name, ((),))
    much = sum(one.value * _PIXELS.get(one.unit, 0) for one in said or () if one.type == "dimension")
    if much > 0:
        yield Lack(path, box, much, is_below)


def _between(found: Iterable[Lack | None]) -> Iterator[Lack]:
    """Yield the most that is lacking between each two things that are seen."""
    most: Lack | None = None
    begun = False
    for lack in found:
        if lack is not None:
            most = max((one for one in (most, lack) if one), key=lambda one: one.much) if begun else None
            continue
        if most:
            yield most
        most, begun = None, True


def _is_beside(box: Any) -> bool:  # noqa: ANN401 as above
    return isinstance(box, _BESIDE) or box.style["column_count"] != "auto" or box.style["column_width"] != "auto"


def _lower(box: Any) -> list[Any]:  # noqa: ANN401 as above
    """Return the lower one of the two sides of a matching: the other one is spread to its height."""
    sides = [one for one in held(box) if not _SIDES.isdisjoint(classes(one.element))]
    return sorted(sides, key=lambda side: max((one.position_y for one in held(side)), default=0))[1:]


def _set_apart(lack: Lack, down: float, end: float) -> None:
    """Move all that follows down; what it is in is so much higher, but ends with its page if it goes on overleaf."""
    low = lack.box.border_box_y() + (lack.box.border_height() if lack.is_below else 0)
    child = lack.box
    if not lack.is_below:
        move(child, 0, down)
    for parent in reversed(lack.path):
        at = next(number for number, one in enumerate(parent.children) if one is child)
        for one in () if isinstance(parent, _BESIDE) else parent.children[at + 1 :]:
            # What has a place of its own may stand further up.
            if one.is_in_normal_flow() or one.position_y >= low - _NEAR:
                move(one, 0, down)
                _end(one, end)
        grow(parent, min(down, max(0.0, end - parent.border_box_y() - parent.border_height())))
        child = parent


def _end(box: Any, end: float) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Have what goes on overleaf end with its page: what is seen in it has room above that."""
    over = box.border_box_y() + box.border_height() - end
    if over > 0 and not is_seen(box):
        grow(box, -over)
        for child in held(box):
            _end(child, end)
