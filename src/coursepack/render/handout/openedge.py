"""Leaves the lower edge of what goes on overleaf open: a rule at the foot of its page would close it.

WeasyPrint opens it where it parts something at once, and not where it looks for an earlier place to do so. There it
leaves it as high as it was, too: what stands at its sides ends with its words, else some seem to be lost below them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.gaps import edge, flow, held

if TYPE_CHECKING:
    from weasyprint.document import Document


def open_edges(document: Document) -> None:
    """Open the lower edge of all that a page ends in and that is not at its end yet."""
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        begun = {box.element for box in flow(after.children[0])}
        for box in reversed([*edge(page.children[0], -1)]):
            if isinstance(box, boxes.BlockBox) and box.element in begun:
                box.remove_decoration(start=False, end=True)
                _end(box)


def _end(box: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Let a box end with what it holds."""
    ends = [one.position_y + one.margin_height() - one.margin_bottom for one in held(box)]
    if ends and box.style["height"] == "auto":
        box.height = min(box.height, max(ends) - box.content_box_y())
