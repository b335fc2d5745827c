"""Has every letter of a joined or vocalised script stand in the file where it is drawn, as who reads the file finds it.

WeasyPrint draws a mark where it belongs by a move to its place and another one back, at another height as a text by
itself; letters that are not joined are kerned apart, and two that are joined to one glyph stand for two letters. Who
searches and copies reads words in pieces then: PDFium takes the moves for blanks, other heights for other lines, and
has the two letters of one glyph in the wrong order. Here such a glyph is cast anew (`look.cast`): at its place, as wide
as the room that it has, one for each letter. Nothing that is seen changes by more than thousandths of an em.

Pieces are drawn apart. What is cast is named in them, and has its number when the faces of all are put together.
"""

from __future__ import annotations

import re
from collections import ChainMap
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import bidirectional, mirrored

from weasyprint.draw import text
from weasyprint.text.ffi import ffi, pango

from coursepack.render.look.cast import Cast, Part
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

# Letters from right to left, of Hebrew and of Arabic and its kin; what is set on a letter.
_LEFTWARD = {"R", "AL"}
_CAST = _LEFTWARD | {"NSM"}
# How far letters may be moved and still be read as one word, and how exactly what is cast is placed (thousandths of
# an em): Poppler measures each line by itself, by the least of what is between its words.
_MOVED, _EXACT = 10, 4
_FACE, _RISE = re.compile(rb"/(\w+) ([\d.]+) Tf"), re.compile(rb"(-?[\d.]+) Ts")
_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+(?:e-?\d+)?)")
_CODE = 4
# What is not drawn, and parts or joins letters: Persian has it in many words.
_UNSEEN = {"\u200c", "\u200d"}
# PDFium takes a mark and what is weak beside it, as a full stop, for one word, in the order of other scripts.
_WEAK, _RIGHT = {"EN", "AN", "ES", "ET", "CS"}, "\u200f"
# What turns a line's direction says nothing to who reads letters.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# What is not drawn has no glyph.
_NONE = -1
# How a cast is named in a piece: its face, and what it is.
NAMED = re.compile(rb"/Cast\.[^ ]+ ")


def cast() -> AbstractContextManager[None]:
    """Have text drawn so."""
    original = text.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        begun, going = len(stream.stream), stream._current_font  # noqa: SLF001 it has no other name
        drawn = original(stream, box, *rest)
        if not box.text.isascii() and any(bidirectional(sign) in _CAST for sign in box.text):
            fonts = list(stream._fonts.values())  # noqa: SLF001 as above
            face = _Face(going[0], going[1], fonts) if going else None
            stream.stream[begun:] = _recast(stream.stream[begun:], fonts, _spelt(box.pango_layout), face)
        return drawn

    return replaced(text, draw_first_line=draw)


def named(face: str, one: Cast) -> bytes:
    """Return what stands in a piece for something cast."""
    parts = ";".join(",".join(map(str, part)) for part in one.parts)
    return f"/Cast.{face}.{parts}.{one.width}.{one.text.encode().hex()} ".encode()


def codes(fonts: Iterable[Any]) -> dict[bytes, bytes]:
    """Return the codes of all that is cast, by what stands for it in a piece."""
    return {named(font.hash, one): b"<%04x>" % number for font in fonts for one, number in font.casts.items()}


def _spelt(layout: Any) -> Iterator[tuple[bool, str]]:  # noqa: ANN401 WeasyPrint has no types
    """Yield what the glyphs of a line stand for, from the left, and whether they are drawn."""
    run, text, left = layout.get_first_line()[0].runs[0], layout.text.encode(), " "
    while run != ffi.NULL:
        leftward = run.data.item.analysis.level % 2
        for seen, said in _clustered(run.data, text, leftward=leftward):
            if leftward and bidirectional(said[:1] or " ") == "NSM" and bidirectional(left[-1]) in _WEAK:
                yield False, _RIGHT
            yield seen, said
            left = said or left
        run = run.next


def _clustered(item: Any, text: bytes, *, leftward: bool) -> Iterator[tuple[bool, str]]:  # noqa: ANN401 as above
    """Yield it of a run. Glyphs that share letters have one each, as long as there are some."""
    glyphs, begun = item.glyphs, item.item.offset
    starts = glyphs.log_clusters[0 : glyphs.num_glyphs]
    ends = dict(pairwise([*sorted({*starts}), item.item.length]))
    for start, places in groupby(range(glyphs.num_glyphs), starts.__getitem__):
        said = text[begun + start : begun + ends[start]].decode()
        drawn = [place for place in places if glyphs.glyphs[place].glyph != pango.PANGO_GLYPH_EMPTY]
        if drawn:
            yield from ((True, one) for one in _apiece(said, len(drawn), leftward=leftward))
        elif said in _UNSEEN:
            yield False, said


def _apiece(said: str, glyphs: int, *, leftward: bool) -> list[str]:
    """Share letters among the glyphs that draw them, from the left; the last one stands for all that are left."""
    letters = list((said[::-1] if leftward else said).translate(_TURNING))
    first, rest = letters[: glyphs - 1], letters[glyphs - 1 :]
    shared = [*first, "".join(rest[::-1] if leftward else rest)]
    return shared + [""] * (glyphs - len(shared))


