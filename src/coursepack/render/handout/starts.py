"""Where pages begin in the text: read off laid-out pages, and marked in a document that is set in another way.

A page is seen to begin where it does, and heard to begin with the sentence that stands there.

Both have the same elements under the same ids. A place is said as the last id before an element, the element's kind,
how many of this kind stand there since that id, and how many of its letters and figures come before. Signs and blanks
are not counted: hyphens at the ends of lines are none of the text. Nor are lines of code that are turned over: how many
there are depends on the measure.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from coursepack.languages.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from weasyprint.document import Document

# What stands in the margin, or at the foot: it is laid out elsewhere than it is written.
_ASIDE = {"note-at", "points-at", "points", "whose", "note"}
# How the pages that references say are named: whether one is said depends on where it stands.
_FAR = "from-"
_CELLS = {"th", "td"}
_TURNED = "turned"
# Letters of a sentence that are known when its end is looked for.
_SENTENCE = 200
# Elements without an end.
_VOID = {"img", "br", "col", "hr", "meta", "link", "wbr"}


@dataclass(frozen=True)
class Start:
    """Where a page begins: in the element `number` of a `tag` since an `anchor`, after so many `letters` of it."""

    anchor: str
    tag: str
    number: int
    letters: int

    @property
    def element(self) -> tuple[str, str, int]:
        """Which element it is in."""
        return self.anchor, self.tag, self.number


def starts(document: Document) -> Iterator[Start | None]:
    """Yield for each page where its text begins; nothing for a page that is empty or goes on with a table's head."""
    names: dict[Any, tuple[str, str, int]] = {}
    seen, passed = Counter[Any](), Counter[tuple[str, str, int]]()
    for page in document.pages:
        root = page._page_box.children[0]  # noqa: SLF001 the boxes have no public name
        names = names or _names(root.element)
        found = list(_lines(root, seen))
        first = names.get(found[0][0]) if found else None
        yield Start(*first, passed[first]) if first else None
        for element, letters in found:
            seen[element] += letters
            passed[names.get(element, ("", "", 0))] += letters


def _names(root: Any) -> dict[Any, tuple[str, str, int]]:  # noqa: ANN401 an element of the source
    """Name every element as `Start` does."""
    found, anchor, counts = dict[Any, tuple[str, str, int]](), "", Counter[str]()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("id"):
            anchor, counts = element.get("id"), Counter()
        counts[element.tag] += _TURNED not in (element.get("class") or "").split()
        found[element] = (anchor, element.tag, counts[element.tag])
    return found


