"""Sets the number or dot of a list's item on the first line of the item, on a finished page.

WeasyPrint places it as high as its item begins. Where a tall formula, or a gap to write in, makes the first line of the
item a higher one, the number would stand above its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.layout.table import find_in_flow_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.document import Document


def level(document: Document) -> None:
    """Move what stands beside an item down to its first line."""
    for page in document.pages:
        for item, marker in _items(page._page_box):  # noqa: SLF001 the boxes have no public name
            own, line = find_in_flow_baseline(marker), find_in_flow_baseline(item)
            if own is not None and line is not None and line > own:
                marker.translate(0, line - own)


def _items(page: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the items of lists on a page that begin there, each with what stands beside it."""
    for box in page.descendants(placeholders=True):
        beside = [child for child in getattr(box, "children", ()) if getattr(child, "is_outside_marker", False)]
        yield from ((box, marker) for marker in beside)
