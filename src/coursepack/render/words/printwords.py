"""Marked-up text on paper, where there is one measure of code for all of it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, pairwise, zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from coursepack.links import typed
from coursepack.load.fence import info
from coursepack.render.figures import qr
from coursepack.render.look.bidi import directions, leads_right
from coursepack.render.words import acronyms, drawing, equation, frail
from coursepack.render.words.abbreviations import Abbreviations
from coursepack.render.words.binding import JOINED, NBSP
from coursepack.render.words.equation import Room
from coursepack.render.words.html import HAND, Words, address, linked
from coursepack.render.words.leading import introduces, leads
from coursepack.render.words.listing import listing
from coursepack.render.words.ranges import BEFORE
from coursepack.render.words.spoken import spoken
from coursepack.render.words.tablecells import celled, set_apart
from coursepack.render.words.tablerows import Columns, columns, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from coursepack.pack import Item, Pack, PackPart
    from coursepack.render.look.measure import Measure
    from coursepack.render.words.tablecells import Grid
    from coursepack.text import Rich


_SEAM = re.compile(r"(?<=[/?&=_.-])(?=\w)")
# A word with a hyphen, at the end of a text.
_HYPHENED = re.compile(r"\w+(?:[-\u2010]\w+)+\W{0,3}$")
# Low strokes among words, typed for a gap; those between the letters of a name, or of a drawing of signs, are none.
_STROKES = re.compile(r"<[^>]*>|(?<![\w/\\~])(_{3,}+)(?![/\\~])|(?<=[^\W_])(_{3,}+)(?![\w/\\~])")
# So many of them are no word or two: at a line's end they are typed up to where that ends in the source.
_LONG = 20
# Of what is chosen from, two or three words of no more letters are read at one look.
_BLANKS, _SHORT = 2, 13
_WRITE_LINE = '<div class="write-line"></div>'
# What an entry of the list of works consists of: an address with its words, a tag, words.
_PIECE = re.compile(r"<a .*?</a>|<[^>]*>|([^<]+)")


def _is_turned(inline: Token) -> bool:
    """Tell whether words are read from right to left: their first letter, and most of them.

    Addresses, code and formulas are in Latin letters in every language.
    """
    words = "".join(one.content for one in inline.children or [] if one.type == "text")
    found = list(directions(words)) if leads_right(words) else []
    return 2 * found.count("R") > len(found)


def _kinds(tokens: Sequence[Token], at: int) -> str:
    """Return the classes of a paragraph."""
    inline = tokens[at + 1]
    is_verse = any(one.type == "hardbreak" for one in inline.children or ())
    return " ".join([*["lines"] * is_verse, *["lead-in"] * (leads(inline) or introduces(tokens, at))])


def _held(line: Markup, tail: str) -> Markup:
    """Put a tail behind a text; where it holds on to the last word, no line ends at a hyphen of that."""
    made = _HYPHENED.sub(r'<span class="nobreak">\g<0></span>', str(line)) if tail.startswith(NBSP) else line
    return Markup(made) + tail  # noqa: S704 made by the renderer


class PrintWords(Words):
    """Words on paper, where code is set for the measures of a page."""

    def __init__(self, pack: Pack, page: Measure, pages: Mapping[str, str] | None = None) -> None:
        """Take the measures of a page, and, if it is known, on which page of the handout what has an id stands."""
        super().__init__(pack)
        self.page = page
        self.formulas = Room(page.line, page.upright)
        self.pages = pages or {}
        self._after = dict(_after([*pack.parts()]))
        self.abbreviations = Abbreviations(pack.course.file.abbreviations)
        self._told: set[tuple[str, int]] = set()
        self._said = count(1)
        self._columns = Columns()
        # Whether a table of some width (pt) has no room for its words: what measures them knows the faces.
        self.is_crowded: Callable[[Grid, float], bool] = lambda *_: False
        # Whether what is set asks about what was read.
        self.asks = False
        self.lowers = page.small_capitals and pack.labels.has_capitals

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Plain words, with what leads to them, abbreviations spelled out for those who listen, and acronyms marked."""
        words = self.anchored(super().text(tokens, idx, options, env))
        words = self.abbreviations.spelled(words, self.current, tokens[idx])
        after = next(iter(tokens[idx + 1 : idx + 2]), None)
        words = acronyms.marked(words, lowered=bool(after and after.tag == "sub")) if self.lowers else words
        is_last = all(one.type == "hardbreak" for one in tokens[idx + 1 : idx + 2])
        return _STROKES.sub(lambda found: self._typed(found, is_last=is_last), words)

    def _typed(self, found: re.Match[str], *, is_last: bool) -> str:
        """Set low strokes as a gap, ruled as wide as they are, for a hand at least; a tag stays.

        A long one that ends its line goes on to that's end, and needs half as much room.
        """
        length = len(found[1] or found[2] or "")
        if not length:
            return found[0]
        ends = is_last and length >= _LONG and not found.string[found.end() :].strip()
        gap = Markup('<span class="gap typed{}" data-said=" {} " style="width:{:g}em"></span>')
        needed = max(_LONG, length / 2) if ends else max(length, HAND)
        return gap.format(" to-end" * ends, self.pack.labels["blank"], needed / 2)

    def hr(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A line across, or lines to write on, as many as were typed."""
        count = tokens[idx].meta.get("lines")
        if not count:
            return self.renderToken(tokens, idx, options, env)
        heard = Markup('<p class="heard" data-said="{}">\u00a0</p>').format(
            self.pack.labels.filled("room_ruled", count=count)
        )
        return f'<div class="room">{heard}<div class="write-on">{_WRITE_LINE * count}</div></div>\n'

    def _render(self, rich: Rich, tokens: Sequence[Token]) -> Markup:
        return super()._render(rich, set_apart(rich, tokens, lambda cells: self.is_crowded(cells, self.page.text)))

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A table of the prose, whose rows are as high as the widths of its columns make them."""
        table = tokens[idx:]
        self._columns = columns(table)
        return opened(table[0], is_long=self._columns.is_long(table, self.page))

    def tr_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A row of a table of the prose: one that is high goes on over a page's end."""
        is_tall = self._columns.is_tall((tokens[at] for at in range(idx, len(tokens))), self.page)
        return '<tr class="tall">' if is_tall else self.renderToken(tokens, idx, options, env)

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A cell of the prose: formulas among its words have the room of its column."""
        self.in_cell = celled(self.page.text * self._columns.share(tokens, idx) / 100, self.page)
        made = self.renderToken(tokens, idx, options, env)
        if not (self._columns.is_open and tokens[idx].tag == "td" and not tokens[idx + 1].content):
            return made
        return made.replace("<td", '<td class="blank"', 1) + str(self.heard(self.pack.labels["blank"]))

    def td_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a cell."""
        self.in_cell = None
        return self.renderToken(tokens, idx, options, env)

    th_open, th_close = td_open, td_close

    def joined(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The place of a table that another cell covers."""
        return ""

    def cell(self, rich: Rich, width: float) -> Markup:
        """Render a passage in a cell; formulas among its words have that room (pt)."""
        self.in_cell = celled(width, self.page)
        try:
            return self.passage(rich)
        finally:
            self.in_cell = None

    def anchored(self, words: str) -> str:
        """Put anchors on words that something leads to: there are none in a companion."""
        return words

    def far(self, name: str, *, inside: bool = False, near: str = "", since: str = "") -> str:
        """The page of the handout where an id is, or the pages of a range, if they are known."""
        anchors = [self.pack.targets[one].id for one in (since, name) if one]
        pages = [page for page in map(self.pages.get, anchors) if page]
        if len(pages) < len(anchors):
            return near
        last = next(filter(None, map(self.pages.get, self.until(name) if since else ())), pages[-1])
        said = self.at(is_range=pages[0] != last, inside=inside)
        return str(escape(self.pack.labels.filled(said, first=pages[0], page=last)))

    def sayings(self, anchors: Sequence[str], name: str, since: str, *, inside: bool, near: str) -> str:
        """Say pages where that turns out to be needed: what lays out knows where anchors stand."""
        self._told.add((" ".join(anchors), id(self.inline)))
        leads = " ".join(f"#{one}" for one in (*anchors, *(self.until(name) if since else ())))
        one, some = (escape(self.pack.labels[self.at(is_range=is_range, inside=inside)]) for is_range in (False, True))
        more = f' data-one="{one}"' if since else ""
        here = f' data-near="{near}"' if near else ""
        return f'<span id="from-{next(self._said)}" data-far="{leads}"{more}{here}>{some if since else one}</span>'

    def is_told(self, anchors: Sequence[str]) -> bool:
        """Tell whether the text that is being rendered said the pages of these already."""
        return (" ".join(anchors), id(self.inline)) in self._told

    def afresh(self) -> None:
        """Set texts as if no page was said in them: they may be printed once more."""
        self._told.clear()

    @staticmethod
    def at(*, is_range: bool, inside: bool) -> str:
        """Return the label for a page, or for some, in brackets or `inside` some."""
        return f"{'on_pages' if is_range else 'on_page'}{'_inside' if inside else ''}"

    def until(self, name: str) -> tuple[str, ...]:
        """Return the anchors that tell where a range ends whose last is this: those of what comes after it."""
        after = self._after.get(self.pack.targets[name].id, ())
        return tuple(anchor for one in after for anchor in (f"{BEFORE}{one}", one))

    @contextmanager
    def within(self, share: float) -> Iterator[None]:
        """Set what follows in a column: a share of the measure, in per cent."""
        around, self.page = self.page, self.page.narrowed(share)
        self.formulas = Room(self.page.line, self.page.upright)
        try:
            yield
        finally:
            self.page, self.formulas = around, Room(around.line, around.upright)

    def choice(self, word: str, answer: str) -> str:
        """One of the words to choose from: short ones stay on one line, or they look like several to choose from."""
        is_short = word.count(" ") <= _BLANKS and len(word) <= _SHORT
        whole = word.replace(" ", NBSP) if is_short else word
        return super().choice(whole, whole if word == answer else answer)

    @contextmanager
    def setting(self, item: Item) -> Iterator[None]:
        """Set what is in a block: an exercise asks about what was read, whichever texts it is made of."""
        around, self.asks = self.asks, self.asks or item.task is not None
        try:
            yield
        finally:
            self.asks = around

    def passage(self, rich: Rich | None, tail: str = "") -> Markup:
        """Render a passage; what begins with a figure or with code has that beside its letter."""
        # Once: a note, a page and an address are said where a text is set first.
        opening = self.opening(rich)
        if rich is None or opening:
            return _held(opening, tail) + self.further(rich)
        return Markup('<div class="first">{}</div>{}').format(self.further(rich), tail)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Code between two fences."""
        told = info(tokens[idx].info)
        code = listing(self.page.columns, tokens[idx].content, told.language, told.numbered, told.emphasis)
        if told.said:
            return f'<div class="said">{code}</div>'
        if not told.title:
            return code
        return f'<div class="listing"><p class="caption"><b>{self.set(told.title)}</b></p>{code}</div>'

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A paragraph: one read from right to left begins there, lines of verse begin alike, a lead-in is not left."""
        made = self.renderToken(tokens, idx, options, env)
        if "class" not in tokens[idx].attrs and (kinds := _kinds(tokens, idx)):
            made = made.replace("<p", f'<p class="{kinds}"', 1)
        turned = not self.pack.labels.leads_right and _is_turned(tokens[idx + 1])
        return made.replace("<p", '<p dir="rtl"', 1) if turned else made

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A formula between two paragraphs: one that is wider than the text goes into the outer column."""
        latex = tokens[idx].content
        is_wide = equation.draw(latex, inline=False, room=self.formulas).width > self.page.line
        most = self.page.line if tokens[idx].level else max(self.page.line, self.page.broad)
        drawn = drawing.display(
            latex, spoken(latex, self.pack.labels["spoken"]), replace(self.formulas, most=most), self.page.high
        )
        return f'<p class="display{" wide" if is_wide else ""}">{drawn}</p>'

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A gap inside a word, or at its end, is on one line with it."""
        around = (tokens[idx - 1].content[-1:] if idx else "", *(one.content[:1] for one in tokens[idx + 1 : idx + 2]))
        before, after = (JOINED * sign.isalpha() for sign in (*around, "")[:2])
        return f"{before}{super().gap(tokens, idx, options, env)}{after}"

    def said(self, token: Token, words: str) -> tuple[str, str]:
        """A gap is heard with its number, and so is what to choose from; an answer, from where to where it goes.

        Words of another language are heard as such between what is said of them.
        """
        labels, answer, number = self.pack.labels, token.content, token.meta.get("number")
        choices = token.meta.get("choices") or ()
        shown = labels.bracketed(", ".join(choices)) if choices else ""
        blank = labels["blank"] if number is None else f"{labels['blank']} {number + 1}"
        begun, ended = (
            (f"{labels['answer']}{labels['colon']}", f"; {labels['answer_ends']};") if answer else (blank, "")
        )
        inside = Markup(' data-said="{}"').format(f"{answer}{shown}")
        own = self.tongue(token, words, inside)
        if own == words:
            return Markup(' data-said=" {} "').format(f"{begun}{answer}{shown}{ended}"), words
        return "", f"{self.heard(f' {begun}')}{own}{self.heard(f'{ended} ')}"

    def heard(self, words: str) -> Markup:
        """What is heard, and not seen: a pause where a style parts things for the eye alone."""
        return Markup('<span class="heard" data-said="{}">\u00a0</span>').format(words)

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The box of a task: drawn beside its item, and heard before it."""
        said = self.pack.labels["box_ticked" if tokens[idx].meta["ticked"] else "box"]
        return Markup('<span class="heard" data-pdf="Lbl" data-said="{}">\u00a0</span>').format(said)

    def entry(self, words: str, key: str, file: str) -> str:
        """Words that stand for a work, in a text of a file."""
        return words

    def code(self, where: str) -> Markup:
        """Draw the code of an address, to be scanned."""
        said = self.pack.labels.filled("scan", address=typed(where))
        return Markup('<img class="qr" src="{}" alt="{}">').format(drawing.url(qr.drawing(where)), said)

    def listed(self, written: str) -> Markup:
        """Set what a list says of a work: dates, pages and symbols stay whole, but for an address's own signs."""
        kept = lambda found: self.binding.unbroken(self.binding.bound(found[1])) if found[1] else found[0]  # noqa: E731 of one line
        made = _PIECE.sub(kept, written)
        return Markup(made if self.pack.labels.leads_right else frail.dashed(made))  # noqa: S704 made by the style of citations

    def turned(self, written: str) -> Markup:
        """Turn what a list says of a work to the left, in a list that is read from right to left."""
        is_foreign = self.pack.labels.leads_right and not leads_right(Markup(written).striptags())  # noqa: S704 as above
        return Markup(' dir="ltr"') if is_foreign else Markup()

    def spelt(self, tokens: Sequence[Token], idx: int, closed: str) -> str:
        """Put the address of a link into the web behind its end, in brackets, unless its words are the address."""
        start = max(n for n in range(idx) if tokens[n].type == "link_open")
        where = address(tokens[start])
        told = closed != "</a>" or typed(where) == typed(linked(tokens, start))
        return closed if told else f"{closed}{self.pack.labels.bracketed(self.typed(where))}"

    def typed(self, where: str) -> Markup:
        """Set an address to be typed, which may be broken after its signs."""
        return self.seamed(typed(where))

    def seamed(self, words: str) -> Markup:
        """Set what may be broken after its signs, as addresses and names of files are."""
        # From left to right in every line: a mark of direction after each sign, for no isolate outlasts a line's end.
        seam = "\u200e\u200b" if self.binding.leftward else "<wbr>"
        return Markup(seam).join(_SEAM.split(words))  # noqa: S704 one of two


def _after(parts: Sequence[PackPart]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the anchor of each part and section with those of what may come after it, the nearest first."""
    for part, following in zip_longest(parts, parts[1:]):
        end = f"end.{part.front.id}"
        beyond = (following.front.id,) if following else ()
        yield part.front.id, beyond or (end,)
        sections = [section.id for section in part.sections if section.title]
        yield from ((here, (there,)) for here, there in pairwise(sections))
        # Not all units end with what is to be kept.
        yield from ((last, (end, *beyond)) for last in sections[-1:])


class CompanionWords(PrintWords):
    """Words of a companion of the handout: nothing is explained, linked or indexed."""

    def set(self, words: str) -> str:
        """Set plain words; symbols and ranges are not broken."""
        return self.binding.unbroken(super().set(words))

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a link: there is no margin, so its address follows in brackets."""
        return self.spelt(tokens, idx, super().link_close(tokens, idx, options, env))

    def far(self, name: str, *, inside: bool = False, near: str = "", since: str = "") -> str:
        """The page of the handout where an id is; if that is not known, the page of the companion, if it is on one."""
        anchors = [self.pack.targets[one].id for one in (since, name) if one]
        if self.pages:
            return super().far(name, inside=inside, near=near, since=since)
        return near if self.is_told(anchors) else self.sayings(anchors, name, since, inside=inside, near=near)

    def title(self, rich: Rich | None) -> Markup:
        """Render a heading's words."""
        return self.line(rich)

    brief = title
