"""Finds boxes of a finished page by the class of their element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(box: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the outermost boxes of the elements of a class."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 the box behind a placeholder
    if box.element is not None and name in (box.element.get("class") or "").split():
        yield box
        return
    for child in getattr(box, "children", ()) or ():
        yield from find(child, name)
