"""Notes at the foot. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying


@pytest.mark.parametrize("above", range(9))
def test_no_note_is_lost_wherever_a_page_ends(
    laying: Callable[..., Laying], page: Callable[[str], str], above: int
) -> None:
    bench = laying("p{line-height:10pt} i{float:footnote} ::footnote-call,::footnote-marker{content:none}").bench()
    lines = "<br>".join(f"line {line} <i>note {line}</i>" for line in range(5))
    document, *_ = bench.layout(page(f"{'<p>above</p>' * above}<p>{lines}</p><p>below</p>"), "", 1)
    shown = [box for one in document.pages for box in one._page_box.descendants()]  # noqa: SLF001 the boxes have no public name
    notes = [box.text for box in shown if isinstance(box, boxes.TextBox) and box.text.startswith("note")]
    assert notes == [f"note {line}" for line in range(5)]


@pytest.mark.parametrize("above", range(9))
def test_a_note_stands_on_the_page_of_its_line(
    laying: Callable[..., Laying], page: Callable[[str], str], above: int
) -> None:
    style = (
        "p,i{line-height:10pt} i{float:footnote;footnote-policy:line} ::footnote-call,::footnote-marker{content:none}"
    )
    lines = "<br>".join(f"line {line} <i>note {line}</i>" for line in range(2))
    below = f"<p>{'<br>'.join(['below'] * 6)}</p>"
    document, *_ = laying(style).bench().layout(page(f"{'<p>above</p>' * above}<p>{lines}</p>{below}"), "", 1)
    for one in document.pages:
        shown = [box.text for box in one._page_box.descendants() if isinstance(box, boxes.TextBox)]  # noqa: SLF001 WeasyPrint keeps its boxes to itself
        notes, noted = ([text.split()[1] for text in shown if text.startswith(kind)] for kind in ("note", "line"))
        assert notes == noted


def test_a_line_ends_before_words_that_are_held_together_with_their_note(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    bench = laying("p{width:96pt} i{float:footnote} ::footnote-call,::footnote-marker{content:none}").bench()
    document, *_ = bench.layout(page("<p>The mill is near the <span><i>n</i><b>brook of power</b></span>.</p>"), "", 1)
    lines = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, boxes.LineBox)]  # noqa: SLF001 WeasyPrint keeps its boxes to itself
    texts = ["".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)) for line in lines]
    assert texts[0].strip() == "The mill is near the"
