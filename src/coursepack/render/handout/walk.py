"""Finds boxes of a finished page by the class of their element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Iterator

# How many px a millimetre has.
MM = 96 / 25.4


def find(box: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the outermost boxes of the elements of a class."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 the box behind a placeholder
    if box.element is not None and name in (box.element.get("class") or "").split():
        yield box
        return
    for child in getattr(box, "children", ()) or ():
        yield from find(child, name)


def head(page: Any) -> float:  # noqa: ANN401 as above
    """Return where the first line or picture of a page's text is (px)."""
    return next(_tops(page.children[0]), 0.0)


def _tops(box: Any) -> Iterator[float]:  # noqa: ANN401 as above
    if isinstance(box, AbsolutePlaceholder) or not box.is_in_normal_flow():
        return
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        yield float(box.position_y)
    else:
        for child in getattr(box, "children", ()):
            yield from _tops(child)


def foot(page: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return where the notes at a page's foot begin, or the page's own foot where it has none (px)."""
    notes = (box.position_y for box in page.children if isinstance(box, boxes.FootnoteAreaBox) and box.children)
    return float(min([page.content_box_y() + page.height, *notes]))
