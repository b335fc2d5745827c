"""Writes the PDF: pages as WeasyPrint paints them, and a structure of our own over them.

WeasyPrint's structure has an element for each box of each page. Ours (`heard`, `shapes`) has one for each element of
the source, whatever page it stands on, so `weasyprint.pdf.add_tags` is replaced while a file is written. What the
structure does not reach (running heads, folios, ornaments) becomes an artifact; links say where they lead; pages have
labels. The file is PDF/UA-1 and PDF/A-3a in one.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pydyf
import weasyprint.pdf

from coursepack.render.handout.heard import Mark, Node, Target, gather
from coursepack.render.handout.shapes import shaped
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from weasyprint.document import Document

# The annotation flag that lets a link be printed (ISO 32000-1, table 165, bit 3).
_PRINT = 4
# What WeasyPrint makes; that it is PDF/UA-1 too is added.
VARIANT = "pdf/a-3a"


def structured() -> AbstractContextManager[None]:
    """Have WeasyPrint write our structure."""

    def add_tags(pdf: Any, document: Document, _version: object, streams: Sequence[Any]) -> None:  # noqa: ANN401 pydyf has no types
        _Writer(pdf).write(shaped(gather(document, [stream._tags for stream in streams])))  # noqa: SLF001 its marks

    return replaced(weasyprint.pdf, add_tags=add_tags)


def describe(pdf: Any, names: Mapping[str, str]) -> None:  # noqa: ANN401 pydyf has no types
    """Describe where links lead, and let them show on paper as they do on screen (flag Print)."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = _PRINT
            target = item.get("Dest")
            if target is not None:
                item["Contents"] = pydyf.String(names.get(target.string, target.string))


# What the file says of itself beside PDF/A: that it is PDF/UA-1, and what that property is (ISO 19005-3, 6.6.2.3).
_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def claim(pdf: Any, folio: str = "") -> None:  # noqa: ANN401 pydyf has no types
    """Say that the file is PDF/UA-1 too, in metadata that are not packed; number its pages from 1, after a `folio`."""
    metadata = pdf.objects[int(bytes(pdf.catalog["Metadata"]).split()[0])]
    metadata.compress = False
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", _UA)]
    label = {"S": "/D", "P": pydyf.String(folio)} if folio else {"S": "/D"}
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary(label)])})


def prefer(pdf: Any, *, upright: bool, leftward: bool) -> None:  # noqa: ANN401 pydyf has no types
    """Say how the file is printed and read: upright pages as large as they are, on both sides of a leaf.

    Pages that lie are slides, which no paper is as large as, so they are scaled to it; their leaves turn at the short
    edge. What is read `leftward` is bound at its right.
    """
    preferences = pdf.catalog["ViewerPreferences"]
    preferences["Duplex"] = "/DuplexFlipLongEdge" if upright else "/DuplexFlipShortEdge"
    if upright:
        preferences["PrintScaling"] = "/None"
    if leftward:
        preferences["Direction"] = "/R2L"


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


class _Writer:
    """Writes a structure into a PDF that is about to be closed."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        self.pdf = pdf
        # For each page the elements of its marks, by their numbers; then the elements of links, one by one.
        self.parents: list[dict[int, bytes]] = [{} for _ in pdf.page_references]
        self.links: list[bytes] = []
        self.notes = 0

    def write(self, root: Node) -> None:
        """Add the structure, and what the file says of itself."""
        tree = self._object({})
        top = self._object({"Type": "/StructTreeRoot", "ParentTree": tree.reference})
        top["K"] = pydyf.Array([self._element(root, top)])
        for number, page in enumerate(self._pages()):
            self._artifacts(page, self.parents[number])
            self._lost(page)
        tree["Nums"] = pydyf.Array(list(self._numbers()))
        top["ParentTreeNextKey"] = len(self.parents) + len(self.links)
        catalog = self.pdf.catalog
        catalog["StructTreeRoot"] = top.reference
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _object(self, entries: Mapping[str, Any]) -> Any:  # noqa: ANN401 pydyf has no types
        made = pydyf.Dictionary(dict(entries))
        self.pdf.add_object(made)
        return made

    def _pages(self) -> list[Any]:
        return [self._get(reference) for reference in self.pdf.page_references]

    def _get(self, reference: bytes) -> Any:  # noqa: ANN401 pydyf has no types
        return self.pdf.objects[int(bytes(reference).split()[0])]

    def _element(self, node: Node, parent: Any) -> bytes:  # noqa: ANN401 pydyf has no types
        """Write a node and all that is in it; return its reference."""
        made = self._object({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference, **node.entries})
        if node.role == "Note":
            self.notes += 1
            made["ID"] = pydyf.String(f"note-{self.notes}")
        pages = [kid.page for kid in node.kids if not isinstance(kid, Node)]
        if pages:
            made["Pg"] = self.pdf.page_references[pages[0]]
        made["K"] = pydyf.Array([self._kid(kid, made, pages[0] if pages else 0) for kid in node.kids])
        return bytes(made.reference)

    def _kid(self, kid: Node | Mark | Target, parent: Any, page: int) -> Any:  # noqa: ANN401 pydyf has no types
        """Write what an element holds: marks on its own page are numbers."""
        if isinstance(kid, Node):
            return self._element(kid, parent)
        on = self.pdf.page_references[kid.page]
        if isinstance(kid, Mark):
            self.parents[kid.page][kid.number] = parent.reference
            own = {"Type": "/MCR", "Pg": on, "MCID": kid.number}
            return kid.number if kid.page == page else pydyf.Dictionary(own)
        kid.annotation["StructParent"] = len(self.parents) + len(self.links)
        self.links.append(parent.reference)
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": on})

    def _artifacts(self, page: Any, reached: Mapping[int, bytes]) -> None:  # noqa: ANN401 pydyf has no types
        """Mark what the structure does not reach as pagination."""
        stream = self._get(page["Contents"]).stream
        for position, operand in enumerate(stream):
            if isinstance(operand, dict) and "MCID" in operand and operand["MCID"] not in reached:
                stream[position - 1 : position + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]

    def _lost(self, page: Any) -> None:  # noqa: ANN401 pydyf has no types
        """Take out links that the structure does not reach: those in a head that is repeated."""
        if "Annots" in page:
            page["Annots"] = pydyf.Array([one for one in page["Annots"] if "StructParent" in self._get(one)])

    def _numbers(self) -> Iterator[Any]:
        """Yield the parent tree: pages with the elements of their marks, links with theirs."""
        for number, parents in enumerate(self.parents):
            yield number
            yield pydyf.Array([parents.get(mark, "null") for mark in range(max(parents, default=-1) + 1)])
        for number, parent in enumerate(self.links, len(self.parents)):
            yield number
            yield parent
