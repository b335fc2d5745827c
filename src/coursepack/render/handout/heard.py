"""What a listener hears: the elements of the source, each once, with the marks that its words have on the pages.

A finished page is boxes; an element that goes over a page's end has boxes on both, a note stands in the margin, a
head of a table is repeated. `gather` goes back from the boxes to the elements, in the order in which they were written.
Words from right to left are drawn from the left, run by run, so they say what is heard of them (`ActualText`).

Templates say what their classes cannot:

- `data-pdf`: the role of an element in the structure ("Note", "H3", "Lbl", "Caption", "TOC", and "Page" where
  a page of another edition begins); "+" goes on with the
  element before it: the title below a label is of one heading with it,
- `data-place`: a name for where it stands; `data-at`: that it is heard in the place of this name,
- `data-said`: what is heard in place of what is seen: "box", "3 lines to write on",
- `data-order`: that it is heard after its neighbours, as `order` of CSS does it for the eye,
- `data-numbering`: how a list is lettered that has no markers of its own,
- `data-n`: the number of a line, which a style prints beside it; `data-line`: what is heard before its words instead,
- `lang`, `alt`, `aria-hidden`, `title` of an `abbr`: as everywhere.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weasyprint.document import Document

# Elements that hold blocks or are blocks; what is not here is words of what is around it, unless a template says more.
_ROLES = {
    **{name: name.upper() for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "th", "td")},
    **dict.fromkeys(("div", "nav", "figure", "aside", "header", "footer", "main", "article", "pre"), "Div"),
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    "section": "Sect",
    "blockquote": "BlockQuote",
    "li": "LI",
    "dt": "DT",
    "dd": "DD",
    "hr": "Div",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "caption": "Caption",
    "a": "Link",
    "abbr": "Span",
    "img": "Figure",
    "code": "Code",
    "figcaption": "Caption",
}
_NUMBERING = {
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "in-brackets": "Decimal",
    "letters-in-brackets": "LowerAlpha",
    "capitals-in-brackets": "UpperAlpha",
    "numerals-in-brackets": "LowerRoman",
    "none": "None",
}
_PT = 0.75  # CSS px in pt
# Classes of Unicode's signs that are drawn in another order than they are read, or stand among such.
_TURNING = frozenset({"R", "AL", "LRI"})
# What a word may end with that goes on in the next line without a blank.
_GOING_ON = ("-", "\u2010", "\u00ad", "\u2013", "\u2014", "/", " ")
# What tells those who draw of another direction says nothing to those who listen.
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


@dataclass(frozen=True)
class Mark:
    """Words or a picture on a page (from 0), under a number that is the page's own; blanks may be left out."""

    page: int
    number: int
    blank: bool


@dataclass(frozen=True)
class Target:
    """The annotation of a link, on its page (from 0)."""

    page: int
    annotation: Any


@dataclass
class Node:
    """A structure element: its role ("" is words of what is around it), what it holds, and PDF's entries for it."""

    role: str
    order: int = 0
    page: int = 0
    kids: list[Node | Mark | Target] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)

    @property
    def said(self) -> bool:
        """Whether it is heard even where it shows nothing."""
        return "ActualText" in self.entries


def gather(document: Document, marks: Sequence[dict[Any, Any]]) -> Node:
    """Return the elements of laid-out pages; `marks` of each page are what WeasyPrint has marked, by its boxes."""
    gathering = _Gathering()
    for number, (page, known) in enumerate(zip(document.pages, marks, strict=True)):
        gathering.turn(number, known, page.height)
        gathering.walk(page._page_box, gathering.root)  # noqa: SLF001 the boxes have no public name
    return gathering.root


