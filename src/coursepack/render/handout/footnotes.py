"""Keeps the engine from losing footnotes.

Where a line has room only because the notes of lines before it go to the next page, WeasyPrint forgets the line's own
notes. They go to the next page too.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import page as engine

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_notes() -> Iterator[None]:
    """Lay out with the repair; WeasyPrint's own function is put back afterwards."""
    original = engine.make_page

    def make_page(context: Any, *more: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        made = original(context, *more)
        for box in made[0].descendants():
            if box.footnote in context.footnotes:
                context.footnotes.remove(box.footnote)
                context.reported_footnotes.append(box.footnote)
        return made

    engine.make_page = make_page
    try:
        yield
    finally:
        engine.make_page = original
