"""Pages of any PDF on sheets of paper: to fold into a booklet, to cut and stack, several a side; with bleed and marks.

A page becomes a form that is drawn in its cell, with what is printed of its fields and remarks. What comes out is for a
printer: it has no links. Its text is heard in the order of the pages, if the file that it was made of has tags.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, DeprecationError, PyPdfError
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, StreamObject, TextStringObject

from coursepack.languages.language import counted
from coursepack.press.anew import DAMAGED, EMPTY, UnreadableError, anew
from coursepack.press.carried import Carried
from coursepack.press.forms import drawn
from coursepack.press.marks import MM, marks
from coursepack.press.plan import plan
from coursepack.press.scheme import SCHEMES
from coursepack.problem import ContentError, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.press.forms import Form
    from coursepack.press.marks import Edges
    from coursepack.press.orders import Sheet, Side
    from coursepack.press.scheme import Wish

# What pypdf raises where a file is not what it should be, or is locked.
_UNREAD = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    NotImplementedError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
# Of files with faults it says more than their owner can use.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Imposed:
    """A finished file, and what is said of it."""

    data: bytes
    size: str


def impose(pdf: bytes, wish: Wish, at: Span) -> Imposed:
    """Impose a PDF.

    Raises:
        ContentError: it is none that can be read, or the wish is none that can be met.
    """
    scheme = SCHEMES[wish.scheme]
    if wish.up and wish.up not in scheme.up:
        said, advice = f"{wish.scheme} has {scheme.up[0]} pages a side, not {wish.up}", "Leave `--up` out"
        raise ContentError([Problem(at, "bad-option", said, advice)])
    try:
        return _imposed(pdf, wish, at)
    except UnreadableError as error:
        raise ContentError([Problem(at, "bad-pdf", error.said, error.advice)]) from error


def _imposed(pdf: bytes, wish: Wish, at: Span) -> Imposed:
    """Impose a PDF; one that can't be read as it is, as PDFium writes it anew."""
    with suppress(*_UNREAD):
        return _Work(pdf, wish, at).made()
    try:
        return _Work(anew(pdf), wish, at).made()
    except _UNREAD as error:
        raise UnreadableError(*DAMAGED) from error


