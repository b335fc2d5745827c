"""Reads a finished PDF back with tools that are not ours: pdfium for what is seen, pikepdf for what is linked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack
    from coursepack.render.look.theme import Paper

MM = 72 / 25.4
# What the two tools and the rounding of a PDF may differ by, in pt.
NEAR = 1.5
# How far an italic letter may lean out of its line.
LEAN = 3.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pt, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box, least: float = NEAR) -> bool:
        """Tell whether the two share more than a seam."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > least and high > least

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left - LEAN
            and self.right <= other.right + LEAN
            and self.bottom >= other.bottom - LEAN
            and self.top <= other.top + LEAN
        )


@dataclass(frozen=True)
class Link:
    """A link: the page that it stands on (from 1), where, and the name that it leads to or its web address."""

    page: int
    box: Box
    name: str
    address: str


def around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def squeezed(words: str) -> str:
    """Leave white and hyphens out: where lines end is not what is compared."""
    return re.sub(r"[\s\u00a0\u00ad\u2002\ufffe\x02-]+", "", words)


class Page:
    """One page as it is seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.pdfium = page
        self.words = page.get_textpage()
        self.text: str = self.words.get_text_bounded()

    @cached_property
    def runs(self) -> list[Box]:
        """Where there is text, line by line."""
        return [Box(*self.words.get_rect(index)) for index in range(self.words.count_rects())]

    @cached_property
    def lines(self) -> int:
        """How many lines of text there are, without the head and the foot."""
        height = self.pdfium.get_height()
        rows = {round(run.bottom / 4) for run in self.runs if 0.09 * height < run.bottom < 0.915 * height}
        return len(rows)

    @cached_property
    def drawings(self) -> list[Box]:
        """What is not text: rules, fills, pictures, outside and inside of drawings."""
        kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING]
        return [Box(*item.get_bounds()) for item in self.pdfium.get_objects(kinds, max_depth=1)]

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        letters = [(char, index) for index, char in enumerate(self.words.get_text_range()) if squeezed(char)]
        return "".join(char for char, _ in letters), [index for _, index in letters]

    def find(self, words: str, inside: Box | None = None) -> Box | None:
        """Return where these words stand, the white apart; the first place `inside`, if that is given."""
        wanted = squeezed(words)
        text, places = self._letters
        start = text.find(wanted)
        while start >= 0:
            box = around([Box(*self.words.get_charbox(places[at])) for at in range(start, start + len(wanted))])
            if inside is None or box.within(inside):
                return box
            start = text.find(wanted, start + 1)
        return None

    def inside(self, box: Box) -> str:
        return str(self.words.get_text_bounded(box.left, box.bottom, box.right, box.top))


class Reading:
    """A PDF file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(BytesIO(data))
        self.seen = pypdfium2.PdfDocument(data)
        self.pages = [Page(page) for page in self.seen]

    @cached_property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        return {page.objgen: number for number, page in enumerate(self.file.pages, 1)}

    @cached_property
    def places(self) -> dict[str, tuple[int, float]]:
        """The page and the height of every named destination."""
        tree = pikepdf.NameTree(self.file.Root.Names.Dests)
        return {str(name): (self.numbers[place[0].objgen], float(place[3])) for name, place in tree.items()}

    @cached_property
    def links(self) -> list[Link]:
        return [link for number, page in enumerate(self.file.pages, 1) for link in _links(number, page)]

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Return the outline: depth, words, page."""
        found = []
        for mark in self.seen.get_toc():
            place = mark.get_dest()
            found.append((mark.level, mark.get_title(), place.get_index() + 1 if place else 0))
        return found

    def fonts(self) -> Iterator[tuple[str, bool]]:
        """Yield every font's name, and whether its glyphs are in the file."""
        for item in self.file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/DescendantFonts" not in item:
                descriptor = item.get("/FontDescriptor", {})
                yield str(item.BaseFont), any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _links(number: int, page: pikepdf.Page) -> Iterator[Link]:
    for note in page.get("/Annots", []):
        if note.Subtype == "/Link":
            left, bottom, right, top = (float(edge) for edge in note.Rect)
            box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
            address = str(note.A.URI) if "/A" in note and "/URI" in note.A else ""
            yield Link(number, box, str(note.Dest) if "/Dest" in note else "", address)


def headings(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of every heading of units and sections."""
    for unit in pack.units:
        yield unit.front.id, unit.front.title.plain()
        yield from ((section.id, section.title.plain()) for section in unit.sections if section.title)


def sides(paper: Paper, number: int) -> tuple[Box, Box]:
    """Return what a page may be filled with: text and margin together, and the outer margin alone."""
    wide = (paper.text + paper.gap + paper.outer) * MM
    left = paper.inner * MM if number % 2 else paper.width * MM - paper.inner * MM - wide
    low, high = paper.bottom * MM, (paper.height - paper.top) * MM
    outer = left + (paper.text + paper.gap) * MM if number % 2 else left
    return Box(left, low, left + wide, high), Box(outer, low, outer + paper.outer * MM, high)


def contents(reading: Reading, end: str) -> Iterator[tuple[str, int]]:
    """Yield what the contents say, up to the anchor of the first unit: where a row leads, and its printed number."""
    pages = range(reading.places["contents"][0], reading.places[end][0])
    done: set[str] = set()
    for link in reading.links:
        if link.page in pages and link.name not in done:
            done.add(link.name)
            before = Box(link.box.left - 21 * MM, link.box.bottom, link.box.left, link.box.top)
            printed = reading.pages[link.page - 1].inside(before).split()
            yield link.name, int(printed[0]) if printed and printed[0].isdigit() else 0
