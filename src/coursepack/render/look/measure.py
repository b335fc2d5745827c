"""What a page gives to all that is drawn on it: its measures, its scale of type, the columns of code that it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import uharfbuzz

from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.render.look.theme import Paper, Theme, Type

_PT = 72 / 25.4  # pt in a mm
_CODE = "Code"
LETTER = 0.483  # em: the width of an average letter of the sans
_WORD = 6  # letters of an average word, and its blank
_AIR = 0.4  # em: what stays free beside an equation that fills its measure
_BETWEEN = 1.5  # em: what a column leaves free beside the next
_CAPTION = 6  # lines: the room for a caption, a source and the white around them
# What code is set in: a step, and a smaller one for lines that are longer.
_USUAL, _SMALL = "note", "foot"
# Between lines to write on: mm, and how many at the base of the scale go with its letters.
_RULING, _HAND = 8, 6.3
# A page of large print holds fewer lines of text than this, and so does one of A5 that is easy to read.
FEW = 30
# Lines of code that are kept whole, and the share of a page that they may take.
_KEPT, _WHOLE = 30, 0.58
_GUTTER = 22  # pt at the base of the scale: the room for the numbers of lines


@dataclass(frozen=True)
class Step:
    """A size of type and its leading, in pt."""

    size: float
    leading: float

    def __str__(self) -> str:
        """Return them as the CSS property `font` wants them."""
        return f"{self.size}pt/{self.leading}pt"


@dataclass(frozen=True)
class Columns:
    """How many columns of code go into a measure (each way of setting them by its name), and what numbers take.

    `lines` is how many lines of code a page keeps whole: what is longer goes on over its end.
    """

    text: int
    small: int
    wide: int
    wide_small: int
    gutter: int
    lines: int


@dataclass(frozen=True)
class Measure:
    """The measures of a page in whole pt, and what follows from them.

    `growth` is how many times as large as the scale's own base running text is; `columns` is of code; `letters` is how
    many letters of a task go into a line of the text's measure; `line`, `equation` and `broad` are in em of running
    text: the text's measure, and the most that an equation may take of it and of the wide one; `tall` is how high (pt)
    a drawing may be that stands on a page with its caption; `small_capitals` says whether acronyms are set in them;
    `smallest` is the least size of type (pt); `upright` says whether the letters of formulas stand so; `filled` whether
    exercises take the outer column, too, so that no note stands beside them.
    """

    text: float
    wide: float
    height: float
    growth: float
    steps: Mapping[str, Step]
    columns: Columns
    letters: int
    line: float
    equation: float
    broad: float
    tall: float
    small_capitals: bool
    smallest: float
    upright: bool
    filled: bool

    @property
    def high(self) -> float:
        """The height of a drawing that stands on a page with its caption, in em of running text."""
        return self.tall * self.line / self.text

    @property
    def ruling(self) -> float:
        """The mm between lines to write on: who needs large letters writes large ones."""
        return max(_RULING, self.grown(_HAND))

    def of(self, width: str) -> float:
        """Return the measure (pt) that a block's `width` names."""
        return self.wide if width == "wide" else self.text

    def narrowed(self, share: float) -> Measure:
        """Return the measures of a column that has a share (per cent) of the text's: there is nothing wider in it."""
        part, of = max(0.0, share / 100 - _BETWEEN / self.line), self.columns
        text, equation = self.text * part, self.equation - self.line * (1 - part)
        usual, small = int(of.text * part), int(of.small * part)
        return replace(
            self,
            text=text,
            wide=text,
            columns=Columns(usual, small, usual, small, of.gutter, of.lines),
            letters=int(self.letters * part),
            line=self.line * part,
            equation=equation,
            broad=equation,
        )

    def grown(self, length: float) -> float:
        """Return a length, of any unit, that grows with the text."""
        return round(length * self.growth, 3)


def measure(theme: Theme, paper: Paper) -> Measure:
    """Work out what a paper gives under a theme."""
    text, wide = float(int(paper.text * _PT)), float(int(paper.wide * _PT))
    kind, steps = theme.type, scale(theme.type)
    growth = kind.size / kind.steps.text[0]
    height = (paper.height - paper.top - paper.bottom) * _PT
    beside = (kind.indent + kind.number) * growth
    return Measure(
        text,
        wide,
        height,
        growth,
        steps,
        columns(theme, steps, (text, wide), height),
        int(text / (_letter(kind) * steps["aside"].size)),
        text / kind.size,
        (text - beside) / kind.size - _AIR,
        (wide - beside) / kind.size - _AIR,
        height - _CAPTION * steps["note"].leading,
        theme.acronyms == "small-caps",
        kind.smallest,
        theme.formulas == "upright",
        not theme.fills,
    )


def _letter(kind: Type) -> float:
    """Return the width (em) of an average letter with the white beside it; every sixth sign parts two words."""
    return LETTER + kind.letter_spacing + kind.word_spacing / _WORD


def scale(kind: Type) -> dict[str, Step]:
    """Return the steps of the scale for a size of running text.

    What is as large as the text, or smaller, grows in proportion. Display type grows by a power of that, which is the
    smaller the larger it is: a page has no room for more, and needs none.
    """
    base, its_leading = kind.steps.text
    growth = kind.size / base
    looser = (kind.leading / kind.size) / (its_leading / base)
    found = {}
    for name, (size, leading) in kind.steps:
        own = max(kind.smallest, size * growth ** min(1, base / size))
        found[name] = Step(round(own, 3), round(leading * (own / size) * looser, 3))
    return found


def columns(theme: Theme, steps: Mapping[str, Step], measures: tuple[float, float], height: float) -> Columns:
    """Count the columns of code in two measures (pt), of which every character is equally wide, and its lines."""
    files = [face.file for face in theme.faces if face.family == _CODE and face.style == "normal"]
    usual, small = (_advance(files[0]) * steps[step].size for step in (_USUAL, _SMALL))
    gutter = _GUTTER * theme.type.size / theme.type.steps.text[0]
    (text, wide), lines = measures, min(_KEPT, int(height / steps["table"].leading * _WHOLE))
    return Columns(
        int(text / usual), int(text / small), int(wide / usual), int(wide / small), int(-(-gutter // small)), lines
    )


@cache
def _advance(file: str) -> float:
    """Return the width (em) of a figure."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(file))))
    font = uharfbuzz.Font(face)
    return float(font.get_glyph_h_advance(font.get_nominal_glyph(ord("0"))) / face.upem)
