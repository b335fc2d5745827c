"""Leaves the lower edge of what goes on overleaf open: a rule at the foot of its page would close it.

WeasyPrint opens it where it parts something at once, and not where it looks for an earlier place to do so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.gaps import edge, flow

if TYPE_CHECKING:
    from weasyprint.document import Document


def open_edges(document: Document) -> None:
    """Open the lower edge of all that a page ends in and that is not at its end yet."""
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        begun = {box.element for box in flow(after.children[0])}
        for box in edge(page.children[0], -1):
            if isinstance(box, boxes.BlockBox) and box.element in begun:
                box.remove_decoration(start=False, end=True)
