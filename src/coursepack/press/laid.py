"""Laid-out pages of a finished PDF, read back: lines of text with their elements, what is drawn, where anchors are.

All lengths are pt from the lower left corner of a page.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Elements that are words of what is around them.
_INLINE = {"Span", "Link", "Lbl", "Formula", "Reference", "Figure", "Code"}
# Raised and lowered signs stand on the line of their neighbours (pt).
_LINE = 4.5
# A line to write on is as high as its row of 8 mm, or of 7 where those come closer, and as long as a word at least.
_ROWS, _LONG, _NEAR = (8 / 25.4 * 72, 7 / 25.4 * 72), 40, 0.1


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """Return how far two reach into each other: the lesser of both directions, negative if they are apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return min(across, min(self.top, other.top) - max(self.bottom, other.bottom))


@dataclass(frozen=True)
class Run:
    """Words that are set in one go."""

    box: Box
    words: str


@dataclass(frozen=True)
class Line:
    """A line of text: what it is set of, and the role of the element that it is of ("" for a running head).

    `element` is the element's number on its page; it is `open` if there is more of it on another page.
    """

    runs: tuple[Run, ...]
    role: str
    element: int
    open: bool = False

    @cached_property
    def words(self) -> str:
        """All that is set on it."""
        return "".join(run.words for run in self.runs)

    @cached_property
    def box(self) -> Box:
        """What it covers."""
        boxes = [run.box for run in self.runs]
        left, right = min(box.left for box in boxes), max(box.right for box in boxes)
        return Box(left, min(box.bottom for box in boxes), right, max(box.top for box in boxes))


@dataclass(frozen=True)
class Laid:
    """A page: its number from 1, its size, and its lines in the order of reading.

    `drawn` is what is no text, `rows` are the lines to write on.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    drawn: tuple[Box, ...]
    rows: tuple[Box, ...]

    @cached_property
    def said(self) -> tuple[Line, ...]:
        """The lines that are no running head and no folio."""
        return tuple(line for line in self.lines if line.role)


@dataclass(frozen=True)
class Place:
    """Where something stands: the page, and how far above its foot."""

    page: int
    height: float


@dataclass(frozen=True)
class Pages:
    """The pages of a PDF, the places of its anchors, and its links: from where to which anchor."""

    pages: tuple[Laid, ...]
    anchors: Mapping[str, Place]
    links: tuple[tuple[Place, str], ...]


def read(data: bytes) -> Pages:
    """Read a PDF back."""
    pdf = pypdfium2.PdfDocument(data)
    anchors = dict(_anchors(pdf))
    names = {place: name for name, place in anchors.items()}
    laid, links = list[Laid](), list[tuple[Place, str]]()
    for number, page in enumerate(pdf, 1):
        laid.append(_laid(page, number))
        links += [(start, names[end]) for start, end in _links(pdf, page, number) if end in names]
    return Pages(tuple(laid), anchors, tuple(links))


def _laid(page: Any, number: int) -> Laid:  # noqa: ANN401 pypdfium2 has no types
    width, height = page.get_size()
    elements = dict(_elements(page))
    text, found, drawn = page.get_textpage(), defaultdict[Any, list[Run]](list), list[Box]()
    for place, item in enumerate(page.get_objects(max_depth=1, textpage=text)):
        box = Box(*item.get_bounds())
        if item.type != raw.FPDF_PAGEOBJ_TEXT:
            drawn.append(box)
        elif words := _words(item):
            known = elements.get(raw.FPDFPageObj_GetMarkedContentID(item), ("", -1 - place, False))
            found[known, _line(found, known, item.get_matrix().f)].append(Run(box, words))
    lines = (Line(tuple(runs), *known) for (known, _), runs in found.items())
    return Laid(number, width, height, tuple(lines), tuple(drawn), tuple(filter(_is_row, drawn)))


def _words(item: Any) -> str:  # noqa: ANN401 pypdfium2 has no types
    """Return what a text object says; PDFium turns the halves of a sign round that stands in a text from the right."""
    try:
        return str(item.extract())
    except UnicodeDecodeError as turned:
        return turned.object.decode("utf-16-le", "replace")


def _is_row(box: Box) -> bool:
    """Tell whether what is drawn is a line to write on."""
    is_high = any(abs(box.top - box.bottom - row) < _NEAR for row in _ROWS)
    return is_high and box.right - box.left > _LONG


def _line(runs: Mapping[Any, Any], known: Any, base: float) -> float:  # noqa: ANN401 an element, if there is one
    """Return the base line that a run stands on: that of its element's last line, if it is near."""
    last = next((line for element, line in reversed(runs) if element == known), None)
    return last if last is not None and abs(last - base) < _LINE else base


def _elements(page: Any) -> Iterator[tuple[int, tuple[str, int, bool]]]:  # noqa: ANN401 pypdfium2 has no types
    """Yield which element each mark of a page is of: its role, its number, and whether it goes on elsewhere."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    count = 0
    waiting = [(raw.FPDF_StructTree_GetChildAtIndex(tree, 0), ("", 0, False))]
    while waiting:
        element, known = waiting.pop()
        role = _role(element)
        kids = range(raw.FPDF_StructElement_CountChildren(element))
        marks = [raw.FPDF_StructElement_GetChildMarkedContentID(element, kid) for kid in kids]
        inner = [raw.FPDF_StructElement_GetChildAtIndex(element, kid) for kid in kids]
        if role not in _INLINE:
            count += 1
            known = (role, count, any(mark < 0 and not kid for mark, kid in zip(marks, inner, strict=True)))
        yield from ((mark, known) for mark in marks if mark >= 0)
        waiting += [(kid, known) for kid in reversed(inner) if kid]


def _role(element: Any) -> str:  # noqa: ANN401 pypdfium2 has no types
    name = ctypes.create_string_buffer(64)
    raw.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw.decode("utf-16-le").partition("\0")[0]


def _anchors(pdf: Any) -> Iterator[tuple[str, Place]]:  # noqa: ANN401 pypdfium2 has no types
    for place in range(raw.FPDF_CountNamedDests(pdf)):
        size = ctypes.c_long()
        raw.FPDF_GetNamedDest(pdf, place, None, size)
        name = ctypes.create_string_buffer(size.value)
        found = _place(pdf, raw.FPDF_GetNamedDest(pdf, place, name, size))
        if found:
            yield name.raw.decode("utf-16-le").removesuffix("\0"), found


def _links(pdf: Any, page: Any, number: int) -> Iterator[tuple[Place, Place]]:  # noqa: ANN401 pypdfium2 has no types
    """Yield from where to where a page has links."""
    start, link, box = ctypes.c_int(), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, start, link):
        target = _place(pdf, raw.FPDFLink_GetDest(pdf, link))
        if target and raw.FPDFLink_GetAnnotRect(link, box):
            yield Place(number, box.top), target


def _place(pdf: Any, dest: Any) -> Place | None:  # noqa: ANN401 pypdfium2 has no types
    if not dest:
        return None
    has = [ctypes.c_int() for _ in range(3)]
    at = [ctypes.c_float() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(dest, *has, *at)
    return Place(raw.FPDFDest_GetDestPageIndex(pdf, dest) + 1, round(at[1].value, 1))
