"""Lines: where a paragraph may break, and how wide its pieces are. Measured once by glyph advances, in em.

A line holds 98 % of the frame's width: with that margin no paragraph out of 1138 came out taller in LibreOffice than
was measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.look.scripts import CJK, others
from coursepack.render.slides.measure.faces import Shaped
from coursepack.render.slides.measure.formulas import OFFICE
from coursepack.render.words.equation import draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.look.scripts import Script
    from coursepack.render.slides.inline import Paragraph, Run
    from coursepack.render.slides.measure.faces import Faces, Role
    from coursepack.render.words.equation import Drawn

# What stands between two places where a line may break: parts of runs; nothing at all for a forced break.
Piece = tuple[tuple[str, "Run"], ...]

_MARGIN = 0.98
# em: less is no difference, but what floats make of a width that was measured and divided.
_ROUNDING = 1e-6

# Closing marks and small kana begin no line; opening brackets end none.
_NOT_FIRST = (
    "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09\uff3d\uff5d\u300d\u300f\u3011\u3009\u300b\u3015\u30fc\u3005"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee"
)
_NOT_LAST = "\uff08\uff3b\uff5b\u300c\u300e\u3010\u3008\u300a\u3014"
# A line may end after a blank, after a hyphen before a letter, after a dash, and beside most CJK characters.
_BREAK = re.compile(
    "(?<=[ \u200b])(?=[^ ])"
    r"|(?<=[^\W\d_][-\u2010])(?=[^\W\d_])"
    "|(?<=[\u2013\u2014])(?=[^ ])"
    f"|(?<=[{CJK}])(?<![{_NOT_LAST}])(?=[^ {_NOT_FIRST}])"
    f"|(?<=[^ {_NOT_LAST}])(?=[{CJK}])(?![{_NOT_FIRST}])",
)


@dataclass(frozen=True)
class Style:
    """The face that the frame gives its text before the text's own marks."""

    role: Role
    bold: bool
    italic: bool


@dataclass(frozen=True)
class Gauge:
    """A paragraph measured: its pieces, the width of each in em with that of the blank after it, and missing glyphs.

    A forced break is an empty piece. The blank hangs at a line's end, so that it takes no room there.
    """

    pieces: tuple[Piece, ...]
    widths: tuple[tuple[float, float], ...]
    missing: str
    # The widest piece, in em.
    widest: float
    whole: float
    # The heights of formulas, in em.
    heights: tuple[float, ...] = ()

    def __add__(self, other: Gauge) -> Gauge:
        """Return the two, one after the other, as one paragraph."""
        return Gauge(
            self.pieces + other.pieces,
            self.widths + other.widths,
            self.missing + other.missing,
            max(self.widest, other.widest),
            self.whole + other.whole,
            self.heights + other.heights,
        )

    def more(self, size: float, leading: float) -> float:
        """Return how much higher than lines their formulas make them, in points."""
        return sum(max(0.0, height * size - leading) for height in self.heights)

    def lines(self, size: float, width: float) -> int:
        """Count the lines at a size, in a width in points."""
        if self.whole * size <= width * _MARGIN:
            return 1
        return len(self.starts(size, width))

    def starts(self, size: float, width: float) -> list[int]:
        """Return the number of the piece that each line begins with."""
        starts, used, room = [0], 0.0, width * _MARGIN / size + _ROUNDING
        for number, (solid, blank) in enumerate(self.widths):
            if not self.pieces[number]:
                starts.append(number + 1)
                used = 0.0
                continue
            if used + solid > room and used:
                starts.append(number)
                used = 0.0
            used += solid + blank
        return starts

    def wide(self, size: float, width: float) -> str:
        """Return the first piece that no line holds, or nothing."""
        room = width * _MARGIN / size + _ROUNDING
        if self.widest <= room:
            return ""
        number = next(number for number, (solid, _) in enumerate(self.widths) if solid > room)
        return "".join(text for text, _ in self.pieces[number])


def gauge(paragraph: Paragraph, style: Style, faces: Faces) -> Gauge:
    """Measure the pieces of a paragraph."""
    cut = tuple(pieces(paragraph))
    widths, missing, near = [], "", others(paragraph.text)
    for piece in cut:
        solid, blank, lacking = _piece(piece, style, faces, near)
        widths.append((solid, blank))
        missing += lacking
    # A forced break makes a second line, however short both are.
    whole = sum(map(sum, widths)) if all(cut) else float("inf")
    widest = max((solid for solid, _ in widths), default=0.0)
    return Gauge(cut, tuple(widths), missing, widest, whole, heights(paragraph))


def heights(paragraph: Paragraph) -> tuple[float, ...]:
    """Return how high a paragraph's formulas are, in em."""
    return tuple(_drawn(run).height * OFFICE for run in paragraph.runs if run.latex and not run.flat)


def natural(measured: Gauge, size: float) -> tuple[float, float]:
    """Return the width of the whole paragraph on one line, and that of its widest piece, in points."""
    whole = sum(solid + blank for solid, blank in measured.widths)
    return whole * size / _MARGIN, measured.widest * size / _MARGIN


def pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """Cut a paragraph where lines may break; a piece may run over several runs. A forced break is empty."""
    text = paragraph.text
    ends = {0, *(match.start() for match in _BREAK.finditer(text)), len(text)}
    cuts = sorted(ends | _forced(text))
    if len(paragraph.runs) == 1 and "\n" not in text:
        (run,) = paragraph.runs
        yield from (((text[start:end], run),) for start, end in pairwise(cuts))
        return
    for start, end in pairwise(cuts):
        piece = tuple(_between(paragraph, start, end))
        yield () if piece[0][0] == "\n" else piece


def _forced(text: str) -> set[int]:
    return {at + step for at, sign in enumerate(text) if sign == "\n" for step in (0, 1)} if "\n" in text else set()


def _between(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[str, Run]]:
    """Yield the parts of runs that lie between two places of the paragraph's text."""
    at = 0
    for run in paragraph.runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if part:
            yield part, run


def _piece(piece: Piece, style: Style, faces: Faces, near: tuple[Script, ...]) -> tuple[float, float, str]:
    """Measure a piece in em: its width, the width of the blank at its end, missing characters."""
    solid, blank, missing = 0.0, 0.0, ""
    for text, run in piece:
        word = text.rstrip(" ")
        shaped = shape(word, run, style, faces, near)
        # Only what ends the whole piece hangs: a blank before another run is inside the line.
        solid += shaped.width + blank
        missing += shaped.missing
        blank = shape(" ", run, style, faces, near).width * (len(text) - len(word)) if len(word) < len(text) else 0.0
    return solid, blank, missing


def shape(text: str, run: Run, style: Style, faces: Faces, near: tuple[Script, ...] = ()) -> Shaped:
    """Measure text as a run has it, `near` other scripts: emphasis inside italics is upright."""
    if run.latex:  # a formula is as wide as its drawing
        return Shaped(_formula(text, run, style, faces), "")
    if run.code:
        return faces.shape_code(text)
    italic = style.italic != run.italic
    return faces.shape(text, style.role, bold=style.bold or run.bold, italic=italic, near=near)


def _formula(text: str, run: Run, style: Style, faces: Faces) -> float:
    """Return the width of a formula; signs in a row may come from other faces, which are not looked into."""
    if run.flat:
        return faces.shape(text, style.role, bold=style.bold, italic=style.italic).width
    return _drawn(run).width * OFFICE


def _drawn(run: Run) -> Drawn:
    return draw(run.latex, inline=not run.displayed)
