"""Sheets are copied, and the copy is copied again: what is drawn to be written on is there still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from conftest import EXERCISES
from coursepack.build import ready
from coursepack.outputs import notes, pdf
from coursepack.press.laid import read

if TYPE_CHECKING:
    from coursepack.build import Ready
    from kept import Kept

# Pixels a point, at 300 dots an inch; what a copier's glass and drum spread of each (pixels), and the grey above which
# it prints nothing.
DOTS, SPREAD, WHITE = 300 / 72, 1.2, 128
# Of the ink of a line, with its grey edges, this much is left of one that is whole.
LEFT = 0.4
# A gap, a grid, a table of points: what they stand in.
ANCHORS = ("ex-council", "ex-share", "ex-rain")


def copied(page: Image.Image) -> Image.Image:
    """Return the copy of a page: black and white, its edges spread."""
    return page.filter(ImageFilter.GaussianBlur(SPREAD)).point(lambda grey: 255 if grey >= WHITE else 0)


def ink(page: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Count the pixels that are no white."""
    return sum(page.crop(box).histogram()[:215])


@pytest.mark.parametrize(
    "paper", ["a4", *(pytest.param(one, marks=pytest.mark.thorough) for one in ("thrifty", "black"))]
)
def test_lines_survive_two_copies(kept: Kept, paper: str) -> None:
    data = kept(pdf, ready(EXERCISES, None, paper), None, paper).data
    pages, document = read(data), pypdfium2.PdfDocument(data)
    lost = []
    for number in {pages.anchors[name].page for name in ANCHORS}:
        page = document[number - 1].render(scale=DOTS).to_pil().convert("L")
        copy = copied(copied(page))
        for box in pages.pages[number - 1].drawn:
            left, right = int(box.left * DOTS), int(box.right * DOTS) + 1
            top, bottom = int(page.height - box.top * DOTS) - 1, int(page.height - box.bottom * DOTS) + 2
            place = (max(left, 0), max(top, 0), min(right, page.width), min(bottom, page.height))
            if ink(copy, place) < ink(page, place) * LEFT:
                lost.append((number, box))
    assert lost == []


def test_frames_of_slides_survive_two_copies(exercises: Ready) -> None:
    """Three slides of 90 by 50.6 mm stand above each other: their left edges are one column of a page."""
    data = notes.make(exercises, exercises.unit("1"), "a4", pages=None, per=3).data
    page = pypdfium2.PdfDocument(data)[0].render(scale=DOTS).to_pil().convert("L")
    copy = copied(copied(page))
    columns = [255 - dark for dark in copy.resize((copy.width, 1), Image.Resampling.BOX).tobytes()]
    assert max(columns[: copy.width // 10]) / 255 > 3 * 50.6 / 297 * 0.95
