"""Where pieces are laid out and drawn: by the process that has read the course, or by workers on other cores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML

from coursepack.render.handout import black, capture, folio
from coursepack.render.handout.closedup import closed_up
from coursepack.render.handout.fetch import BASE
from coursepack.render.handout.footnotes import whole_notes
from coursepack.render.handout.freeing import freed
from coursepack.render.handout.gaps import begins, is_small
from coursepack.render.handout.hanging import hanging_quotes
from coursepack.render.handout.indent import from_the_right
from coursepack.render.handout.lastword import last_words
from coursepack.render.handout.linebreak import whole_runs
from coursepack.render.handout.linestart import true_starts
from coursepack.render.handout.log import apart
from coursepack.render.handout.loosening import loosen
from coursepack.render.handout.lowedge import low_edges
from coursepack.render.handout.margin import crowded, settle
from coursepack.render.handout.markers import level
from coursepack.render.handout.openedge import open_edges
from coursepack.render.handout.parting import Mending, early
from coursepack.render.handout.sheet import Sheet, sheet
from coursepack.render.handout.starts import starts
from coursepack.render.handout.thinnest import seen
from coursepack.render.handout.torn import is_fuller, is_less, is_no_worse, is_whole_inside
from coursepack.render.handout.usualstyle import usual_styles
from coursepack.render.handout.wholefloats import whole_floats
from coursepack.render.handout.wholewords import whole_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from weasyprint.document import Document

    from coursepack.render.handout.fetch import CourseFetcher
    from coursepack.render.handout.folio import Margins
    from coursepack.render.handout.parting import Done
    from coursepack.render.look.theme import Paper

# How often a piece is laid out anew where notes want more room beside the text, and where a page would stay half empty:
# what was mended moves all that follows. So many things are tried whole that were parted.
_AGAIN, _MENDS, _TRIES = 4, 10, 3
# Where pages hold few lines, there are twice as many, and more of them are torn.
_TRIES_FEW = 6
# A page that is left empty for the side that the next one wants: it stands between two others.
_BLANK = '<p style="margin:0;height:0"></p><div style="break-before:{side}"></div></body></html>'


@dataclass(frozen=True)
class Wanted:
    """A piece to lay out: its HTML, and whether it begins on a page with an odd number.

    A `blank` one is the page that is left empty before it (the second of three); of a `short` one the last page is left
    out. What was `mended` when it was laid out with other numbers is mended before it is laid out.
    """

    html: str
    odd: bool = True
    blank: bool = False
    short: bool = False
    mended: tuple[Done, ...] = ()

    @property
    def first(self) -> int:
        """A number that its first page may have."""
        return 1 if self.odd else 2

    @property
    def side(self) -> str:
        """The side that it begins on."""
        return "recto" if self.odd else "verso"

    @cached_property
    def source(self) -> str:
        """What is laid out."""
        if not self.blank:
            return self.html
        return self.html[: self.html.index(">", self.html.index("<body")) + 1] + _BLANK.format(side=self.side)

    def rules(self, first: int) -> str:
        """The style of its first page."""
        return (
            f"html{{break-before:{self.side}}} body>:first-child{{break-before:auto!important}} "
            f"@page:nth(1){{counter-reset:page {first}}}"
        )


@dataclass(frozen=True)
class Laid:
    """What is laid out and not drawn: its margins are empty. `opened` are the pictures in it.

    `mended` is what was done to its source.
    """

    document: Document
    margins: Margins
    first: int
    said: tuple[str, ...]
    opened: frozenset[str]
    mended: tuple[Done, ...]


class Bench:
    """What pages are laid out with: a style sheet, a paper, what may be opened, and words for where anchors are."""

    def __init__(
        self, css: str, paper: Paper | None, fetcher: CourseFetcher, names: Mapping[str, str], *, is_black: bool
    ) -> None:
        self.css, self.paper, self.fetcher, self.names, self.black = css, paper, fetcher, names, is_black
        self.held: dict[str, Laid] = {}

    @cached_property
    def style(self) -> Sheet:
        """The style sheet, read only where something has to be laid out."""
        with apart() as said:
            return sheet(self.css, self.fetcher, said)

    def breaks(self, html: str) -> list[tuple[int, str, str]]:
        """Return what elements with `data-probe` say of breaks before and after them."""
        with apart():
            document, margins = self._layout(self._source(html), "")
        found = list(_breaks(document))
        margins.done()
        return found

    def lay(self, name: str, wanted: Wanted, keep: bool) -> bytes:  # noqa: FBT001 it is asked by another process
        """Lay a piece out, and tell what is where; what is to be drawn is kept under its name."""
        laid = self.laid(wanted, wanted.first)
        if keep:
            self.held[name] = laid
        else:
            laid.margins.done()
        document = _part(laid.document, wanted)
        found = capture.told(document, self.fetcher.digests(laid.opened), ())
        return replace(found, mended=laid.mended).packed()

    def draw(self, name: str, wanted: Wanted, first: int) -> bytes:
        """Draw a piece whose first page has this number."""
        laid = self.held.pop(name, None) or self.laid(wanted, first)
        if laid.first != first and laid.margins.counted:
            laid = self.laid(wanted, first)
        self.fetcher.opened.clear()
        with apart() as said, freed(), usual_styles(), seen(), black.only(self.black):
            document = laid.margins.filled(laid.document, first - laid.first)
            part = _part(document, wanted)
            drawn, begins = capture.captured(part, self.names), tuple(starts(part))
        laid.margins.done()
        media = self.fetcher.digests(laid.opened | self.fetcher.opened)
        told = (*self.style.said, *laid.said, *said)
        return replace(drawn, media=media, said=told, starts=begins).packed()

    def laid(self, wanted: Wanted, first: int) -> Laid:
        """Lay a piece out whose first page has this number."""
        self.fetcher.opened.clear()
        with apart() as said:
            document, margins, mended = self.layout(wanted.source, wanted.rules(first), first, wanted.mended)
        return Laid(document, margins, first, tuple(said), frozenset(self.fetcher.opened), mended)

    def layout(
        self, html: str, extra: str, first: int, mended: Iterable[Done] = ()
    ) -> tuple[Document, Margins, tuple[Done, ...]]:
        """Lay pages out, the first of them numbered `first`; return what was mended with them.

        Where that leaves a page half empty, or hardly uses the last, it is done anew, and what the style sheet lets
        come closer or part does; what is torn over a leaf comes closer if it is whole then, what was parted without
        need is whole again, a question comes closer that is whole then, and no word is halved at a page's end.
        Then what came closer has the white that its page can give. Pages that begin as they did with the same things
        mended need none of that.
        """
        mended = list(mended)
        mending, lay = self._mending(html, extra, mended)
        laid = lay()
        if not mending.stays(laid[0]):
            if len(early(mended)) < len(mending.done):
                laid[1].done()
                mending, lay = self._mending(html, extra, early(mended))
                laid = lay()
            laid = _mended(mending, laid, lay)
        document, margins = laid
        done = mending.told(document)
        open_edges(document)
        loosen(document)
        level(document)
        return settle(document, self.paper, first), margins, done

    def _mending(
        self, html: str, extra: str, done: Iterable[Done]
    ) -> tuple[Mending, Callable[[], tuple[Document, Margins]]]:
        """Return what mends a source, to which this is done, and what lays it out."""
        source = self._source(html)
        return Mending(source.etree_element, done), partial(self._layout, source, extra)

    def _source(self, html: str) -> HTML:
        return HTML(string=closed_up(html), base_url=BASE, url_fetcher=self.fetcher)

    def _layout(self, source: HTML, extra: str) -> tuple[Document, Margins]:
        """Lay pages out once, with room for all that stands beside their text."""
        style = self.style
        pushed: dict[str, float] = {}
        for again in reversed(range(_AGAIN)):
            below = " ".join(f"{name}{{margin-top:{down:.1f}px!important}}" for name, down in pushed.items())
            with (
                freed(),
                usual_styles(),
                style.lines.remembered(),
                whole_runs(),
                true_starts(),
                last_words(),
                whole_words(),
                whole_floats(),
                whole_notes(),
                low_edges(),
                hanging_quotes(),
                from_the_right(),
                folio.empty() as margins,
            ):
                laid = source.render(
                    stylesheets=[*style.css, CSS(string=f"{extra} {below}", url_fetcher=self.fetcher)],
                    font_config=style.fonts,
                    counter_style=style.counters,
                    pdf_variant="pdf/ua-1",
                )
            more = crowded(laid, self.paper)
            if not more or not again:
                break
            margins.done()
            pushed |= more
        return laid, margins


def _mended(
    mending: Mending, best: tuple[Document, Margins], lay: Callable[[], tuple[Document, Margins]]
) -> tuple[Document, Margins]:
    """Lay out again until there is nothing more to mend."""
    for _ in range(_MENDS):
        if not mending.more(best[0]):
            break
        best[1].done()
        best = lay()
    best = _tried(mending, mending.pressed, is_less, best, lay)
    best = _rejoined(mending, best, lay)
    best = _tried(mending, partial(mending.pressed, inside=True), is_whole_inside, best, lay)
    best = _tried(mending, mending.ended, _end_sooner, best, lay)
    best = _rejoined(mending, _tried(mending, mending.faced, is_fuller, best, lay), lay)
    best = _tried(mending, mending.full, _begin_alike, best, lay)
    best = _tried(mending, mending.uncut, _begin_alike, best, lay)
    best = _tried(mending, mending.drawn_in, _are_fewer, best, lay)
    return _tried(mending, mending.drawn_more, _are_fewer, best, lay)


def _tried(
    mending: Mending,
    step: Callable[[Document], int],
    is_better: Callable[[Document, Document], bool],
    laid: tuple[Document, Margins],
    lay: Callable[[], tuple[Document, Margins]],
) -> tuple[Document, Margins]:
    """Lay out again with what a step does to all that it is for, and take it back if pages are no better."""
    count = step(laid[0])
    if not count:
        return laid
    again = lay()
    best = _chosen(laid, again, is_better=is_better(again[0], laid[0]))
    mending.back(0 if best is again else count)
    return best


def _begin_alike(again: Document, before: Document) -> bool:
    return begins(again) == begins(before)


def _are_fewer(again: Document, before: Document) -> bool:
    return len(again.pages) < len(before.pages)


def _end_sooner(again: Document, before: Document) -> bool:
    return _are_fewer(again, before) and is_no_worse(again, before)


def _rejoined(
    mending: Mending, laid: tuple[Document, Margins], lay: Callable[[], tuple[Document, Margins]]
) -> tuple[Document, Margins]:
    """Lay out again, as a whole, what was parted without need, where pages are no worse for it."""
    for _ in range(_TRIES_FEW if is_small(laid[0]) else _TRIES):
        if not (how := mending.rejoined(laid[0])):
            break
        again = lay()
        judged = is_less if how == "over" else is_no_worse
        laid = _chosen(laid, again, is_better=judged(again[0], laid[0]))
        if laid is not again:
            mending.part()
    return laid


def _chosen(
    laid: tuple[Document, Margins], again: tuple[Document, Margins], *, is_better: bool
) -> tuple[Document, Margins]:
    """Return what was laid out again if it is better, or else what was laid out first."""
    kept, dropped = (again, laid) if is_better else (laid, again)
    dropped[1].done()
    return kept


def _part(document: Document, wanted: Wanted) -> Document:
    """Return the pages that are wanted."""
    if wanted.blank:
        return document.copy(document.pages[1:2])
    return document.copy(document.pages[:-1]) if wanted.short else document


def _breaks(document: Document) -> Iterator[tuple[int, str, str]]:
    """Read off laid-out pages what `data-probe` elements say of breaks."""
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 the boxes have no public name
            number = box.element.get("data-probe") if box.element is not None else None
            if number is not None and box.element_tag == box.element.tag:
                yield int(number), str(box.style["break_before"]), str(box.style["break_after"])