def _recast(
    drawn: Sequence[bytes], fonts: Sequence[Any], spelt: Iterator[tuple[bool, str]], face: _Face | None
) -> Iterator[bytes]:
    """Yield what draws a text, each run of it in one face anew; it may begin in a face that is named already."""
    run = list[bytes]()
    for one in drawn:
        found = _FACE.fullmatch(one)
        if found or not (_RISE.fullmatch(one) or one.endswith(b" TJ")):
            yield from face.set(run, spelt) if face else run
            run, face = [], _Face(found[1].decode(), float(found[2]), fonts) if found else face
            yield one
        else:
            run.append(one)
    yield from face.set(run, spelt) if face else run


class _Placed(NamedTuple):
    """A glyph, where it is drawn, in thousandths of an em, and what it stands for."""

    glyph: int
    at: float
    up: float
    text: str


class _Face:
    """A face at a size, as operators name it."""

    def __init__(self, name: str, size: float, fonts: Sequence[Any]) -> None:
        self.name, self.size = name, size
        self.fonts = [font for font in fonts if font.hash == self.name]
        self.widths = ChainMap({_NONE: 0}, *(font.widths for font in self.fonts))
        self.texts = ChainMap(*(font.to_unicode for font in self.fonts))
        self.castable = all("glyf" in font.tables and not (font.png or font.svg or font.colr) for font in self.fonts)

    def set(self, run: Sequence[bytes], spelt: Iterator[tuple[bool, str]]) -> Sequence[bytes]:
        """Draw a run as one text."""
        placed, end = self._read(run, spelt)
        return [b"[" + b"".join(self._written(placed, end)) + b"] TJ"] if placed and self.castable else run

    def _read(self, run: Iterable[bytes], spelt: Iterator[tuple[bool, str]]) -> tuple[list[_Placed], float]:
        """Return where glyphs are drawn, and where the run ends."""
        found, at, up = list[_Placed](), 0.0, 0.0
        for one in run:
            rise = _RISE.fullmatch(one)
            up = float(rise[1]) * 1000 / self.size if rise else up
            for shown, move in [] if rise else _SHOWN.findall(one):
                at -= float(move or 0)
                for place in range(0, len(shown), _CODE):
                    glyph = int(shown[place : place + _CODE], 16)
                    for seen, said in spelt:
                        found.append(_Placed(glyph if seen else _NONE, at, up, said))
                        if seen:
                            break
                    at += self.widths[glyph]
        return found, at

    def _written(self, placed: Sequence[_Placed], end: float) -> Iterator[bytes]:
        """Yield what draws glyphs, those of a letter together."""
        pen = 0.0
        for glyphs, start, after in self._roomy(_grouped(placed), end):
            if abs(start - pen) >= 1:
                yield b"%d" % round(pen - start)
                pen = start
            for drawn, width in self._drawn(glyphs, start, after):
                yield drawn
                pen += width
        if abs(end - pen) >= 1:
            yield b"%d" % round(pen - end)

    def _roomy(self, letters: Iterable[list[_Placed]], end: float) -> list[tuple[list[_Placed], float, float]]:
        """Return where letters begin and end: a mark has no width, and stands where the next letter begins."""
        found = []
        for glyphs in reversed(list(letters)):
            start = next((one.at for one in glyphs if self.widths[one.glyph]), end)
            found.append((glyphs, start, end))
            end = start
        return found[::-1]

    def _drawn(self, glyphs: Sequence[_Placed], start: float, after: float) -> Iterator[tuple[bytes, float]]:
        """Yield what draws a letter, and its width; it has the room between two places."""
        width, said = sum(self.widths[one.glyph] for one in glyphs), glyphs[0].text
        moved = bool(width) and abs(after - start - width) >= _MOVED and not said.isspace()
        parts = tuple(Part(one.glyph, _even(one.at - start), _even(one.up)) for one in glyphs if one.glyph != _NONE)
        several = len(said) > 1 and bidirectional(said[0]) in _LEFTWARD
        if not (moved or several) and parts == (Part(glyphs[0].glyph, 0, 0),) and self._known(glyphs[0].glyph, said):
            yield b"<%04x>" % glyphs[0].glyph, width
            return
        wide = max(_even(after - start), 0) if moved else round(width)
        for made in _letters(Cast(parts, wide, said), said[::-1] if several else [said]):
            self.fonts[0].__dict__.setdefault("casts", set()).add(made)
            yield named(self.name, made), made.width

    def _known(self, glyph: int, said: str) -> bool:
        """Tell whether a glyph stands for a text; a bracket does for what is seen: readers turn it themselves."""
        return said == self.texts.get(glyph) or bool(mirrored(said[:1] or " "))


def _grouped(placed: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """Yield the glyphs of each letter."""
    found = list[_Placed]()
    for one in placed:
        if found and (one.text or _NONE in {one.glyph, found[0].glyph}):
            yield found
            found = []
        found.append(one)
    if found:
        yield found


def _letters(whole: Cast, said: Sequence[str]) -> Iterator[Cast]:
    """Yield a cast for each letter of a glyph, from the left: the first one draws all, and they share its width."""
    for number, sign in enumerate(said):
        share = whole.width * (number + 1) // len(said) - whole.width * number // len(said)
        yield Cast(() if number else whole.parts, share, sign)


def _even(place: float) -> int:
    return round(place / _EXACT) * _EXACT
