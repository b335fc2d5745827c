"""The twins of the deck's faces: how wide words are, measured on free fonts with the same widths as PowerPoint's.

Scripts that the deck's own faces do not write are measured with the theme's further faces, as far as these are
installed: what has none lacks its glyphs, which is a problem only where such a text is shown. A letter or sign that a
face has but its twin lacks (Cyrillic titles, Greek accents, primes) is measured with a face for paper, and a margin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Literal

import uharfbuzz as hb

from coursepack.render.look.fontfile import characters, setting
from coursepack.render.look.scripts import SLOTS, parts
from coursepack.render.look.theme import font_path, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.render.look.scripts import Script
    from coursepack.render.look.theme import Fallback, Theme

Role = Literal["heading", "body"]

# Controls and blanks that PowerPoint does not draw: no face need have a glyph for them.
_UNDRAWN = frozenset("\t\n\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")


# How much wider than the face that measures it a letter may be in the deck's own.
_MARGIN = 1.1


@dataclass(frozen=True)
class Shaped:
    """What a face makes of a word: its width in em, and the characters the face lacks; `lacking` has all, in order.

    What is lacking has no width.
    """

    width: float
    missing: str
    lacking: str = ""


@dataclass(frozen=True)
class Faces:
    """Font files of the twins by role, bold and italic; `mono` is the width of a character of code, in em.

    `families` names the faces of further scripts that are installed; their files have the script for a role. `stands`
    are files that what no twin has is measured with, in their order.
    """

    files: Mapping[tuple[str, bool, bool], str]
    mono: float
    families: Mapping[Script, str] = field(default_factory=dict)
    stands: Mapping[Role, Sequence[str]] = field(default_factory=dict)

    def slots(self, text: str) -> list[tuple[str, str]]:
        """Return the faces of the scripts that a text has beside the deck's own, by DrawingML's slots, in order."""
        found = {SLOTS[script]: self.families[script] for script in self._further(text)}
        return sorted(found.items(), reverse=True)

    def leading(self, text: str, *, bold: bool) -> float:
        """Return the height that a line has for the faces of a text's further scripts, in em; 0 if it has none."""
        return max((_height(self.files[script, bold, False]) for script in self._further(text)), default=0.0)

    def _further(self, text: str) -> list[Script]:
        return [script for script, _ in parts(text) if script in self.families]

    def shape(self, text: str, role: Role, *, bold: bool, italic: bool, near: Sequence[Script] = ()) -> Shaped:
        """Measure a piece of text that stays on one line.

        Blanks, digits and marks `near` another script may be set in its face or in the deck's own: the wider counts.
        """
        own = self.files[role, bold, italic]
        if not near and (text.isascii() or not self.families):
            return self._stood(_shape(own, text), role)
        found = [
            self._stood(_shape(self.files.get((script, bold, italic), own), part), role) for script, part in parts(text)
        ]
        width = sum(one.width for one in found)
        if near and not any(map(str.isalpha, text)):
            others = [_shape(self.files[script, bold, italic], text) for script in near if script in self.families]
            width = max([width, *(other.width for other in others)])
        return Shaped(width, "".join(one.missing for one in found))

    def _stood(self, found: Shaped, role: Role) -> Shaped:
        """Return what a twin made of a word, with the width of what it lacks as another face has it."""
        if not found.missing:
            return found
        width, missing = found.width, ""
        for sign in found.lacking:
            file = next((one for one in self.stands.get(role, ()) if ord(sign) in characters(one)), "")
            width += _shape(_located(file), sign).width * _MARGIN if file else 0.0
            missing += "" if file else sign
        return Shaped(width, "".join(sorted(set(missing))))

    def shape_code(self, text: str) -> Shaped:
        """Measure code: every character is equally wide, and its family is not measured for coverage."""
        return Shaped(len(text) * self.mono, "")

    def width(self, text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
        """Return how wide a line in the body face is at `size` points, in inches."""
        return self.shape(text, "body", bold=bold, italic=italic).width * size / 72


def load(theme: Theme, mono: float) -> Faces:
    """Find the twins that the theme names."""
    roles = {"heading": theme.deck.heading.twin, "body": theme.deck.body.twin}
    files = {
        (role, "bold" in style, "italic" in style): _located(file)
        for role, twin in roles.items()
        for style, file in twin.items()
    }
    families: dict[Script, str] = {}
    for one in theme.deck.fallback:
        found = dict(_further(one))
        files |= found
        if found:
            families.setdefault(one.script, one.family)
    return Faces(files, mono, families, {"heading": _stands(theme, "Text"), "body": _stands(theme, "Apparatus")})


def _further(fallback: Fallback) -> Iterator[tuple[tuple[str, bool, bool], str]]:
    """Yield the files of a further face; a style that it lacks is measured with the nearest that it has."""
    twin = fallback.installed
    for bold, italic in product((False, True), repeat=2) if twin else ():
        upright = twin.get("bold" if bold else "regular", twin["regular"])
        slanted = twin.get("bold-italic" if bold else "italic", upright)
        yield (fallback.script, bold, italic), _located(slanted if italic else upright)


def _stands(theme: Theme, family: str) -> tuple[str, ...]:
    """Return the upright files that paper has for a family, the theme's further ones after them."""
    own = [face.file for face in theme.faces if face.family == family and face.style == "normal"]
    return tuple(file for file in dict.fromkeys([*own, *(face.regular for face in theme.worn)]) if is_installed(file))


def _located(file: str) -> str:
    """Return where a file is, and what follows its `#`: a weight, and how much wider a family is taken to be."""
    _, mark, settings = file.partition("#")
    return f"{font_path(file)}{mark}{settings}"


def family(file: str) -> str:
    """Return the name that the font file gives itself."""
    return str(_font(file).face.get_name(hb.OTNameIdPredefined.FONT_FAMILY))


@cache
def _font(file: str) -> hb.Font:
    path, _, settings = file.partition("#")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))
    weight = setting(settings, "wght")
    if weight:
        font.set_variations({"wght": weight})
    return font


def _height(file: str) -> float:
    font = _font(file)
    found = font.get_font_extents("ltr")
    return float((found.ascender - found.descender + found.line_gap) / font.face.upem)


@lru_cache(maxsize=1 << 16)
def _shape(file: str, text: str) -> Shaped:
    font = _font(file)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    glyphs = list(zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True))
    lacking = "".join(text[info.cluster] for info, _ in glyphs if info.codepoint == 0)
    width = sum(place.x_advance for info, place in glyphs if info.codepoint) / font.face.upem
    width *= setting(file.partition("#")[2], "widen") or 1.0
    wanted = "".join(sign for sign in lacking if sign not in _UNDRAWN)
    return Shaped(width, "".join(sorted(set(wanted))), wanted)
