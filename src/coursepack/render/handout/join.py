"""Pieces become one PDF: one tree of structure, one outline, every anchor, every face once."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint import HTML
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.logger import LOGGER
from weasyprint.matrix import Matrix
from weasyprint.pdf.anchors import add_outlines
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout import casting, faces, streams, tags
from coursepack.render.handout.piece import KEY, NOTE, OWN, references, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.render.handout.piece import Piece


# The level of bookmarks that stand apart, as the style sheet has it: below every heading.
APART = 9
# How HTML says that a document is read from right to left, and how a page says what its width and height are.
_LEFTWARD = 'dir="rtl"'
_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)")


def joined(head: str, pieces: Sequence[Piece], files: Mapping[str, bytes], folio: str = "", beside: str = "") -> bytes:
    """Return the PDF of pieces; `head` is HTML that says what the file says of itself.

    `files` are the font files that the pieces may name, by their digests, `folio` is what numbers of pages have before
    them, `beside` the name of the bookmarks that stand apart.
    """
    # Without pages WeasyPrint writes what is in a file once: what it says of itself, and the faces.
    blank = HTML(string=f"{head}<body></body></html>").render(font_config=_no_faces(), pdf_variant="pdf/ua-1")
    document = blank.copy([])
    document.fonts = faces.together((face for piece in pieces for face in piece.faces), files)

    def finish(_document: Any, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        work = _Join(pdf, casting.codes(document.fonts.values()))
        for piece in pieces:
            work.add(piece)
        work.end(pieces, beside)
        streams.pack(pdf)
        tags.claim(pdf, folio)
        tags.prefer(pdf, upright=_upright(pieces[0]), leftward=_LEFTWARD in head)

    with tags.undated(), streams.closed():
        return document.write_pdf(pdf_variant=tags.VARIANT, finisher=finish)  # type: ignore[no-any-return] # WeasyPrint has no types


@cache
def _no_faces() -> FontConfiguration:
    """Return what pages without words are laid out with: of each of these the libraries keep some for ever."""
    return FontConfiguration()


def _upright(piece: Piece) -> bool:
    """Tell whether a piece's first page stands upright, as paper does, or lies, as slides do."""
    found = _BOX.search(piece.objects[piece.leaves[0]])
    return found is not None and float(found[2]) > float(found[1])


class _Written(pydyf.Object):  # type: ignore[misc] # pydyf has no types
    """An object that is written already."""

    data = b""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data

    @property
    def compressible(self) -> bool:
        """Tell whether it may stand in a stream of objects: streams may not."""
        return b"\nstream\n" not in self.data


class _Join:
    """A file that pieces are added to."""

    def __init__(self, pdf: Any, codes: Mapping[bytes, bytes]) -> None:  # noqa: ANN401 pydyf has no types
        self.pdf, self.codes = pdf, codes
        self.tree = self.at(pdf.catalog["StructTreeRoot"])
        (self.document,) = self.tree["K"]
        self.nums = self.at(self.tree["ParentTree"])["Nums"]
        fonts = next(one["Font"] for one in pdf.objects if isinstance(one, dict) and "Font" in one)
        self.shared = (pdf.pages.reference, self.document, fonts)
        self.notes = 0
        self.dests: list[tuple[str, bytes]] = []
        self.streams: dict[bytes, int] = {}

    def at(self, reference: bytes) -> Any:  # noqa: ANN401 pydyf has no types
        """Return an object."""
        return self.pdf.objects[int(reference.split()[0])]

    def add(self, piece: Piece) -> None:
        """Add the objects of a piece; a drawing that is there already is not added again."""
        numbers = self.numbers(piece)
        keys = len(self.nums) // 2

        def name(number: int, kind: int) -> bytes:
            if kind == OWN:
                return b"%d 0 R" % numbers[number]
            if kind == KEY:
                return b"%d" % (keys + number)
            return b"(%d)" % (self.notes + number) if kind == NOTE else self.shared[number]

        for place, data in enumerate(piece.objects):
            if numbers[place] == len(self.pdf.objects):
                self.pdf.add_object(_Written(renamed(self.coded(data), name)))
        for leaf in piece.leaves:
            self.pdf.pages["Count"] += 1
            self.pdf.pages["Kids"].extend([numbers[leaf], 0, "R"])
        self.at(self.document)["K"].extend(b"%d 0 R" % numbers[top] for top in piece.tops)
        for place, parent in enumerate(piece.parents):
            self.nums.extend([keys + place, renamed(parent, name)])
        self.dests += [(anchor, renamed(place, name)) for anchor, place in piece.dests]
        self.notes += piece.notes

    def coded(self, data: bytes) -> bytes:
        """Return an object in which what is cast has its number."""
        return streams.changed(data, casting.NAMED, lambda found: self.codes[found[0]]) if self.codes else data

    def numbers(self, piece: Piece) -> list[int]:
        """Return the numbers that a piece's objects get."""
        found, free = list[int](), len(self.pdf.objects)
        for data in piece.objects:
            alone = b"\nstream\n" in data and not references(data)
            number = self.streams.setdefault(data, free) if alone else free
            found.append(number)
            free += number == free
        return found

    def end(self, pieces: Sequence[Piece], beside: str) -> None:
        """Add what holds the pages together."""
        there = {name for name, _ in self.dests}
        for lead in dict.fromkeys(chain.from_iterable(piece.leads for piece in pieces)):
            if lead not in there:
                LOGGER.error("No anchor #%s for internal URI reference", lead)
        listed = pydyf.Array(chain.from_iterable((pydyf.String(name), place) for name, place in sorted(self.dests)))
        if listed:
            self.pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": listed})})
        add_outlines(self.pdf, [*_tree(pieces), *_apart(pieces, beside)])


def _tree(pieces: Sequence[Piece]) -> list[Any]:
    """Return the bookmarks of all pieces as WeasyPrint nests them."""
    root: list[Any] = []
    skipped, last, level = list[int](), [root], 0
    for number, marks in enumerate(_marks(pieces)):
        page = SimpleNamespace(bookmarks=marks)
        level = make_page_bookmark_tree(page, skipped, last, level, number, Matrix())
    return root


def _apart(pieces: Sequence[Piece], name: str) -> list[Any]:
    """Return the bookmarks that are no part of what is around them, under one that is closed."""
    found: list[Any] = [
        (label, (number, *at), [], "open")
        for number, marks in enumerate(_all(pieces))
        for level, label, at, _ in marks
        if level == APART
    ]
    return [(name, found[0][1], found, "closed")] if found else []


def _marks(pieces: Sequence[Piece]) -> Iterator[list[Any]]:
    """Yield the bookmarks of every page that tell what is in what."""
    for marks in _all(pieces):
        yield [mark for mark in marks if mark[0] < APART]


def _all(pieces: Sequence[Piece]) -> Iterator[list[Any]]:
    """Yield the bookmarks of every page."""
    for piece in pieces:
        for number in range(piece.pages):
            yield [(level, label, (x, y), state) for page, level, label, x, y, state in piece.marks if page == number]