def _lines(box: Any, seen: Mapping[Any, int]) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the lines and pictures of a page in the order of the text: the element, and its letters on the line."""
    if isinstance(box, boxes.ReplacedBox):
        yield box.element, 0
    elif isinstance(box, boxes.LineBox):
        yield box.element, sum(map(_letters, _texts(box)))
    elif not _elsewhere(box, seen):
        for child in getattr(box, "children", ()):
            yield from _lines(child, seen)


def _elsewhere(box: Any, seen: Mapping[Any, int]) -> bool:  # noqa: ANN401 WeasyPrint's boxes
    """Tell whether a box is none of the text that goes on: a note, or the head of a table that is repeated."""
    if isinstance(box, AbsolutePlaceholder) or not box.is_in_normal_flow():
        return True
    repeated = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    return repeated and any(element in seen for element in box.element.iter())


def _texts(box: Any) -> Iterator[str]:  # noqa: ANN401 WeasyPrint's boxes
    """Yield the texts of a line that are written in the source."""
    if isinstance(box, boxes.TextBox):
        if "::" not in box.element_tag and not (box.element.get("id") or "").startswith(_FAR):
            yield box.text
    elif not isinstance(box, AbsolutePlaceholder) and box.is_in_normal_flow():
        for child in getattr(box, "children", ()):
            yield from _texts(child)


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def marked(
    html: str, begins: Sequence[tuple[int, Start]], heard: Callable[[int], str], seen: Callable[[Sequence[int]], str]
) -> str:
    """Put marks where pages are heard and seen to begin: each is heard alone, those of one place are seen as one."""
    finder = _Finder(html, begins)
    finder.feed(html)
    finder.close()
    pieces, last = list[str](), 0
    for (offset, is_seen), found in groupby(sorted(finder.found, key=_order), key=lambda one: (one[0], one[2])):
        pages = [page for _, page, _ in found]
        pieces += [html[last:offset], *([seen(pages)] if is_seen else map(heard, pages))]
        last = offset
    return "".join([*pieces, html[last:]])


def _order(found: tuple[int, int, bool]) -> tuple[int, bool, int]:
    """Put what is heard at a place before what is seen there."""
    offset, page, is_seen = found
    return offset, is_seen, page


class _Finder(HTMLParser):
    """Finds where in the source pages begin."""

    def __init__(self, html: str, begins: Sequence[tuple[int, Start]]) -> None:
        super().__init__(convert_charrefs=False)
        self.wanted: dict[tuple[str, str, int], list[tuple[int, int]]] = {}
        for page, start in begins:
            self.wanted.setdefault(start.element, []).append((start.letters, page))
        self.lines = list(accumulate((len(line) + 1 for line in html.split("\n")), initial=0))
        # Places of the source, with the pages that are heard or seen to begin there.
        self.found: list[tuple[int, int, bool]] = []
        self.anchor, self.counts = "", Counter[str]()
        # What is looked for in the element that was met last, letters that were passed, and how deep it is aside.
        self.open: list[tuple[int, int]] = []
        self.passed = 0
        self.aside = 0
        # Where the sentence began that is being read, and its words; how many elements are open inside the one that was
        # met last, and whether that keeps its lines, so that there are no sentences in it. Where its own words ended.
        self.sentence, self.words, self.inner, self.kept = 0, "", 0, False
        self.ended = -1
        # Where the element began in which nothing was met yet but what stands aside.
        self.begun = -1
        # Pages that begin with the head of a table, and where, until its first row is met.
        self.heading, self.headed = False, list[tuple[int, int]]()

    def place(self) -> int:
        """Return where in the source the parser is."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element."""
        given = dict(attrs)
        if given.get("id"):
            self.anchor, self.counts = given["id"] or "", Counter()
        names = (given.get("class") or "").split()
        turned = _TURNED in names
        self.counts[tag] += not turned
        beside = not _ASIDE.isdisjoint(names)
        if self.aside or beside or (given.get("id") or "").startswith(_FAR):
            self.aside += tag not in _VOID
        else:
            self.begun = -1
        found = None if turned else self.wanted.pop((self.anchor, tag, self.counts[tag]), None)
        after = self.place() + len(self.get_starttag_text() or "") * (tag not in _VOID)
        self.heading = self.heading or tag == "thead"
        if tag in _CELLS and not self.heading:
            self.begin([(after, page) for _, page in self.headed])
            self.headed = []
        self.inner += tag not in _VOID
        if "data-line" in given:
            self.start(after)
        if found:
            self.open, self.passed = sorted(found), 0
            self.begun = after
            self.start(after)
            self.inner, self.kept = 0, tag == "pre"
            self.take(after)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element that has its end in it, as any other without one."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.inner -= 1
            self.aside -= bool(self.aside)

    def handle_endtag(self, tag: str) -> None:
        """Come out of what stands aside."""
        if tag not in _VOID:
            self.inner -= 1
            self.aside -= bool(self.aside)
            if not self.aside:
                self.pass_by(self.place() + len(f"</{tag}>"))
        self.heading = self.heading and tag != "thead"
        if tag == "table":
            self.begin(self.headed)
            self.headed = []

    def handle_data(self, data: str) -> None:
        """Count letters, and sentences: what begins with a link or a term is heard before it, and never inside one."""
        if self.aside:
            return
        self.begun = -1
        if not self.open:
            return
        before = len(self.words)
        begins = {start - before for start, _ in sentences(self.words + data) if start >= max(before, 1)}
        for offset, letter in enumerate(data):
            if offset in begins:
                self.sentence = self.opens(offset)
            if letter.isalnum():
                self.take(self.place() + offset)
                self.passed += 1
        own = max((start + before for start in begins if start < len(data)), default=0)
        self.words = (self.words + data)[own:][-_SENTENCE:]
        self.ended = -1 if self.inner else self.place() + len(data)

    def start(self, place: int) -> None:
        """Have a sentence begin, whatever was before it."""
        self.sentence, self.words, self.ended = place, "", -1

    def opens(self, offset: int) -> int:
        """Return where a sentence is heard to begin that begins so far into the words at hand."""
        if not self.inner:
            return self.place() + offset
        return self.ended if self.ended >= 0 and not offset else self.sentence

    def begin(self, pages: Sequence[tuple[int, int]]) -> None:
        """Have pages be heard where they are seen to begin."""
        self.found += [(place, page, seen) for place, page in pages for seen in (False, True)]

    def pass_by(self, end: int) -> None:
        """Have what begins with what stands aside begin behind it: what floats has nothing before it in its line."""
        if self.begun >= 0:
            self.found = [(end if place == self.begun else place, page, seen) for place, page, seen in self.found]
            self.begun = self.sentence = end

    def take(self, place: int) -> None:
        """Mark what begins after the letters that are passed."""
        while self.open and self.open[0][0] <= self.passed:
            page = self.open.pop(0)[1]
            # A head is repeated where its table goes on over a page's end, or is not shown.
            if self.heading:
                self.headed.append((place, page))
            else:
                self.found += [(place if self.kept else self.sentence, page, False), (place, page, True)]
