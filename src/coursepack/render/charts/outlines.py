"""Lines of a drawing in faces that letters do not stand beside each other in: shaped here, and drawn as outlines.

WeasyPrint sets the text of an SVG letter by letter. That is right for alphabets whose letters do not change; Arabic is
joined, Indic signs move, and lines of both directions have an order.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import uharfbuzz

from coursepack.render.look.bidi import leads_right, visual
from coursepack.render.look.fontfile import characters, font_data
from coursepack.render.look.scripts import others

Files = tuple[str, ...]

# Scripts whose letters stand as they are, one beside the other.
_APART = frozenset({"cjk", "georgian", "armenian", "ethiopic"})
_BLANK = re.compile(r"[\s\u200c\u200d\u200e\u200f\ufe0f]")


def is_joined(text: str) -> bool:
    """Tell whether a line has to be shaped as a whole."""
    return not _APART.issuperset(others(text))


def pieces(files: Files, text: str) -> list[tuple[str, str]]:
    """Cut a text by the first file that has its letters; blanks and marks stay with what is before them."""
    made: list[tuple[str, str]] = []
    for sign in text:
        last = made[-1][0] if made else files[0]
        stays = _BLANK.match(sign) or (last != files[0] and not sign.isalnum() and ord(sign) in characters(last))
        file = last if stays else next((one for one in files if ord(sign) in characters(one)), files[0])
        if made and file == last:
            made[-1] = (file, made[-1][1] + sign)
        else:
            made.append((file, sign))
    return made


@cache
def font(file: str) -> uharfbuzz.Font:
    """Return a face to shape with."""
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font_data(file))))


@lru_cache(maxsize=2048)
def outline(files: Files, text: str, size: float) -> str:
    """Return a line as the data of an SVG path that begins at 0, with the baseline at 0; `size` is in its units."""
    pen, across = _Pen(), 0.0
    for part, leftward in visual(text, rightward=not leads_right(text)):
        cut = pieces(files, part)
        for file, letters in reversed(cut) if leftward else cut:
            across = pen.draw(font(file), letters, across, size, leftward=leftward)
    return "".join(pen.data)


class _Pen:
    """Writes what HarfBuzz draws."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.data: list[str] = []
        self._at, self._scale = (0.0, 0.0), 1.0
        self._ways = uharfbuzz.DrawFuncs()
        self._ways.set_move_to_func(lambda x, y, _: self._write("M", x, y))
        self._ways.set_line_to_func(lambda x, y, _: self._write("L", x, y))
        self._ways.set_quadratic_to_func(lambda *rest: self._write("Q", *rest[:4]))
        self._ways.set_cubic_to_func(lambda *rest: self._write("C", *rest[:6]))
        self._ways.set_close_path_func(lambda _: self.data.append("Z"))

    def draw(self, face: uharfbuzz.Font, text: str, left: float, size: float, *, leftward: bool) -> float:
        """Draw a text of one face and direction, and return where it ends."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        uharfbuzz.shape(face, buffer)
        self._scale = size / face.face.upem
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            self._at = (left + place.x_offset * self._scale, place.y_offset * self._scale)
            face.draw_glyph(info.codepoint, self._ways)
            left += place.x_advance * self._scale
        return left

    def _write(self, kind: str, *places: float) -> None:
        x, y = self._at
        both = zip(places[::2], places[1::2], strict=True)
        said = (f"{x + across * self._scale:.2f} {-(y + up * self._scale):.2f}" for across, up in both)
        self.data.append(kind + " ".join(said))
