"""Code on paper: as wide as its lines, and never beyond the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.look.measure import Columns
from coursepack.render.words.listing import listing
from pdf_checks import stray_text
from reading import Reading, sides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COLUMNS = (40, 66, 70, 76, 90)


def line(columns: int) -> str:
    """Return a line of letters that stand nowhere else, so wide."""
    return f"x{columns}" + "=" * (columns - 4) + "y"


@pytest.fixture
def printed(unit: Callable[..., Path]) -> Reading:
    """A unit of pages with listings of every width on right and on left ones."""
    listings = "\n".join(f"```text\n{line(columns)}\n```\n" for columns in COLUMNS)
    filling = "Water runs downhill, and makes a river.\n\n" * 22
    made = pdf.make(ready(unit(f"{listings}\n{filling}" * 4)), None, "a4")
    assert made.notices == ()
    return Reading(made.data)


def test_no_line_of_code_leaves_the_page_or_is_broken(printed: Reading, unit: Callable[..., Path]) -> None:
    paper = ready(unit("x")).design.theme.papers["a4"]
    assert stray_text(printed, paper) == []
    found = {columns: set[bool]() for columns in COLUMNS}
    for number, page in enumerate(printed.pages, 1):
        for columns in COLUMNS:
            box = page.find(line(columns))
            if box:
                found[columns].add(number % 2 == 0)
                assert box.top - box.bottom < 14
                assert box.within(sides(paper, number)[0])
    assert all(pages == {True, False} for pages in found.values())


def test_a_drawing_of_signs_is_set_smaller_as_one_piece() -> None:
    box = "\u250c" + "\u2500" * 98 + "\u2510\n\u2514" + "\u2500" * 98 + "\u2518"
    made = listing(Columns(60, 70, 70, 80, 5, 30), box, "text")
    assert "turned" not in made
    assert '<div class="code wide small drawn"><div style="font-size:80.0%">' in made


@pytest.mark.parametrize(
    ("line", "most", "names"),
    [("x", 8, "code text"), ("x", 7, "code text long"), ("x" * 60, 15, "code wide small long")],
)
def test_a_listing_goes_on_over_a_page_s_end_by_the_lines_that_it_has_there(line: str, most: int, names: str) -> None:
    """On pages of large letters listings that filled more than one were kept whole, and pages had a heading alone."""
    made = listing(Columns(40, 40, 40, 40, 5, most), "\n".join([line] * 8), "text")
    assert made.startswith(f'<div class="{names}">')


def test_the_head_of_its_second_page_alone_says_that_a_listing_goes_on(unit: Callable[..., Path]) -> None:
    code = "\n".join(f"  step({number})" for number in range(80))
    body = f"## S\n\n```{{code}}\nid: steps\ntitle: Steps\nlanguage: python\ncode: |\n{code}\n```\n\nThe end.\n"
    data = pdf.make(ready(unit(body)), None, "a4").data
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(data)]
    first = next(number for number, page in enumerate(pages) if "step(0)" in page)
    assert ["continued" in page for page in pages[first : first + 3]] == [False, True, False][: len(pages) - first]
    assert "step(79)" in pages[first + 1]
