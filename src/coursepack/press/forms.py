"""A page of any PDF as something to draw: itself, and what is printed of its fields and remarks, as forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf import Transformation
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, StreamObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

# What a matrix maps x and y to, as PDF writes it.
Matrix = tuple[float, float, float, float, float, float]
# Left, bottom, right and top of a box (pt).
Edges = tuple[float, float, float, float]
# Flags of an annotation (ISO 32000-1, table 165).
_HIDDEN, _PRINTED = 2, 4
_UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Form:
    """A page: its size as it is shown (pt), the matrix that turns and moves it to 0, 0, and the forms on it."""

    size: tuple[float, float]
    turned: Matrix
    parts: tuple[tuple[Matrix, StreamObject], ...]


def drawn(page: PageObject, bleed: float) -> Form:
    """Return a page as it is shown, trimmed; what lies up to `bleed` (pt) outside is kept, where there is any."""
    x0, y0, x1, y1 = _shown(page)
    left, bottom, right, top = _edges(page.mediabox)
    turns: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -x0, -y0),
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    size = (y1 - y0, x1 - x0) if page.rotation % 180 else (x1 - x0, y1 - y0)
    box = (max(x0 - bleed, left), max(y0 - bleed, bottom), min(x1 + bleed, right), min(y1 + bleed, top))
    return Form(size, turns[page.rotation % 360], ((_UPRIGHT, _form(page, box)), *_annotations(page)))


def _shown(page: PageObject) -> Edges:
    """Return the box that is shown: of each box what lies in the one around it, if anything (ISO 32000-1, 14.11.2)."""
    found = _edges(page.mediabox)
    for left, bottom, right, top in map(_edges, (page.cropbox, page.trimbox)):
        inner = max(left, found[0]), max(bottom, found[1]), min(right, found[2]), min(top, found[3])
        found = inner if inner[0] < inner[2] and inner[1] < inner[3] else found
    return found


def _edges(box: RectangleObject) -> Edges:
    """Return a box by its lower left and upper right corner, whichever it names."""
    (x0, x1), (y0, y1) = (sorted(map(float, ends)) for ends in ((box.left, box.right), (box.bottom, box.top)))
    return x0, y0, x1, y1


def _form(page: PageObject, box: Edges) -> StreamObject:
    """Return a page's own content."""
    content = page.get_contents()
    made = StreamObject()
    made.set_data(content.get_data() if content is not None else b"")
    packed = made.flate_encode()
    named: dict[str, Any] = {
        "/Type": NameObject("/XObject"),
        "/Subtype": NameObject("/Form"),
        "/BBox": RectangleObject(box),
        "/Resources": page.get("/Resources", DictionaryObject()),
    }
    # What is see-through is mixed as it is on the page.
    named |= {"/Group": page["/Group"]} if "/Group" in page else {}
    packed.update({NameObject(key): value for key, value in named.items()})
    return packed


def _annotations(page: PageObject) -> Iterator[tuple[Matrix, StreamObject]]:
    """Yield what is printed of the fields and remarks on a page (ISO 32000-1, 12.5.5)."""
    for reference in page.get("/Annots") or ():
        found: Any = reference.get_object()
        look = _look(found) if isinstance(found, DictionaryObject) and "/Rect" in found else None
        if look is not None and _printed(found):
            yield _fitted(look, RectangleObject(found["/Rect"])), look


def _printed(annotation: Any) -> bool:  # noqa: ANN401 pypdf has no types
    flags = int(annotation.get("/F", 0))
    return bool(flags & _PRINTED) and not flags & _HIDDEN and annotation.get("/Subtype") != "/Popup"


def _look(annotation: Any) -> StreamObject | None:  # noqa: ANN401 pypdf has no types
    """Return how an annotation is drawn, in the state that it is in; nothing, if a reader would draw nothing."""
    found = annotation.get("/AP", DictionaryObject()).get_object().get("/N", DictionaryObject()).get_object()
    if not isinstance(found, StreamObject):
        found = found.get(annotation.get("/AS"), DictionaryObject()).get_object()
    return found if isinstance(found, StreamObject) and "/BBox" in found else None


def _fitted(look: StreamObject, place: RectangleObject) -> Matrix:
    """Return the matrix that brings a form's box, as its own matrix turns it, onto a place."""
    a, b, c, d, e, f = look.get("/Matrix", _UPRIGHT)
    own = Transformation((float(a), float(b), float(c), float(d), float(e), float(f)))
    x0, y0, x1, y1 = _edges(RectangleObject(look["/BBox"]))  # type: ignore[arg-type] # pypdf takes any four numbers
    corners = [own.apply_on((x, y)) for x in (x0, x1) for y in (y0, y1)]
    (left, right), (bottom, top) = ((min(ends), max(ends)) for ends in zip(*corners, strict=True))
    across = float(place.width) / (right - left) if right > left else 1
    down = float(place.height) / (top - bottom) if top > bottom else 1
    return (across, 0, 0, down, float(place.left) - left * across, float(place.bottom) - bottom * down)
