"""A page that would stay half empty because what follows is kept whole: what has rows goes on over the page's end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from weasyprint.document import Document

# What a style sheet lets go on over a page's end has this.
MARK = "data-parted"
# What is kept whole and has rows or lines, by the classes of its elements.
_KEPT = {"table", "rubric", "judge", "source", "callout", "task", "statement", "answered"}
# A gap is more of a page than this; so is what `check` calls one.
_MOST = 0.4


def causes(document: Document) -> Iterator[Any]:
    """Yield the elements that leave a gap on the page before them, but for those that are marked already."""
    seen: set[Any] = set()
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        seen |= {box.element for box in _flow(page.children[0])}
        found = _kept(after, seen) if _empty(page) > _MOST else None
        if found is not None and found.get(MARK) is None:
            yield found


def _kept(page: Any, seen: Collection[Any]) -> Any:  # noqa: ANN401 WeasyPrint's boxes
    """Return the element that begins a page and is kept whole, or that follows a heading which begins it."""
    for box in _flow(page.children[0]):
        if box.element in seen:
            continue
        if not _KEPT.isdisjoint((box.element.get("class") or "").split()):
            return box.element
        if isinstance(box, boxes.LineBox) and box.element.tag not in {"h2", "h3"}:
            return None
    return None


def _empty(page: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return how much of a page is left empty, as a share of it: notes at its foot are none of that."""
    foot = page.content_box_y() + page.height
    feet = [box.position_y for box in page.children if isinstance(box, boxes.FootnoteAreaBox) and box.children]
    ends = [box.position_y + box.margin_height() for box in _flow(page.children[0]) if _is_seen(box)]
    return float((min([foot, *feet]) - max(ends, default=page.content_box_y())) / page.height)


def _is_seen(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box shows something itself: a line, a picture, or a line to write on."""
    return isinstance(box, boxes.LineBox | boxes.ReplacedBox) or not getattr(box, "children", ())


def _flow(box: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield a box and those in it that are in the flow of the text, down to lines."""
    if isinstance(box, AbsolutePlaceholder) or not box.is_in_normal_flow():
        return
    yield box
    if not isinstance(box, boxes.LineBox):
        for child in getattr(box, "children", ()):
            yield from _flow(child)
