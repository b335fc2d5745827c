"""Counts what is wrong with a deck as LibreOffice draws it, in the same way whatever made it."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import astuple, dataclass
from functools import cache
from typing import TYPE_CHECKING, Self
from unicodedata import normalize

import pypdfium2
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdfium2 import raw

import office
from coursepack.render.slides.audit import audit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

EMU = 12700  # a point
_HANGING = ("\u3001", "\u3002", "\uff0c", "\uff0e")
SHARP = 150 / 72  # pixels a point
FLOOR = 14.0  # points on a slide of 13.33 by 7.5 inches: less is not read from the last row
COMMON = 960 * 540  # such a slide, in square points
LEAST = 3.0  # to 1: what WCAG 2.2 asks even of large text


@dataclass(frozen=True)
class Counts:
    """A deck's slides and words; words beyond their slide or in no shape, and those that are not drawn; bad slides.

    `found` is what a checker of accessibility finds.
    """

    slides: int = 0
    words: int = 0
    outside: int = 0
    lost: int = 0
    pale: int = 0
    small: int = 0
    found: int = 0

    def __add__(self, other: Self) -> Counts:
        return Counts(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


def count(deck: Path) -> Counts:
    """Count in a deck beside which its drawing lies, a PDF with a page a slide."""
    data, pdf = deck.read_bytes(), deck.with_suffix(".pdf")
    file = Presentation(io.BytesIO(data))
    whole = (0.0, 0.0, file.slide_width / EMU, file.slide_height / EMU)
    floor = FLOOR * (whole[2] * whole[3] / COMMON) ** 0.5
    made = zip(office.inked(pdf), file.slides, pypdfium2.PdfDocument(pdf), strict=True)
    asked = Counts(found=len(audit(data, (), ())))
    return sum((_slide(words, slide, page, whole, floor) for words, slide, page in made), asked)


def _slide(
    words: list[office.Word],
    slide: Slide,
    page: pypdfium2.PdfPage,
    whole: tuple[float, float, float, float],
    floor: float,
) -> Counts:
    boxes = [_box(shape, whole) for shape in [*slide.shapes, *_behind(slide)] if shape.width]
    outside = [
        one for one in words if not (office.inside(one, whole) and any(office.inside(_hung(one), box) for box in boxes))
    ]
    picture = page.render(scale=SHARP).to_pil().convert("RGB")
    pale = any(_contrast(picture, word) < LEAST for word in words if office.letters(word.text))
    small = min(_sizes(page), default=floor) < floor - 0.1
    return Counts(1, len(words), len(outside), _lost(words, slide), pale, small)


def _hung(word: office.Word) -> office.Word:
    """Leave out a Chinese or Japanese stop at a line's end: it may hang in the margin, as templates have it."""
    wide = (word.right - word.left) / len(word.text)
    return word._replace(right=word.right - wide) if word.text.endswith(_HANGING) else word


def _behind(slide: Slide) -> list[BaseShape]:
    """Return what the template draws behind a slide: what it says there is its own."""
    layout = slide.slide_layout
    return [one for page in (layout, layout.slide_master) for one in page.shapes if not one.is_placeholder]


def _box(shape: BaseShape, whole: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return where a shape stands; a table has as much room below as there is, for it grows with its text."""
    left, top, width, height = (side / EMU for side in (shape.left, shape.top, shape.width, shape.height))
    return left, top, width, whole[3] - top if shape.has_table else height


def _lost(words: list[office.Word], slide: Slide) -> int:
    """Count the words of a slide's shapes that its page has not."""
    said = [
        _letters("".join(part.text or "" for part in text.iter(qn("a:t")))) for text in slide.element.iter(qn("a:p"))
    ]
    drawn = _letters("".join(word.text for word in words))
    if not Counter("".join(said)) - Counter(drawn):
        return 0
    texts = (part.text or "" for part in slide.element.iter(qn("a:t")))
    return sum(_letters(word) not in drawn for text in texts for word in text.split())


def _letters(text: str) -> str:
    """Return the letters and digits, whatever their form in a script that joins them."""
    return office.letters(normalize("NFKC", text))


def _contrast(picture: Image, word: office.Word) -> float:
    """Return the contrast of a word with its ground: of the colour in its place that most have with any other there."""
    left, top, right, bottom = (round(side * SHARP) for side in word[1:])
    place = picture.crop((left - 1, top - 1, right + 1, bottom + 1))
    colours = place.getcolors(place.width * place.height) or [(1, (0, 0, 0))]
    ground = _light(max(colours)[1])
    lights = [_light(colour) for _, colour in colours]
    return max((max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in lights)


@cache
def _light(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the sizes of a page's letters and digits, in points."""
    text = page.get_textpage()
    for at, sign in enumerate(text.get_text_range()):
        if sign.isalnum():
            yield raw.FPDFText_GetFontSize(text, at)
