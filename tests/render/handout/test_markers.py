"""Numbers and dots of items stand on the first line of them, however high that is. Lines are 10 pt high."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from weasyprint.layout.table import find_in_flow_baseline

from coursepack.render.handout.markers import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursepack.render.handout.laying import Laying

CSS = "p, li {line-height: 10pt; padding: 0} .tall {display: inline-block; height: 30pt; width: 5pt}"
TALL = '<span class="tall"></span>'


def baselines(item: Any) -> Iterator[float]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield where the words of an item stand, and what is beside it."""
    (marker,) = (child for child in item.children if child.is_outside_marker)
    yield from (find_in_flow_baseline(item), find_in_flow_baseline(marker))


@pytest.mark.parametrize(
    ("inside", "moved"),
    [("Words", False), (f"{TALL} words", True), (f"<p>{TALL}</p><p>b</p>", True), (f"Words<br>{TALL}", False)],
)
def test_it_stands_on_the_first_line_of_its_item(
    laying: Callable[..., Laying],
    page: Callable[[str], str],
    inside: str,
    moved: bool,  # noqa: FBT001 a parameter
) -> None:
    bench = laying(CSS).bench()
    document, _ = bench._layout(bench._source(page(f"<ol><li>{inside}</li></ol>")), "")  # noqa: SLF001 pages that nothing is done to
    boxes = document.pages[0]._page_box.descendants()  # noqa: SLF001 the boxes have no public name
    (item,) = (box for box in boxes if any(one.is_outside_marker for one in getattr(box, "children", ())))
    line, before = baselines(item)
    level(document)
    assert (before < line - 1) == moved
    assert list(baselines(item)) == pytest.approx([line, line])
