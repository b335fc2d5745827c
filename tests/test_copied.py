"""What a class writes on is still there after two copies: a copier softens what it sees, and drops what is pale."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
from PIL import ImageFilter

from coursepack.build import ready
from coursepack.outputs import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image

LINES = 8
DOTS = 200 / 72  # of the copier, in a point
SOFT = 1.0  # how far its lens spreads a dot, in dots
BLACK, WHITE = 60, 190  # what it takes for black and for white, of 255
SEEN = 200  # the palest that is still seen as a line


def copied(page: Image) -> Image:
    soft = page.filter(ImageFilter.GaussianBlur(SOFT))
    return soft.point([min(max((grey - BLACK) * 255 // (WHITE - BLACK), 0), 255) for grey in range(256)])


def test_lines_to_write_on_survive_two_copies(unit: Callable[..., Path]) -> None:
    made = ready(unit(f"## One\n\nText.\n\n```{{question}}\ntext: Why?\nlines: {LINES}\n```\n"))
    own = made.design.theme.papers["a4"]
    data = pdf.make(made, made.unit("1"), "a4").data
    file = pypdfium2.PdfDocument(data)
    twice = copied(copied(file[len(file) - 1].render(scale=DOTS).to_pil().convert("L")))
    left, right = (round(edge * 72 / 25.4 * DOTS) for edge in (own.width - own.inner - own.text, own.width - own.inner))
    # A row of dots that is dark from end to end is a line; the question's own rule is one more, and so are notes.
    rows = [twice.crop((left + 5, y, right - 5, y + 1)).getextrema()[1] <= SEEN for y in range(twice.height)]
    assert sum(here and not above for above, here in pairwise(rows)) > LINES
