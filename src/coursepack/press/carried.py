"""What a tagged file says of itself, carried over to the sheets that its pages are drawn on.

Its text is heard in the order of its pages, not of the sheets: a page's marks lie in its form, and the elements name
form and sheet (ISO 32000-1, 14.7.4.2 and 14.7.4.4). A sheet has no links: what is one is heard as its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import IndirectObject, PdfObject

# What of the tree and of an element leads to others, or to pages.
_PLACES = {"/K", "/P", "/Pg", "/ParentTree", "/ParentTreeNextKey", "/IDTree", "/Ref"}
# What a file claims to be, and the colours that its claim rests on.
_CLAIMS = ("/Metadata", "/OutputIntents")
_NAME = 16


@dataclass
class Carried:
    """A file whose pages are being drawn; `places` are the sheet and the form of each, by the page's number."""

    reader: PdfReader
    writer: PdfWriter
    places: dict[int, tuple[IndirectObject, IndirectObject]] = field(default_factory=dict)

    def draw(self, number: int, sheet: PageObject, form: IndirectObject) -> None:
        """Say where a page is drawn: on which sheet, as which form."""
        if sheet.indirect_reference:
            self.places[number] = sheet.indirect_reference, form

    def finish(self) -> None:
        """Write the structure, if the file has one, and what it claims, if nothing is lost that it is claimed of."""
        own, root = self._root, self._own
        if not own.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in own:
            return
        root[NameObject("/StructTreeRoot")] = self._tree(own["/StructTreeRoot"].get_object())
        root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(value=True)})
        root["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(value=True)
        if all(self._is_link(one) for page in self.reader.pages for one in page.get("/Annots") or ()):
            self._claim()

    @cached_property
    def pages(self) -> dict[int, int]:
        """The pages' places by the numbers of their objects."""
        found = (page.indirect_reference for page in self.reader.pages)
        return {one.idnum: place for place, one in enumerate(found) if one}

    @property
    def _root(self) -> Any:  # noqa: ANN401 pypdf names no narrower type
        return self.reader.trailer["/Root"]

    @property
    def _own(self) -> Any:  # noqa: ANN401 as above
        return self.writer.root_object

    @staticmethod
    def _is_link(annotation: Any) -> bool:  # noqa: ANN401 as above
        return bool(annotation.get_object().get("/Subtype") == "/Link")

    def _claim(self) -> None:
        """Say what the file says that it is; who claims this has a name that comes of what is in the file."""
        for key in _CLAIMS:
            if key in self._root:
                self._own[NameObject(key)] = self._root.raw_get(key).clone(self.writer)
        name = ByteStringObject(sha256(b"".join(map(self._bytes, self.reader.trailer.get("/ID", ())))).digest()[:_NAME])
        self.writer._ID = ArrayObject([name, name])  # noqa: SLF001 pypdf has no other way

    @staticmethod
    def _bytes(found: Any) -> bytes:  # noqa: ANN401 as above
        return bytes(found.original_bytes)

    def _tree(self, own: Any) -> IndirectObject:  # noqa: ANN401 as above
        """Write the tree: its elements first, for its marks' list names them."""
        tree = self._copied(own)
        made = self.writer._add_object(tree)  # noqa: SLF001 pypdf's own way
        elements: dict[int, IndirectObject] = {}
        waiting = [(made, tree, own)]
        while waiting:
            above, parent, source = waiting.pop()
            kids = ArrayObject()
            for kid in _kids(source):
                element = self._mark(kid, source)
                # One that leads back to what it is in is there once.
                if element is None and _is_element(kid) and kid.idnum not in elements:
                    copy = self._element(kid.get_object(), above)
                    element = self.writer._add_object(copy)  # noqa: SLF001 as above
                    elements[kid.idnum] = element
                    waiting.append((element, copy, kid.get_object()))
                if element is not None:
                    kids.append(element)
            parent[NameObject("/K")] = kids
        tree[NameObject("/ParentTree")] = self._marked(own["/ParentTree"].get_object(), elements)
        return made

    def _element(self, own: Any, above: IndirectObject) -> DictionaryObject:  # noqa: ANN401 as above
        made = self._copied(own)
        made[NameObject("/P")] = above
        if own.get("/S") == "/Link":
            made[NameObject("/S")] = NameObject("/Span")
        return made

    def _copied(self, own: Any) -> DictionaryObject:  # noqa: ANN401 as above
        """Copy what is said of an element, and not where it stands."""
        kept = {NameObject(key): own.raw_get(key).clone(self.writer) for key in own if key not in _PLACES}
        return DictionaryObject(kept)

    def _mark(self, kid: Any, element: Any) -> PdfObject | None:  # noqa: ANN401 as above
        """Return what leads to a mark in a page's form, from what led to it on the page."""
        found = kid.get_object()
        is_number = isinstance(found, int)
        if not is_number and found.get("/Type") != "/MCR":
            return None
        page = element if is_number or "/Pg" not in found else found
        sheet, form = self.places[self.pages[page.raw_get("/Pg").idnum]]
        number = NumberObject(found if is_number else found["/MCID"])
        named = {"/Type": NameObject("/MCR"), "/Pg": sheet, "/Stm": form, "/MCID": number}
        return DictionaryObject({NameObject(key): value for key, value in named.items()})

    def _marked(self, own: Any, elements: dict[int, IndirectObject]) -> IndirectObject:  # noqa: ANN401 as above
        """Write which element each mark of each page belongs to."""
        known = dict(_numbers(own))
        found = ArrayObject()
        for number, page in enumerate(self.reader.pages):
            if (key := page.get("/StructParents")) is None or key not in known:
                continue
            marks = [elements.get(getattr(one, "idnum", -1), NullObject()) for one in known[key].get_object()]
            form: Any = self.places[number][1].get_object()
            form[NameObject("/StructParents")] = NumberObject(len(found) // 2)
            found += [NumberObject(len(found) // 2), ArrayObject(marks)]
        return self.writer._add_object(DictionaryObject({NameObject("/Nums"): found}))  # noqa: SLF001 pypdf's own way


def _kids(element: Any) -> list[Any]:  # noqa: ANN401 as above
    """Return what is in an element, a single one too."""
    if "/K" not in element:
        return []
    found = element.raw_get("/K")
    whole = found.get_object()
    return list(whole) if isinstance(whole, ArrayObject) else [found]


def _is_element(kid: Any) -> bool:  # noqa: ANN401 as above
    return hasattr(kid, "idnum") and "/S" in kid.get_object()


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 as above
    """Yield what a tree of numbers holds (ISO 32000-1, 7.9.7)."""
    flat = node.get("/Nums", ArrayObject())
    yield from ((int(flat[place]), flat[place + 1]) for place in range(0, len(flat), 2))
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid.get_object())
