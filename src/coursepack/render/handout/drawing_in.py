"""The last page of a list with a few lines alone: the list is set a little closer, if that saves the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from weasyprint.document import Document

# What a style sheet sets closer has this on its document's body.
MARK = "data-drawn-in"
# Lists that run on over pages, by the classes of their elements.
_LISTS = ("works", "glossary", "index")
# Less of a page than this can be drawn in; what `check` calls a stub is less.
_LEAST = 0.16


def wanted(document: Document) -> bool:
    """Tell whether a list ends with the document, on a page that it hardly uses."""
    if len(document.pages) == 1:
        return False
    page = document.pages[-1]._page_box  # noqa: SLF001 the boxes have no public name
    ends = [_end(box) for name in _LISTS for box in find(page, name)]
    return bool(ends) and max(ends) - page.content_box_y() < _LEAST * page.height


def drawn_in(html: str) -> str:
    """Return a document whose lists are set closer."""
    return html.replace("<body", f"<body {MARK}", 1)


def _end(box: Any) -> float:  # noqa: ANN401 WeasyPrint's boxes
    """Return where a box ends (px from the page's top)."""
    return float(box.position_y + box.margin_height())
