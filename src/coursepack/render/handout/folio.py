"""What stands in the margins of pages, their numbers above all, is made last: when it is known which pages they are.

Where text goes on a page depends on its side, and not on its number. So pieces can be laid out before it is known how
many pages there are before them.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from weasyprint import layout
from weasyprint.document import Page
from weasyprint.layout.background import layout_box_backgrounds

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.document import Document


@dataclass
class Margins:
    """The pages of a document whose margins are empty yet: WeasyPrint's context, page boxes, and what they count."""

    left: list[tuple[Any, Any, Any]] = field(default_factory=list)

    @property
    def counted(self) -> bool:
        """Whether the text itself says what is counted over pages, so that it is laid out with its own number."""
        return any(context.target_collector.counter_lookup_items for context, _, _ in self.left[:1])

    def filled(self, document: Document, more: int) -> Document:
        """Return the document with its margins; its pages have numbers that are so many `more`."""
        for number, (context, page, state) in enumerate(self.left, 1):
            state[1]["page"] = [one + more for one in state[1]["page"]]
            # What is said is what stands on this page, or last before it.
            context.current_page = number
            # What goes on in the next column sets its string again.
            for said in (pages for pages in context.string_set.values() if number in pages):
                said[number] = [words for words, _ in groupby(said[number])]
            made = list(layout.make_margin_boxes(context, page, state))
            for box in made:
                layout_box_backgrounds(page, box, context.get_image_from_uri)
            page.children = (*page.children, *made)
        return document.copy([Page(page._page_box) for page in document.pages])  # noqa: SLF001 gathers the links in them

    def done(self) -> None:
        """Let go of what the pages were laid out with: it holds itself, and would be in memory to the end."""
        for context, _, _ in self.left[:1]:
            vars(context).clear()
        self.left.clear()


@contextmanager
def empty() -> Iterator[Margins]:
    """Lay pages out without what is in their margins."""
    found = Margins()

    def keep(context: Any, page: Any, state: Any) -> tuple[()]:  # noqa: ANN401 WeasyPrint has no types
        found.left.append((context, page, state))
        return ()

    with replaced(layout, make_margin_boxes=keep):
        yield found
