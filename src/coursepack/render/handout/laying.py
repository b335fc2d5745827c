"""Lays pieces out, each once: what was laid out before from the same is taken from the store."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from functools import cache, cached_property
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML
from weasyprint.text.ffi import pango

from coursepack import inputs, store
from coursepack.render.handout import black, capture
from coursepack.render.handout.fetch import BASE
from coursepack.render.handout.linebreak import whole_runs
from coursepack.render.handout.margin import crowded, settle
from coursepack.render.handout.piece import unpacked
from coursepack.render.handout.sheet import Sheet, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weasyprint.document import Document

    from coursepack.render.handout.fetch import CourseFetcher
    from coursepack.render.handout.piece import Piece
    from coursepack.render.look.theme import Paper

# What pages are made with, besides this program.
_ENGINES = ["weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow", "fonttools", "cffi"]
# How often a piece is laid out anew where notes want more room beside the text.
_AGAIN = 4
# A page that is left empty for the side that the next one wants: it stands between two others.
_BLANK = '<p style="margin:0;height:0"></p><div style="break-before:{side}"></div></body></html>'


@dataclass(frozen=True)
class Wanted:
    """A piece to lay out: its HTML, the number of its first page, and whether all numbers in it are known.

    A `blank` one is the page that is left empty before a piece that begins on that side; of a `short` one the last page
    is left out.
    """

    html: str
    start: int
    known: bool = True
    blank: str = ""
    short: bool = False

    @property
    def rules(self) -> str:
        """The style of its first page."""
        side = "recto" if self.first % 2 else "verso"
        return (
            f"html{{break-before:{side}}} body>:first-child{{break-before:auto!important}} "
            f"@page:nth(1){{counter-reset:page {self.first}}}"
        )

    @property
    def first(self) -> int:
        """The number of the first page that is laid out."""
        return self.start - 1 if self.blank else self.start

    @property
    def source(self) -> str:
        """What is laid out."""
        if not self.blank:
            return self.html
        return self.html[: self.html.index(">", self.html.index("<body")) + 1] + _BLANK.format(side=self.blank)


class Laying:
    """A style sheet and what it opens; `said` gets what the engine says, `names` says in words where anchors are."""

    def __init__(  # noqa: PLR0913 what pages are laid out with
        self,
        css: str,
        paper: Paper,
        fetcher: CourseFetcher,
        said: list[str],
        names: Mapping[str, str],
        *,
        black: bool = False,
    ) -> None:
        self.css, self.paper, self.fetcher, self.said, self.names = css, paper, fetcher, said, names
        self.black = black
        self.made: dict[str, Piece] = {}

    @cached_property
    def style(self) -> Sheet:
        """The style sheet, read only where something has to be laid out."""
        return sheet(self.css, self.fetcher, self.said)

    @cached_property
    def stamp(self) -> str:
        """What all pieces come of: the style sheet, the measures of the paper, the faces, and what lays out."""
        return store.key(engines(), self.css, repr((self.paper, self.black)), *self.files)

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The font files, by their digests."""
        return self.fetcher.faces()

    def layout(self, html: str, extra: str, first: int) -> Document:
        """Lay pages out, the first of them numbered `first`, and put their margins in order."""
        style = self.style
        source = HTML(string=html, base_url=BASE, url_fetcher=self.fetcher)
        pushed: dict[str, float] = {}
        for _ in range(_AGAIN):
            below = " ".join(f"{name}{{margin-top:{down:.1f}px!important}}" for name, down in pushed.items())
            with whole_runs():
                laid = source.render(
                    stylesheets=[style.css, CSS(string=f"{extra} {below}", font_config=style.fonts)],
                    font_config=style.fonts,
                    counter_style=style.counters,
                    pdf_variant="pdf/ua-1",
                )
            more = crowded(laid, self.paper)
            if not more:
                break
            pushed |= more
        return settle(laid, self.paper, first)

    def styles(self, html: str) -> dict[int, tuple[str, str]]:
        """Return what elements with `data-probe` say of breaks before and after them."""
        name = store.key("breaks", self.stamp, html)
        found = store.get(name)
        if found is None:
            before = len(self.said)
            breaks = list(_breaks(self.layout(html, "", 1)))
            # Nothing of this is printed.
            del self.said[before:]
            found = json.dumps(breaks).encode()
            store.put(name, found)
        # An element's own box comes before those of its lines, which say nothing of breaks.
        return {number: (before, after) for number, before, after in reversed(json.loads(found))}

    def piece(self, wanted: Wanted) -> Piece:
        """Return a piece. One whose numbers are not all known is not drawn."""
        name = self.key(wanted)
        if name not in self.made:
            data = store.get(name)
            found = unpacked(data) if data is not None else None
            if found is None or found.media != self.fetcher.digests(found.media):
                data = self.lay(wanted).packed()
                store.put(name, data)
                # Read back: a piece is the same whether it was kept or not.
                found = unpacked(data)
            self.made[name] = found
        return self.made[name]

    def key(self, wanted: Wanted) -> str:
        """Return the name of all that a piece comes of, but for the pictures in it."""
        leads = sorted({unescape(lead) for lead in capture.LEAD.findall(wanted.source)})
        names = json.dumps([(lead, self.names.get(lead)) for lead in leads])
        return store.key("piece", self.stamp, wanted.source, wanted.rules, repr((wanted.known, wanted.short)), names)

    def lay(self, wanted: Wanted) -> Piece:
        """Lay a piece out, and draw it."""
        self.fetcher.opened.clear()
        before, told = len(self.said), self.style.said
        document = self.layout(wanted.source, wanted.rules, wanted.first)
        if wanted.blank:
            document = document.copy(document.pages[1:2])
        if wanted.short:
            document = document.copy(document.pages[:-1])
        media = self.fetcher.digests(self.fetcher.opened)
        if not wanted.known:
            del self.said[before:]
            return capture.told(document, media, ())
        with black.only(self.black):
            drawn = capture.captured(document, self.names)
        said = (*told, *self.said[before:])
        del self.said[before:]
        return replace(drawn, media=self.fetcher.digests(self.fetcher.opened), said=said)


def _breaks(document: Document) -> Iterator[tuple[int, str, str]]:
    """Read off laid-out pages what `data-probe` elements say of breaks."""
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 the boxes have no public name
            number = box.element.get("data-probe") if box.element is not None else None
            if number is not None and box.element_tag == box.element.tag:
                yield int(number), str(box.style["break_before"]), str(box.style["break_after"])


@cache
def engines() -> str:
    """Return what lays pages out, with its versions: this program, its libraries, and Python."""
    package = Path(__file__).parents[2]
    others: list[Any] = [f"{name} {version(name)}" for name in _ENGINES]
    return " ".join([inputs.fingerprint([package]), sys.version, str(pango.pango_version()), *others])
