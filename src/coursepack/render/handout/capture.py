"""Takes the objects of laid-out pages before WeasyPrint makes a file of them, so that several can be joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf

from coursepack.render.handout import blanks, casting, clusters, faces, smallcapitals, softhyphen, streams, tags
from coursepack.render.handout.piece import KEY, NOTE, ONCE, OWN, Piece, references, renamed
from coursepack.render.handout.walk import head
from coursepack.render.words.ranges import BEFORE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from weasyprint.document import Document

LEAD = re.compile(r'\bhref="#([^"]*)"')
# An address that stands for an anchor in another piece, until the pieces are joined.
_ELSEWHERE = "https://elsewhere.invalid/#"
# What numbers with a point differ by (px).
_NEAR = 0.1
# CSS pixels to points.
_PX = 0.75
# Who searches bookmarks types plain blanks, and no sign that only binds.
_TYPED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2060": None})


def told(document: Document, media: Mapping[str, str], said: tuple[str, ...]) -> Piece:
    """Say where things stand on laid-out pages, and draw nothing."""
    return Piece(len(document.pages), _anchors(document), (), dict(media), said)


def captured(document: Document, names: Mapping[str, str]) -> Piece:
    """Draw laid-out pages; `names` says in words where an anchor is."""
    made: list[dict[str, Any]] = []
    here = _anchors(document)
    leads = _part(document, here)

    def finish(_document: Document, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        _lead(pdf)
        _leave(pdf)
        tags.describe(pdf, names)
        streams.pack(pdf)
        made.append(_Taken(pdf).facts())
        # The file itself is not wanted.
        del pdf.objects[1:]

    with (
        faces.left_out(),
        blanks.drawn(),
        casting.cast(),
        softhyphen.told(),
        smallcapitals.told(),
        clusters.told(),
        tags.structured(),
        tags.undated(),
        streams.moved(),
        streams.closed(),
    ):
        document.write_pdf(pdf_variant=tags.VARIANT, finisher=finish)
    worn, _ = faces.known(document.fonts.values())
    marks = tuple(_marks(document))
    return Piece(len(document.pages), here, worn, {}, (), leads=tuple(leads), marks=marks, **made[0])


def _anchors(document: Document) -> dict[str, int]:
    """Return the first page of every anchor, in the order in which they stand below each other.

    What stands before an anchor at a page's head has one too: it ends on the page before.
    """
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        top = head(page._page_box) + _NEAR  # noqa: SLF001 the boxes have no public name
        for anchor in sorted(page.anchors, key=lambda name: page.anchors[name][1]):
            if anchor not in found and page.anchors[anchor][1] <= top:
                found[f"{BEFORE}{anchor}"] = number - 1
            found.setdefault(anchor, number)
    return found


def _part(document: Document, here: Collection[str]) -> list[str]:
    """Make links to other pieces such that WeasyPrint keeps; return where they lead.

    A link around other inline boxes would be annotated once for each of them: those without an element of a link go.
    """
    leads: dict[str, None] = {}
    for page in document.pages:
        links = [link for link in page.links if link[3].link]
        for place, (kind, target, *rest) in enumerate(links):
            if kind == "internal" and target not in here:
                leads[target] = None
                links[place] = ("external", f"{_ELSEWHERE}{target}", *rest)
        page.links = links
    return list(leads)


def _lead(pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
    """Have links to other pieces name the anchor that they lead to."""
    for one in pdf.objects:
        address = one.get("A", {}).get("URI") if isinstance(one, dict) and one.get("Subtype") == "/Link" else None
        if address is not None and address.string.startswith(_ELSEWHERE):
            del one["A"]
            one["Dest"] = pydyf.String(address.string.removeprefix(_ELSEWHERE))


def _leave(pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
    """Have viewers leave pictures as they are: PDF/A wants `Interpolate` to be false (ISO 19005-3, 6.2.8)."""
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.extra.get("Subtype") == "/Image":
            one.extra["Interpolate"] = "false"


def _marks(document: Document) -> Iterator[tuple[int, int, str, float, float, str]]:
    for number, page in enumerate(document.pages):
        for level, label, (x, y), state in page.bookmarks:
            yield number, level, label.translate(_TYPED), x * _PX, (page.height - y) * _PX, state


class _Taken:
    """The objects of a PDF that the pages need, under numbers of their own."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 pydyf has no types
        self.pdf = pdf
        self.tree = self.at(pdf.catalog["StructTreeRoot"])
        (self.document,) = self.tree["K"]
        self.notes = self.name_notes()
        self.parents = self.key_parents()
        self.shared = {pdf.pages.number: 0, _number(self.document): 1, self.fonts(): 2}
        self.leaves = [_number(one) for one in pdf.page_references]
        self.written: dict[int, bytes] = {}
        tops = self.at(self.document)["K"]
        self.tops = [_number(one) for one in tops]
        self.reach([*self.leaves, *self.tops])
        self.places = {number: place for place, number in enumerate(sorted(self.written))}

    def at(self, reference: bytes) -> Any:  # noqa: ANN401 pydyf has no types
        """Return an object."""
        return self.pdf.objects[_number(reference)]

    def fonts(self) -> int:
        """Return the number of the list of faces, which all resources name."""
        page = self.at(self.pdf.page_references[0])
        return _number(self.at(page["Resources"])["Font"])

    def name_notes(self) -> int:
        """Name notes by numbers: those of another piece would have the same names."""
        elements = (one for one in self.pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem")
        notes = [element for element in elements if "ID" in element]
        for number, note in enumerate(notes):
            note["ID"] = b"%d %d R" % (number, NOTE)
        return len(notes)

    def key_parents(self) -> list[bytes]:
        """Return the entries of the parent tree; what names them names them by their place in this list."""
        nums = self.at(self.tree["ParentTree"])["Nums"]
        order = {key: b"%d %d R" % (place, KEY) for place, key in enumerate(nums[::2])}
        for one in self.pdf.objects:
            for name in ("StructParents", "StructParent"):
                if isinstance(one, dict) and name in one:
                    one[name] = order[one[name]]
        return [one if isinstance(one, bytes) else one.data for one in nums[1::2]]

    def reach(self, waiting: list[int]) -> None:
        """Write these objects and all that they refer to."""
        while waiting:
            number = waiting.pop()
            if number not in self.written and number not in self.shared:
                self.written[number] = self.pdf.objects[number].data
                waiting += [one for one, kind in references(self.written[number]) if kind == OWN]

    def named(self, number: int, kind: int) -> bytes:
        """Return the reference that the piece has for one of the file."""
        if kind != OWN:
            return b"%d %d R" % (number, kind)
        if number in self.shared:
            return b"%d %d R" % (self.shared[number], ONCE)
        # What the structure does not reach is an artifact, and no mark of its page leads to an element.
        return b"%d %d R" % (self.places[number], OWN) if number in self.places else b"null"

    def facts(self) -> dict[str, Any]:
        """Return what a piece says of its objects."""
        names = self.pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        return {
            "leaves": tuple(self.places[one] for one in self.leaves),
            "tops": tuple(self.places[one] for one in self.tops),
            "notes": self.notes,
            "dests": tuple(
                (name.string, renamed(place.data, self.named))
                for name, place in zip(names[::2], names[1::2], strict=True)
            ),
            "parents": tuple(renamed(one, self.named) for one in self.parents),
            "objects": tuple(renamed(self.written[one], self.named) for one in sorted(self.written)),
        }


def _number(reference: bytes) -> int:
    return int(bytes(reference).split()[0])
