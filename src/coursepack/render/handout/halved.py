"""Words of which half stands at a page's end: whoever reads on has turned the leaf before knowing what the word is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.gaps import flow, is_seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document


def halved(document: Document) -> Iterator[Element]:
    """Yield the paragraphs that go on after such a half."""
    for page, after in pairwise(one._page_box for one in document.pages):  # noqa: SLF001 the boxes have no public name
        *_, line = [None, *(box for box in flow(page.children[0]) if is_seen(box))]
        going = {box.element for box in flow(after.children[0])}
        if isinstance(line, boxes.LineBox) and line.element.tag == "p" and line.element in going and _is_cut(line):
            yield line.element


def _is_cut(line: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a line ends with a hyphen that no author wrote."""
    *_, text = [None, *(box for box in line.descendants() if isinstance(box, boxes.TextBox))]
    return (
        text is not None and text.style["hyphens"] == "auto" and text.text.endswith(text.style["hyphenate_character"])
    )
