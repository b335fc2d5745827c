"""What makes a page somebody's: the line of a name, set by WeasyPrint as a drawing, and the codes of the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydyf import Array, Stream
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.figures.qr import codes
from coursepack.render.handout import black, faces, streams
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.tags import undated
from coursepack.render.look.fontfile import addresses
from coursepack.stamp import Piece, Stamp, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.document import Document, Page

# CSS pixels to points.
_PX = 0.75
_REFERENCE = re.compile(rb"\d+ 0 R")


@dataclass(frozen=True, repr=False)
class Wanted:
    """A stamp to make: what is read aloud, the bookmark, how its codes begin, and how many there are."""

    said: str
    title: str
    code: str
    pages: int


@dataclass(frozen=True, repr=False)
class Batch:
    """Stamps to make together, and the HTML of their lines, a page each."""

    html: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True)
class Style:
    """How stamps look: a style sheet, the font files that it names, the most that a line may be wide, a code's side.

    Both lengths are in pt; `black` is for black ink alone.
    """

    css: str
    fonts: tuple[str, ...]
    width: float
    side: float
    black: bool = False


def stamps(style: Style, batch: Batch) -> tuple[Stamp, ...]:
    """Make stamps. They are laid out together and written apart: nobody's depends on who else is on the roster."""
    fonts, fetcher, css = _setup(style)
    source = HTML(string=batch.html, base_url=BASE, url_fetcher=fetcher)
    document = source.render(stylesheets=[css], font_config=fonts)
    pages = zip(document.pages, batch.wanted, strict=True)
    return tuple(_stamp(style, document.copy([page]), wanted) for page, wanted in pages)


def _stamp(style: Style, line: Document, wanted: Wanted) -> Stamp:
    squares = tuple(packed(path) for path in codes(wanted.code, wanted.pages, style.side))
    return Stamp(_line(style, line), squares, wanted.said, wanted.title)


@lru_cache(maxsize=1)
def _setup(style: Style) -> tuple[FontConfiguration, CourseFetcher, CSS]:
    """Read the faces once in a process."""
    fonts = FontConfiguration()
    fetcher = CourseFetcher({}, addresses(style.fonts))
    return fonts, fetcher, CSS(string=style.css, font_config=fonts, url_fetcher=fetcher, base_url=BASE)


def _line(style: Style, document: Document) -> tuple[Piece, ...]:
    """Make a form of a line's page."""
    (page,) = document.pages
    made: list[tuple[Piece, ...]] = []
    scale = min(1.0, style.width / (max(_widths(page)) * _PX))

    def finish(_document: Any, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        streams.pack(pdf)
        made.append(tuple(_form(pdf, page.height * _PX, scale)))
        # Nothing is left to be written: the file itself is not wanted.
        del pdf.objects[1:]

    with undated(), streams.moved(), streams.closed(), faces.cut(), black.only(style.black):
        document.write_pdf(finisher=finish)
    return made[0]


def _widths(page: Page) -> Iterator[float]:
    """Yield how wide the lines of the paragraphs are."""
    (body,) = page._page_box.children[0].children  # noqa: SLF001 the boxes have no public name
    (section,) = body.children
    yield from (float(line.width) for paragraph in section.children for line in paragraph.children)


def _form(pdf: Any, height: float, scale: float) -> Iterator[Piece]:  # noqa: ANN401 pydyf has no types
    """Yield the form that a PDF's only page becomes, then the objects that it needs; references count from the form."""
    page = _at(pdf, pdf.page_references[0])
    content = _at(pdf, page["Contents"])
    head = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": Array([0, 0, page["MediaBox"][2], height]),
        "Matrix": Array([scale, 0, 0, scale, 0, 0]),
        "Resources": page["Resources"],
    }
    parts = [_split(Stream(content.stream, {**content.extra, **head}))]
    order: dict[bytes, int] = {}
    for piece in parts:
        for reference in dict.fromkeys(_REFERENCE.findall(piece.head)):
            if reference not in order:
                order[reference] = len(parts)
                parts.append(_split(_at(pdf, reference)))
    for piece in parts:
        yield Piece(_REFERENCE.sub(lambda found: b"%d 0 R" % order[found[0]], piece.head), piece.tail)


def _at(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 pydyf has no types
    return pdf.objects[int(reference.split()[0])]


def _split(written: Any) -> Piece:  # noqa: ANN401 pydyf has no types
    """Part an object's dictionary from its stream: only the first has references."""
    head, mark, tail = written.data.partition(b"\nstream\n")
    return Piece(head, mark + tail)
