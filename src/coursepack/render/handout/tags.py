"""Writes the PDF, with what WeasyPrint's tags leave open for PDF/UA-1 put right before the file is closed.

Running heads and folios become artifacts, header cells say what they head, links say where they lead, and pages have
labels. All of it is done on the finished objects, through WeasyPrint's public `finisher`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pydyf

from coursepack.render.handout.pinning import pinned_axes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weasyprint.document import Document

# The annotation flag that lets a link be printed (ISO 32000-1, table 165, bit 3).
_PRINT = 4


def write(document: Document, names: Mapping[str, str]) -> bytes:
    """Return the PDF of laid-out pages; `names` says in words where an anchor is ("Figure 3.1")."""

    def finish(_document: Document, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        repair(pdf, names)
        pdf.catalog["PageLabels"] = labels()

    for page in document.pages:
        # A link around other inline boxes would be annotated once for each of them.
        page.links = [link for link in page.links if link[3].link]
    with undated(), pinned_axes():
        return document.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)  # type: ignore[no-any-return]


def repair(pdf: Any, names: Mapping[str, str]) -> None:  # noqa: ANN401 pydyf has no types
    """Put the tags of a PDF right that is about to be written."""
    objects = _Objects(pdf)
    objects.artifacts(set(objects.content(pdf.catalog["StructTreeRoot"])))
    objects.items()
    objects.scopes()
    objects.links(names)
    objects.letters()


def labels() -> Any:  # noqa: ANN401 pydyf has no types
    """Return labels that number the pages from 1."""
    return pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})


@contextmanager
def undated() -> Iterator[None]:
    """Keep the clock out of the fonts that are cut for the file: fontTools asks this variable for the time."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


# Combining grapheme joiner, as in `faces`.
_NOTHING = b"<034f>"


class _Objects:
    """The objects of a PDF that is about to be written."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        self.pdf = pdf
        self.pages: list[Any] = [self.get(reference) for reference in pdf.page_references]
        self.numbers = {page.number: number for number, page in enumerate(self.pages)}

    def get(self, reference: bytes) -> Any:  # noqa: ANN401 pydyf has no types
        return self.pdf.objects[int(bytes(reference).split()[0])]

    def content(self, root: bytes) -> Iterator[tuple[int, int]]:
        """Yield the marked content that the structure reaches: a page's position, and the mark's number on it."""
        waiting = [self.get(root)]
        while waiting:
            element = waiting.pop()
            for kid in element.get("K", ()):
                if isinstance(kid, int):
                    page = int(bytes(element["Pg"]).split()[0])
                    yield self.numbers[page], kid
                elif isinstance(kid, bytes):
                    waiting.append(self.get(kid))

    def artifacts(self, reached: set[tuple[int, int]]) -> None:
        """Mark what the structure does not reach (running heads, folios) as pagination."""
        for number, page in enumerate(self.pages):
            stream = self.get(page["Contents"]).stream
            for position, operand in enumerate(stream):
                if isinstance(operand, dict) and "MCID" in operand and (number, operand["MCID"]) not in reached:
                    stream[position - 1 : position + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]

    def items(self) -> None:
        """Put what a list item holds besides its label into a body: paragraphs may not stand in an item itself."""
        items: list[Any] = [item for item in self.pdf.objects if isinstance(item, dict) and item.get("S") == "/LI"]
        for item in items:
            kids = [kid for kid in item["K"] if isinstance(kid, bytes)]
            loose = [kid for kid in kids if self.get(kid).get("S") not in {"/Lbl", "/LBody"}]
            if loose:
                body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose)})
                body["P"], body["Pg"] = item.reference, item["Pg"]
                self.pdf.add_object(body)
                for kid in loose:
                    self.get(kid)["P"] = body.reference
                kept = [kid for kid in item["K"] if kid not in loose]
                item["K"] = pydyf.Array([*kept, body.reference])

    def scopes(self) -> None:
        """Say of every header cell whether it heads a row or a column: it heads a row if cells of its row name it."""
        cells = [item for item in self.pdf.objects if isinstance(item, dict) and item.get("S") in {"/TH", "/TD"}]
        for cell in cells:
            if cell["S"] == "/TH":
                section = self.get(self.get(cell["P"])["P"])
                cell["A"]["Scope"] = "/Column" if section.get("S") == "/THead" else "/Row"

    def links(self, names: Mapping[str, str]) -> None:
        """Describe where links lead, and let them show on paper as they do on screen (flag Print)."""
        for item in self.pdf.objects:
            if isinstance(item, dict) and item.get("Subtype") == "/Link":
                item["F"] = _PRINT
                target = item.get("Dest")
                if target is not None:
                    item["Contents"] = pydyf.String(names.get(target.string, target.string))

    def letters(self) -> None:
        """Give signs that are drawn with the letter before them (marks of Arabic and Indic) a letter of their own."""
        for item in self.pdf.objects:
            stream = getattr(item, "stream", None)
            if stream and stream[0] == b"/CIDInit /ProcSet findresource begin":
                stream[:] = [_NOTHING.join(line.split(b"<>")) if line.endswith(b"<>") else line for line in stream]