class _Gathering:
    """The elements that were met so far, and the page that is being read."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.met: dict[Any, Node] = {}
        self.places: dict[Any, Node] = {}
        self.around: dict[Any, Any] = {}
        # What the last words say, if they are drawn otherwise than they are read, and no blank was said after them;
        # and the letters of the last words, if those are small capitals.
        self.spoken, self.letters = pydyf.String(), pydyf.String()

    def turn(self, page: int, known: dict[Any, Any], height: float) -> None:
        """Begin a page, which is this high in px."""
        self.page, self.known, self.height = page, known, height

    def walk(self, box: Any, parent: Node) -> None:  # noqa: ANN401 WeasyPrint's boxes
        """Take up a box and what is in it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 the box behind a placeholder
        if isinstance(box, boxes.TextBox):
            self._mark(box, parent, blank=not box.text.strip())
            return
        node = None if isinstance(box, boxes.MarginBox) else self._node(box, parent)
        if node is None:
            return
        if isinstance(box, boxes.ReplacedBox):
            self._mark(box, node, blank=False)
            if not node.role:
                self._grow(parent, box)
        if box.link_annotation:
            node.kids.append(Target(self.page, box.link_annotation))
        for child in box.children:
            self.walk(child, node)
        if isinstance(box, boxes.LineBox):
            self._pause()
            self.letters.string += " " * (not self.letters.string.endswith(_GOING_ON))
            self.letters = pydyf.String()

    def _mark(self, box: Any, node: Node, *, blank: bool) -> None:  # noqa: ANN401 WeasyPrint's boxes
        if box not in self.known:
            return
        mark = Mark(self.page, self.known[box]["mcid"], blank)
        if blank:
            self._pause()
        self.spoken = pydyf.String()
        # The blank at a line's end takes no room, and is not drawn.
        if not blank or box.width:
            self.letters = getattr(box, "letters", pydyf.String())
        said = _printed(box) or (box.text.translate(_ISOLATES) if _turned(box) and not blank else "")
        if not said:
            node.kids.append(mark)
            return
        self.spoken.string = said
        node.kids.append(Node("Span", page=self.page, kids=[mark], entries={"ActualText": self.spoken}))

    def _pause(self) -> None:
        """Say the blank after words that say themselves: in it nothing is seen, and at a line's end there is none."""
        self.spoken.string += " " * (not self.spoken.string.endswith(" "))
        self.spoken = pydyf.String()

    def _node(self, box: Any, parent: Node) -> Node | None:  # noqa: ANN401 WeasyPrint's boxes
        """Return the node of a box's element, made when it is first met; None if nobody hears it."""
        element = box.element
        if element is None or element.tag in {"html", "body"}:
            if element is not None and element.tag == "html":
                self.around.update({child: one for one in element.iter() for child in one})
            return parent
        if element.get("aria-hidden") == "true" or (element.tag == "img" and element.get("alt") == ""):
            return None
        marker = box.element_tag == "li::marker"
        node = self.met.get((element, marker))
        if node is None and element.get("data-pdf") == "+" and (before := self._before(element)):
            node = self.met[element, marker] = before
        if node is None:
            node = self.met[element, marker] = self._made(box, marker=marker)
            self.places[element.get("data-place")] = node
            home = self._home(element) if parent is self.root else parent
            self.places.get(element.get("data-at", ""), home).kids.append(node)
        # The head of a table is repeated where the table goes on.
        return None if element.tag == "thead" and node.page != self.page else node

    def _before(self, element: Any) -> Node | None:  # noqa: ANN401 an element of HTML
        """Return the node of the element before this one, if it is heard."""
        beside = list(self.around[element])
        place = beside.index(element)
        return self.met.get((beside[place - 1], False)) if place else None

    def _home(self, element: Any) -> Node:  # noqa: ANN401 an element of HTML
        """Return the node around an element that stands at the foot of a page."""
        outer = self.around.get(element)
        while outer is not None and (outer, False) not in self.met:
            outer = self.around.get(outer)
        return self.met[outer, False] if outer is not None else self.root

    def _made(self, box: Any, *, marker: bool) -> Node:  # noqa: ANN401 WeasyPrint's boxes
        if marker:
            return Node("Lbl", page=self.page)
        element = box.element
        role = _role(element) or ("Span" if _said(box) else "")
        node = Node(role, int(element.get("data-order", 0)), self.page)
        node.entries.update(self._entries(box, node.role))
        return node

    def _entries(self, box: Any, role: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 WeasyPrint's boxes
        """Yield what PDF wants to know of an element besides its role."""
        element = box.element
        if _said(box):
            yield "ActualText", pydyf.String(_said(box))
        if element.tag == "abbr" and element.get("title"):
            yield "E", pydyf.String(element.get("title"))
        if element.get("lang"):
            yield "Lang", pydyf.String(element.get("lang"))
        if role in {"Figure", "Formula"}:
            yield from self._picture(box)
        if role in {"TH", "TD"}:
            yield "A", _cell(box, self.around)
        if role == "L":
            yield "A", pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{_numbering(box)}"})

    def _picture(self, box: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 WeasyPrint's boxes
        """Yield what a picture says to those who do not see it, and where it is, in pt from the lower left corner."""
        alt = box.element.get("alt")
        if alt is None:
            logging.getLogger("weasyprint").error("Image %r has no alt text", box.element.get("src", ""))
        yield "Alt", pydyf.String(alt or "")
        if isinstance(box, boxes.ReplacedBox):
            yield "A", self._area(box)

    def _grow(self, node: Node, box: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
        """Say where a formula in pieces is: around them, if they are all on one page."""
        if node.page != self.page:
            node.entries.pop("A", None)
            return
        known, own = (one["BBox"] for one in (node.entries.get("A", self._area(box)), self._area(box)))
        edges = [end(*both) for end, both in zip((min, min, max, max), zip(known, own, strict=True), strict=True)]
        node.entries["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(edges)})

    def _area(self, box: Any) -> pydyf.Dictionary:  # noqa: ANN401 WeasyPrint's boxes
        left, top = box.content_box_x() * _PT, (self.height - box.content_box_y()) * _PT
        edges = (left, top - box.height * _PT, left + box.width * _PT, top)
        return pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array([round(edge, 2) for edge in edges])})


def _turned(box: Any) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box has words that are drawn in another order than they are read."""
    if not isinstance(box, boxes.TextBox):
        return False
    return bool(box.style["direction"] == "rtl") or not _TURNING.isdisjoint(map(bidirectional, box.text))


def _printed(box: Any) -> str:  # noqa: ANN401 WeasyPrint's boxes
    """Return what is heard of what a style prints, if it says itself: of signs a pause, of a line its number."""
    if not isinstance(box, boxes.TextBox) or not box.element_tag.endswith(("::before", "::after")):
        return ""
    if box.element.get("data-line"):
        return str(box.element.get("data-line"))
    if not any(map(str.isalnum, box.text)):
        return " " * bool(box.text.strip())
    return f"{box.text}: " if box.element.get("data-n") else ""


def _role(element: Any) -> str:  # noqa: ANN401 an element of HTML
    """Return what an element is in the structure; a line of words that says more of itself is a `Span`."""
    role = element.get("data-pdf", "").strip("+") or _ROLES.get(element.tag, "")
    classes = (element.get("class") or "").split()
    if role == "Figure" and "math" in classes:
        return "" if "piece" in classes else "Formula"
    return role or ("Span" if element.get("lang") else "")


def _said(box: Any) -> str:  # noqa: ANN401 WeasyPrint's boxes
    """Return what is heard in place of what is seen: what a template says, and words that are only set in capitals."""
    element = box.element
    capitals = box.style["text_transform"] == "uppercase" and not len(element) and element.text
    return str(element.get("data-said") or (element.text if capitals else ""))


def _cell(box: Any, around: dict[Any, Any]) -> pydyf.Dictionary:  # noqa: ANN401 WeasyPrint's boxes
    """Say how many columns and rows a cell takes, and of a header cell whether it heads a column or a row."""
    entries: dict[str, Any] = {"O": "/Table"}
    if box.colspan != 1:
        entries["ColSpan"] = box.colspan
    if box.rowspan != 1:
        entries["RowSpan"] = box.rowspan
    if box.element.tag == "th":
        section = around[around[box.element]]
        entries["Scope"] = "/Column" if section.tag == "thead" else "/Row"
    return pydyf.Dictionary(entries)


def _numbering(box: Any) -> str:  # noqa: ANN401 WeasyPrint's boxes
    """Return how a list is numbered, as its template says it or its style does."""
    said, style = box.element.get("data-numbering"), box.style["list_style_type"]
    return str(said or (_NUMBERING.get(style, "Disc") if isinstance(style, str) else "Disc"))
