"""The twins of the deck's faces: how wide words are, measured on free fonts with the same widths as PowerPoint's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import uharfbuzz as hb

from coursepack.render.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.render.theme import Theme

Role = Literal["heading", "body"]

# Controls and blanks that PowerPoint does not draw: no face need have a glyph for them.
_UNDRAWN = frozenset("\t\n\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True)
class Shaped:
    """What a face makes of a word: its width in em, and the characters the face lacks."""

    width: float
    missing: str


@dataclass(frozen=True)
class Faces:
    """Font files of the twins by role, bold and italic; `mono` is the width of a character of code, in em."""

    files: Mapping[tuple[str, bool, bool], str]
    mono: float

    def shape(self, text: str, role: Role, *, bold: bool, italic: bool) -> Shaped:
        """Measure a piece of text that stays on one line."""
        return _shape(self.files[role, bold, italic], text)

    def shape_code(self, text: str) -> Shaped:
        """Measure code: every character is equally wide, and its family is not measured for coverage."""
        return Shaped(len(text) * self.mono, "")

    def width(self, text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
        """Return how wide a line in the body face is at `size` points, in inches."""
        return self.shape(text, "body", bold=bold, italic=italic).width * size / 72


def load(theme: Theme, mono: float) -> Faces:
    """Find the twins that the theme names."""
    roles = {"heading": theme.deck.heading, "body": theme.deck.body}
    return Faces(
        {
            (role, "bold" in style, "italic" in style): str(font_path(file))
            for role, face in roles.items()
            for style, file in face.twin.items()
        },
        mono,
    )


def family(file: str) -> str:
    """Return the name that the font file gives itself."""
    return str(_font(file).face.get_name(hb.OTNameIdPredefined.FONT_FAMILY))


@cache
def _font(file: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(file)))


@lru_cache(maxsize=1 << 16)
def _shape(file: str, text: str) -> Shaped:
    font = _font(file)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    width = sum(position.x_advance for position in buffer.glyph_positions or ()) / font.face.upem
    lacking = {text[info.cluster] for info in buffer.glyph_infos or () if info.codepoint == 0}
    return Shaped(width, "".join(sorted(lacking - _UNDRAWN)))
