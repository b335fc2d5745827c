"""Lettering: how wide a chart's labels are, from the advances of the face's own file.

WeasyPrint sets the text of an SVG letter by letter, without kerning. So lines that kerning would change carry a
place for every character, and are then set the same by any renderer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import uharfbuzz

from coursepack.render.charts.outlines import Files, font, is_joined, outline, pieces
from coursepack.render.labelling.fold import cut, fold

if TYPE_CHECKING:
    from coursepack.render.look.theme import Theme

FAMILY = "Drawing"
SIZE = 8.5  # pt: the only size in a drawing; one that is printed larger grows as a whole
LEADING = 11.0  # pt
ASCENT = 6.3  # pt above the baseline that letters and figures reach
DESCENT = 1.9  # pt below it
REGULAR: Final = "normal"  # weights of the family
BOLD: Final = "bold"

_BREAK = re.compile(r"(?<=[ /\u2013-])(?=[^ ])")
_SPACES = re.compile(r"[ \t\r\n]+")
_SAME = 0.004  # pt


@lru_cache(maxsize=4096)
def _advances(files: Files, text: str) -> tuple[float, ...]:
    """Return the advance (pt) of every character of a line that is shaped as a whole, without ligatures."""
    if len(files) == 1 or text.isascii():
        return _of_one(files[0], text)
    return tuple(advance for file, part in pieces(files, text) for advance in _of_one(file, part))


def _of_one(file: str, text: str) -> tuple[float, ...]:
    if not text:
        return ()
    face, buffer = font(file), uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face, buffer, {"liga": False, "clig": False})
    advances = [0.0] * len(text)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        advances[info.cluster] += position.x_advance * SIZE / face.face.upem
    return tuple(advances)


def tidy(text: str) -> str:
    """Return a line as it is set: composed characters (a loose accent would be set apart) and single spaces."""
    return normalize("NFC", _SPACES.sub(" ", text).strip(" "))


@dataclass(frozen=True)
class Lettering:
    """The faces that labels are set in: their files, as the theme names them, each before those that help it."""

    regular: Files
    bold: Files

    @classmethod
    def of(cls, theme: Theme) -> Lettering:
        """Find the theme's upright faces for drawings."""
        files = {face.weight: face.file for face in theme.faces if face.family == FAMILY}
        helping = [face for face in theme.worn if face.beside != "Text"]
        regular = (files[REGULAR], *(face.regular for face in helping))
        return cls(regular, (files[BOLD], *(face.bold or face.regular for face in helping)))

    def outline(self, text: str, *, bold: bool = False) -> str:
        """Return a line as a path, of its own size and from 0, if its letters do not stand beside each other."""
        return outline(self.files(bold=bold), text, SIZE) if is_joined(text) else ""

    def files(self, *, bold: bool) -> Files:
        """Return the files of a weight."""
        return self.bold if bold else self.regular

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width (pt) of a line."""
        return sum(_advances(self.files(bold=bold), text))

    def places(self, text: str, *, bold: bool = False) -> tuple[float, ...]:
        """Return the places (pt) of the characters, or a single 0 where kerning changes none of them."""
        files = self.files(bold=bold)
        together = _advances(files, text)
        apart = (sum(_advances(files, character)) for character in text)
        if all(abs(one - other) < _SAME for one, other in zip(together, apart, strict=True)):
            return (0.0,)
        return (0.0, *accumulate(together[:-1]))

    def fit(self, text: str, width: float, most: int, *, bold: bool = False) -> tuple[str, ...] | None:
        """Break a text into as few lines as fit the width (pt), as even as can be; `None` if `most` lines don't do."""
        pieces = _BREAK.split(tidy(text))
        for number in range(1, min(most, len(pieces)) + 1):
            lines = min(_splits(pieces, number), key=lambda lines: self.widest(lines, bold=bold))
            if self.widest(lines, bold=bold) <= width:
                return lines
        return None

    def narrowest(self, text: str, most: int, *, bold: bool = False) -> tuple[str, ...]:
        """Break a text into up to `most` lines, so that it is as narrow as can be."""
        pieces = _BREAK.split(tidy(text))
        return min(_splits(pieces, min(most, len(pieces))), key=lambda lines: self.widest(lines, bold=bold))

    def widest(self, lines: tuple[str, ...], *, bold: bool = False) -> float:
        """Return the width (pt) of the widest of some lines."""
        return max(self.width(line, bold=bold) for line in lines)

    def whole(self, text: str, width: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
        """Break a text into `most` lines of a width (pt), or into more where these don't do: no word is lost."""

        def fits(line: str) -> bool:
            return self.width(line, bold=bold) <= width

        return self.fit(text, width, most, bold=bold) or cut(fold(tidy(text), fits), fits)

    def squeeze(self, text: str, width: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
        """Break a text into lines of a width (pt); what `most` lines don't hold ends in an ellipsis."""
        fitted = self.fit(text, width, most, bold=bold)
        if fitted is not None:
            return fitted
        whole = tidy(text)

        def cut(end: int) -> tuple[str, ...] | None:
            return self.fit(f"{whole[:end].rstrip()}…", width, most, bold=bold)

        too_long = bisect_left(range(len(whole)), x=True, key=lambda end: cut(end) is None)
        return cut(max(0, too_long - 1)) or ("…",)


def _splits(pieces: list[str], number: int) -> list[tuple[str, ...]]:
    """Return every way to set the pieces in a number of lines."""
    cuts = combinations(range(1, len(pieces)), number - 1)
    return [
        tuple("".join(pieces[start:end]).rstrip(" ") for start, end in pairwise((0, *cut, len(pieces)))) for cut in cuts
    ]