class _Work:
    """A file that is being imposed."""

    def __init__(self, pdf: bytes, wish: Wish, at: Span) -> None:
        reader = PdfReader(BytesIO(pdf))
        self.scheme, self.wish, self.reader = SCHEMES[wish.scheme], wish, reader
        self.forms = [drawn(page, wish.bleed * MM) for page in reader.pages]
        if not self.forms:
            raise UnreadableError(*EMPTY)
        self.writer = PdfWriter()
        self.writer.pdf_header = "%PDF-1.7"
        self.carried = Carried(reader, self.writer)
        root: Any = reader.trailer["/Root"]
        self.leftward = root.get("/ViewerPreferences", DictionaryObject()).get_object().get("/Direction") == "/R2L"
        width, height = (max(sizes) for sizes in zip(*(form.size for form in self.forms), strict=True))
        self.plan = plan((width, height), self.scheme, wish)
        if not self.plan.scale > 0:
            said = "the sheet has no room for pages and what is around them"
            raise ContentError([Problem(at, "small-sheet", said, "Name a larger `--sheet`, or none")])

    def made(self) -> Imposed:
        """Draw all sheets."""
        sheets = self.scheme.order(len(self.forms), self.plan.grid, self.wish.signature)
        for sheet in sheets:
            self._draw(sheet.front, sheet.within, turned=False)
            self._draw(sheet.back, sheet.within, turned=self.flip != self.plan.usual)
        self._describe()
        heard = self._heard()
        self._end_streams()
        file = BytesIO()
        self.writer.write(file)
        return Imposed(file.getvalue(), self._said(sheets, heard=heard))

    def _heard(self) -> bool:
        """Carry the tags over, unless they lead nowhere."""
        try:
            self.carried.finish()
        except _UNREAD:
            return False
        return True

    def _end_streams(self) -> None:
        """Let no stream end with a carriage return: readers take that for the end of a line, with what follows."""
        for found in self.writer._objects:  # noqa: SLF001 pypdf has no other way
            if isinstance(found, StreamObject) and found._data.endswith(b"\r"):  # noqa: SLF001 as above
                found._data += b"\n"  # noqa: SLF001 as above

    @property
    def flip(self) -> str:
        """The edge that the printer turns sheets about."""
        return self.wish.flip or self.plan.usual

    def _draw(self, side: Side, within: int, *, turned: bool) -> None:
        """Draw a side."""
        plan = self.plan
        page = self.writer.add_blank_page(plan.width, plan.height)
        columns, rows = plan.columns(), plan.rows()
        page[NameObject("/TrimBox")] = RectangleObject((columns[0][0], rows[0][0], columns[-1][1], rows[-1][1]))
        content = [b"-1 0 0 -1 %.3f %.3f cm" % (plan.width, plan.height)] if turned else []
        named = DictionaryObject()
        for cell, number in enumerate(plan.grid.mirrored(side) if self.leftward else side):
            if number < len(self.forms):
                down, across = divmod(cell, plan.grid.columns)
                content.append(self._room(across, columns[across], rows[-1 - down]))
                content += self._placed(
                    self.forms[number], columns[across], rows[-1 - down], self._crept(across, within)
                )
                own = f"/P{len(named)}"
                content += self._drawn(self.forms[number], named)
                self.carried.draw(number, page, named.raw_get(own))
        if self.wish.marks:
            lines = marks(columns, rows, folded=self.scheme.folded, bleed=self.wish.bleed * MM)
            content.append(b"/Artifact BMC %b EMC" % lines)
        drawing = StreamObject()
        drawing.set_data(b"\n".join(content))
        page[NameObject("/Contents")] = self.writer._add_object(drawing.flate_encode())  # noqa: SLF001 pypdf's own way
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})

    def _crept(self, column: int, within: int) -> float:
        """Return how far to the right a page stands, so that it keeps its edge when what is folded is cut."""
        return (1 if column == 0 else -1) * within * self.wish.creep * MM

    def _room(self, column: int, across: Edges, down: Edges) -> bytes:
        """Let nothing of a page be seen beyond its bleed, nor beyond a fold."""
        bleed = self.wish.bleed * MM
        left = bleed if column == 0 or not self.scheme.folded else 0
        right = bleed if column > 0 or not self.scheme.folded else 0
        size = (across[1] - across[0] + left + right, down[1] - down[0] + 2 * bleed)
        return b"q %.3f %.3f %.3f %.3f re W n" % (across[0] - left, down[0] - bleed, *size)

    def _placed(self, form: Form, across: Edges, down: Edges, crept: float) -> Iterator[bytes]:
        """Bring a page into the middle of a cell, upright."""
        scale, (width, height) = self.plan.scale, form.size
        middle = (sum(across) - width * scale) / 2 + crept, (sum(down) - height * scale) / 2
        yield b"%.5f 0 0 %.5f %.3f %.3f cm" % (scale, scale, *middle)
        yield b"%.0f %.0f %.0f %.0f %.3f %.3f cm" % form.turned

    def _drawn(self, form: Form, named: DictionaryObject) -> Iterator[bytes]:
        """Draw a page with what is on it; `named` gets its forms."""
        for matrix, part in form.parts:
            name = NameObject(f"/P{len(named)}")
            named[name] = self.writer._add_object(part.clone(self.writer))  # noqa: SLF001 pypdf's own way
            yield b"q %.5f %.5f %.5f %.5f %.3f %.3f cm %b Do Q" % (*matrix, name.encode())
        yield b"Q"

    def _describe(self) -> None:
        """Say how the file is printed: as large as it is, on both sides, turned about the right edge."""
        about: Any = self.reader.metadata or {}
        self.writer.metadata = {key: str(about[key]) for key in ("/Title", "/Author") if key in about}
        root = self.writer.root_object
        wanted = {"/PrintScaling": "/None", "/Duplex": f"/DuplexFlip{self.flip.title()}Edge"}
        found = {NameObject(key): NameObject(value) for key, value in wanted.items()}
        root[NameObject("/ViewerPreferences")] = DictionaryObject(found)
        own: Any = self.reader.trailer["/Root"]
        if "/Lang" in own:
            root[NameObject("/Lang")] = TextStringObject(str(own["/Lang"]))
        # Layers that are switched off are not printed.
        if "/OCProperties" in own:
            root[NameObject("/OCProperties")] = own["/OCProperties"].clone(self.writer)

    def _said(self, sheets: Sequence[Sheet], *, heard: bool) -> str:
        count = sum(sheet.within == 0 for sheet in sheets) if self.scheme.folded else 0
        parts = [f"{counted(len(self.forms), 'page', 'pages')} on {counted(len(sheets), 'sheet', 'sheets')}"]
        parts += [f"in {counted(count, 'signature', 'signatures')}"] if count else []
        parts += [f"at {self.plan.scale:.0%}"] if self.plan.scale < 1 else []
        parts += [] if heard else ["without its tags, which are damaged"]
        return f"{' '.join(parts)}; print on both sides, flipped on the {self.flip} edge, at actual size"
