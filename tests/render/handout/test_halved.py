"""Words that a page's end halves. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.halved import halved
from coursepack.render.handout.steps import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = "p, li {line-height: 10pt; hyphens: auto; orphans: 1; widows: 1} [data-uncut] {hyphens: manual}"
LINE = "<p>A line</p>"
# A line holds some forty letters.
LONG = f"{'So it was not an ' * 2}international organisation of any kind that did it"


@pytest.mark.parametrize(
    ("source", "cut"),
    [
        (f"{LINE * 7}<p>{LONG}</p>", 1),
        # It is cut inside a page.
        (f"{LINE * 6}<p>{LONG}</p>", 0),
        # Its author wrote the hyphen.
        (f"{LINE * 7}<p>{LONG.replace('international', 'inter-national')}</p>", 0),
    ],
)
def test_a_word_that_is_cut_at_the_end_of_a_page(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, cut: int
) -> None:
    bench = laying(CSS).bench()
    document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
    assert len(list(halved(document))) == cut


@pytest.mark.parametrize(
    ("after", "heads", "done"),
    [
        ("", ["A line", "international organisation of any"], ["uncut"]),
        # One line more would change what stands at the head of the page after.
        (" on the very next day, too", ["A line", "national organisation of any kind", "B"], []),
    ],
)
def test_it_stays_whole_if_pages_begin_as_before(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, heads: list[str], done: list[str]
) -> None:
    source = f"{LINE * 7}<p>{LONG}{after}</p>" + (f"{LINE * 6}<p>B</p>" if after else "")
    document, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [next(box.text for box in each if type(box).__name__ == "TextBox") for each in boxes] == heads
    assert [name for _, name in mended if name != BEGINS] == done
