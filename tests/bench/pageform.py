"""Reads the form of running text out of a finished PDF, whoever made it: its measure, lines, hyphens and rivers.

PDFium gives every character its place and its size. What is set in the size of most characters is running text.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MM = 72 / 25.4
# What PDFium and others say of the hyphen at a line's end.
HYPHENS = frozenset("-\u2010\u00ad\u0002\ufffe")
# A line that is as wide as this share of the measure ends where the measure does.
FULL = 0.8
# So many lines one below the other make a river of blanks that meet.
RIVER = 4
# Blanks that are narrower than this share of the size of the type are no blanks.
BLANK = 0.12


@dataclass(frozen=True)
class Sign:
    """A character: where it begins and ends on its line, the line's height on the page, its size (pt)."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True)
class Line:
    """A line of running text, as its characters stand in it."""

    signs: Sequence[Sign]

    @property
    def left(self) -> float:
        """Where it begins (pt)."""
        return self.signs[0].left

    @property
    def right(self) -> float:
        """Where it ends (pt)."""
        return self.signs[-1].right

    @property
    def base(self) -> float:
        """How high it stands on the page (pt)."""
        return self.signs[0].base

    @property
    def blanks(self) -> list[tuple[float, float]]:
        """Where its blanks begin and end (pt)."""
        least = BLANK * self.signs[0].size
        return [(one.right, two.left) for one, two in pairwise(self.signs) if two.left - one.right > least]

    @property
    def length(self) -> int:
        """How many characters it has, blanks counted."""
        return len(self.signs) + len(self.blanks)

    @property
    def is_cut(self) -> bool:
        """Whether it ends in a hyphen."""
        return self.signs[-1].text in HYPHENS


@dataclass(frozen=True)
class Form:
    """What is measured of a book's running text: lengths in mm, type and leading in pt."""

    pages: int
    size: float
    leading: float
    measure: float
    letters: float
    depth: float
    hyphens: float
    rivers: float
    ragged: float


def form(file: Path) -> Form:
    """Measure a PDF."""
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [list(_signs(page)) for page in pdf]
    sizes = Counter(round(sign.size, 1) for page in pages for sign in page)
    size = sizes.most_common(1)[0][0]
    texts = [_lines([sign for sign in page if round(sign.size, 1) == size]) for page in pages]
    lines = [line for text in texts for line in text]
    steps = [above.base - below.base for text in texts for above, below in pairwise(text)]
    measure = max(line.right - line.left for line in lines)
    full = [line for line in lines if line.right - line.left > FULL * measure]
    edge = {id(line): max(one.right for one in text) for text in texts for line in text}
    return Form(
        pages=len(pages),
        size=size,
        leading=round(median(steps), 2),
        measure=measure / MM,
        letters=median(line.length for line in full),
        depth=max(text[0].base - text[-1].base for text in texts if text) / MM,
        hyphens=sum(line.is_cut for line in lines) / sum(map(bool, texts)),
        rivers=sum(map(_rivers, texts)) / sum(map(bool, texts)),
        ragged=median(edge[id(line)] - line.right for line in full) / MM,
    )


def _signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    """Yield what is printed on a page, without blanks, which not every file has."""
    text = page.get_textpage()
    matrix, across, up = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetCharOrigin(text, index, across, up)
        left, _, right, _ = text.get_charbox(index, loose=True)
        yield Sign(sign, left, right, up.value, raw.FPDFText_GetFontSize(text, index) * abs(matrix.d))


def _lines(signs: Sequence[Sign]) -> list[Line]:
    """Part characters into lines, from the head of the page to its foot; what has one word is a number or a head."""
    placed = sorted(signs, key=lambda sign: (-round(sign.base), sign.left))
    lines = [Line(list(group)) for _, group in groupby(placed, key=lambda sign: round(sign.base))]
    return [line for line in lines if len(line.blanks) > 1]


def _rivers(lines: Sequence[Line]) -> int:
    """Count the places where blanks of enough lines, one below the other, have a part in common."""
    count, running = 0, list[tuple[float, float, int]]()
    for line in lines:
        follow = []
        for left, right in line.blanks:
            above = [one for one in running if one[0] < right and left < one[1]]
            long = 1 + max((one[2] for one in above), default=0)
            count += long == RIVER
            follow.append((left, right, long))
        running = follow
    return count
