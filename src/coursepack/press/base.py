"""The pages of a variant, made ready once: what no copy changes is written, what every copy does has a number."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject

from coursepack.press.reading import number_of, reference, written
from coursepack.press.writer import Writer, stream

if TYPE_CHECKING:
    from coursepack.stamp import Foot

# The name, in a page's resources, of the form that draws the line.
NAME = "/Stamp"


@dataclass(frozen=True)
class Base:
    """A variant's PDF. A copy writes these objects anew: the line's form, its element, and a code a page.

    `start` is where the index of `data` lies, `identity` what the file is called, `free` the first number that no
    object has.
    """

    data: bytes
    start: int
    identity: bytes
    free: int
    root: int
    info: int
    pages: int
    line: int
    element: int
    codes: int
    parent: int
    first: int
    mark: int


def prepare(pdf: bytes, feet: tuple[Foot, Foot]) -> Base:
    """Put a foot on every page, `feet` being a right page's and a left one's, and its line into the structure."""
    frame = _Frame(pdf, feet)
    streams = frame.streams()
    dictionaries = frame.pages() | frame.resources() | frame.structure()
    writer = frame.writer
    data = pdf + writer.lay(streams) + writer.pack({number: written(one) for number, one in dictionaries.items()})
    start = writer.position
    data += writer.end(frame.root, frame.info, (frame.before, frame.identity))
    return Base(
        data=data,
        start=start,
        identity=frame.identity,
        free=writer.free,
        root=frame.root,
        info=frame.info,
        pages=len(frame.reader.pages),
        line=frame.line,
        element=frame.element,
        codes=frame.codes,
        parent=frame.parent,
        first=number_of(frame.reader.pages[0].indirect_reference),
        mark=frame.mark,
    )


class _Frame:
    """A PDF that WeasyPrint wrote, and the numbers of what is added to it."""

    def __init__(self, pdf: bytes, feet: tuple[Foot, Foot]) -> None:
        self.reader: Any = PdfReader(BytesIO(pdf))
        self.feet = feet
        trailer: Any = self.reader.trailer
        self.root, self.info = number_of(trailer.raw_get("/Root")), number_of(trailer.raw_get("/Info"))
        self.identity = written(trailer["/ID"][0])
        self.before = int(pdf.rpartition(b"startxref")[2].split()[0])
        self.writer = Writer(len(pdf), int(trailer["/Size"]))
        self.line, self.element = self.writer.take(), self.writer.take()
        self.codes = self.writer.take(len(self.reader.pages))
        self.open, self.close, self.foot = self.writer.take(), self.writer.take(), self.writer.take(3)
        tree = trailer["/Root"]["/StructTreeRoot"]
        self.tree = number_of(tree.raw_get("/ParentTree"))
        (document,) = list(tree["/K"])
        self.parent = number_of(document)
        self.numbers = tree["/ParentTree"]["/Nums"]
        self.key = self.numbers.index(self.reader.pages[0]["/StructParents"])
        self.mark = len(self.numbers[self.key + 1])

    def streams(self) -> dict[int, bytes]:
        """What stands around a page's own content: its state is put back, then the line and the code are drawn."""
        right, left = self.feet
        artifact = b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
        real = b"/P<</MCID %d>>BDC" % self.mark
        return {
            self.open: stream(b"q\n"),
            self.close: stream(b"f Q EMC\n"),
            self.foot: stream(_drawn(right, real, artifact)),
            self.foot + 1: stream(_drawn(right, artifact, artifact)),
            self.foot + 2: stream(_drawn(left, artifact, artifact)),
        }

    def pages(self) -> dict[int, PdfObject]:
        """Every page with more content. The line is real on the first one, and an artifact on all others."""
        found: dict[int, PdfObject] = {}
        for number, page in enumerate(self.reader.pages):
            foot = self.foot + (0 if number == 0 else 1 + number % 2)
            around = [foot, self.codes + number, self.close]
            content = [reference(self.open), page.raw_get("/Contents"), *map(reference, around)]
            made = DictionaryObject(page.items())
            made[NameObject("/Contents")] = ArrayObject(content)
            found[number_of(page.indirect_reference)] = made
        return found

    def resources(self) -> dict[int, PdfObject]:
        """The resources, which pages that were laid out together share, with the line's form."""
        found: dict[int, PdfObject] = {}
        for page in self.reader.pages:
            made = DictionaryObject(page["/Resources"].items())
            forms = DictionaryObject(page["/Resources"]["/XObject"].items())
            forms[NameObject(NAME)] = reference(self.line)
            made[NameObject("/XObject")] = forms
            found[number_of(page.raw_get("/Resources"))] = made
        return found

    def structure(self) -> dict[int, PdfObject]:
        """The line's element comes first in the document, and is found from the first page."""
        (document,) = self.reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
        made = DictionaryObject(document.get_object().items())
        made[NameObject("/K")] = ArrayObject([reference(self.element), *document.get_object()["/K"]])
        found = ArrayObject(self.numbers)
        found[self.key + 1] = ArrayObject([*found[self.key + 1], reference(self.element)])
        return {self.parent: made, self.tree: DictionaryObject({NameObject("/Nums"): found})}


def _drawn(foot: Foot, line: bytes, code: bytes) -> bytes:
    """Draw the line, and begin to draw the code: its squares follow."""
    name = b"q 1 0 0 1 %.3f %.3f cm %b Do Q EMC" % (*foot.line, NAME.encode())
    return b"Q\n%b\n%b\n%b\nq 1 0 0 1 %.3f %.3f cm 0 g\n" % (line, name, code, *foot.code)
