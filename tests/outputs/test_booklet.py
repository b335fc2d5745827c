"""Booklets of a course, read back with tools that are not ours."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from coursepack.build import ready
from coursepack.outputs import booklet, pdf
from coursepack.outputs.registry import OUTPUTS
from coursepack.render.look import papers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MM = 72 / 25.4
GIVEN = {option.name: option.settings.get("default") for option in booklet.OUTPUT.options}


def tallest(text: pypdfium2.PdfTextPage, left: float = 0) -> float:
    """Return the height of the tallest letter that stands to the right of a line."""
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    return max(top - bottom for start, bottom, _, top in boxes if start > left)


@pytest.mark.parametrize(
    ("paper", "sheet"), [pytest.param("a4", (297, 210), marks=pytest.mark.thorough), ("letter", (279.4, 215.9))]
)
def test_pages_are_those_that_are_set_for_half_of_the_paper(
    course: Callable[..., Path], paper: str, sheet: tuple[float, float]
) -> None:
    small = ready(course(), paper=papers.half(paper))
    made, single = booklet.make(small, None, paper, **GIVEN), pdf.make(small, None, papers.half(paper))
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(single.data)]
    first = pypdfium2.PdfDocument(made.data)[0]
    assert first.get_size() == pytest.approx([side * MM for side in sheet], abs=0.1)
    cover = first.get_textpage().get_text_bounded(left=first.get_size()[0] / 2)
    assert cover.split() == pages[0].get_text_range().split()
    # As large as they were set.
    assert tallest(first.get_textpage(), first.get_size()[0] / 2) == pytest.approx(tallest(pages[0]), abs=0.05)
    with pikepdf.open(BytesIO(made.data)) as file:
        assert len(file.pages) == -(-len(pages) // 4) * 2


def test_a_course_is_judged_on_the_paper_that_it_is_printed_on() -> None:
    assert {name: output.paper("letter") for name, output in OUTPUTS.items() if output.paper("a4") != "a4"} == {
        "booklet": "half-letter",
        "large-print": "letter-large-full",
        "easy": "letter-easy-full",
    }
