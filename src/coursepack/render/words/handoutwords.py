"""Marked-up text of the handout, with what leads from one place of it to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from coursepack.links import typed
from coursepack.render.look.bidi import leads_right
from coursepack.render.words import worklists
from coursepack.render.words.binding import NBSP
from coursepack.render.words.crowding import crowded
from coursepack.render.words.html import Words, address, linked, tongue
from coursepack.render.words.printwords import PrintWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from coursepack.course import IndexEntry
    from coursepack.pack import Pack, PackPart
    from coursepack.render.look.measure import Measure
    from coursepack.text import Rich


# How the anchors of mentions are named: in a sentence, and in a cell of a table.
SENTENCE, CELL = "ix", "ic"


class HandoutWords(PrintWords):
    """Words of the handout: links, first mentions in bold with a note for the margin, and anchors for the index.

    A unit that is printed alone explains its own first mentions, links only to itself, and has no index.
    """

    def __init__(self, pack: Pack, page: Measure, only: PackPart | None = None) -> None:
        """Prepare the patterns of the index."""
        super().__init__(pack, page)
        self.explained = only.explained if only else pack.explained
        self.inside = only.ids() if only else pack.targets.keys()
        self.mentions: dict[int, list[str]] = {}
        self._seen: set[tuple[int, int]] = set()
        self._printed: set[tuple[str, int]] = set()
        self._addressed: set[tuple[str, str]] = set()
        self._noting = False
        self._noted = False
        self._counted: Rich | None = None
        self._crowded: set[int] = set()
        self._patterns = _patterns([entry.find for entry in pack.course.index])
        self._entries = _entries(pack.course.index)
        self.indexing = only is None
        self.bare = Words(pack)
        self.bare.formulas = self.formulas
        self._briefs = _Briefs(self)

    def anchored(self, words: str) -> str:
        """Put an anchor on the first mention of an index entry in each run: it leads to what is read, not asked."""
        is_read = self.indexing and not self.asks
        return self._patterns.sub(self._anchor, words) if is_read and self._patterns else words

    def named(self) -> Iterator[tuple[str, IndexEntry]]:
        """Yield the anchors that were set, each with an entry that is mentioned there."""
        for number, anchors in self.mentions.items():
            yield from ((anchor, self.pack.course.index[number]) for anchor in anchors)

    def set(self, words: str) -> str:
        """Set plain words; symbols and ranges are not broken."""
        return self.binding.unbroken(super().set(words))

    def title(self, rich: Rich | None) -> Markup:
        """Render a heading's words: they are printed again in the contents, so the index does not count them."""
        return Words.line(self.bare, rich)

    def brief(self, rich: Rich | None) -> Markup:
        """Render a line of an opener, as a heading's words, but what it refers to has its link and its page."""
        return Words.line(self._briefs, rich)

    def _anchor(self, found: re.Match[str]) -> str:
        entries = self._entries.get(found[0].replace(NBSP, " "), [])
        run = id(self.inline)
        new = [entry for entry in entries if (entry, run) not in self._seen]
        if not new:
            return found[0]
        kind = SENTENCE if self.in_cell is None else CELL
        anchor = f"{kind}-{sum(len(places) for places in self.mentions.values())}"
        for entry in new:
            self._seen.add((entry, run))
            self.mentions.setdefault(entry, []).append(anchor)
        return f'<span id="{anchor}">{found[0]}</span>'

    def term(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The first mention is bold and brings its definition; later ones are plain."""
        words = self.text(tokens, idx, options, env)
        token = tokens[idx]
        if self.current is None or self.inline is None:
            return words
        name = self.explained.get(self.current.place(token, self.inline))
        if name is None or name != token.meta["id"]:
            return words
        entry = self.pack.course.glossary[name]
        head = f'<a href="#t-{name}">{tongue(entry.term, entry.language)}</a>'
        note = f"{self._headed(head)} {self.bare.line(entry.definition)}"
        note = f'<span class="note-at"><span class="note" data-pdf="Note">{note}</span></span>'
        # Before the term, so that the note stays on its page where the term breaks over the page's end. Held together,
        # for no line ends before the empty place of a note at the foot of the page.
        return f'<span>{note}<strong class="term" id="t-{name}">{words}</strong></span>'

    def _headed(self, words: str) -> str:
        """What a note begins with: on a line of its own, so that those who listen need a pause."""
        return f"<strong>{words}{self.heard(self.pack.labels['colon'])}</strong>"

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A footnote: its number in the line, and its words in the margin, once; in brackets where none is free."""
        if self.asks and self.page.filled:
            return super().footnote(tokens, idx, options, env)
        number, words = self.noted(tokens[idx])
        mark = f'<sup class="footnote-mark" data-pdf="Reference">{number}</sup>'
        if (self.file, number) in self._printed:
            return mark
        self._printed.add((self.file, number))
        label = mark.replace("Reference", "Lbl")
        return f'{mark}<span class="note-at"><span class="note footnote" data-pdf="Note">{label} {words}</span></span>'

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A link into the web: its address stands in the margin, once in a file, unless its words are the address."""
        opened = super().link_open(tokens, idx, options, env)
        where, words = address(tokens[idx]), linked(tokens, idx)
        code = self.code(where) if tokens[idx].attrs.get("class") == "qr" else ""
        known = typed(words) == typed(where) or (self.file, where) in self._addressed
        if not opened or (known and not code):
            return opened
        if self._is_spelt:
            return f"{code}{opened}"
        self._noted = True
        self._addressed.add((self.file, where))
        named = f"{code}{self._headed(self._titled(_begun(words)))} {self.typed(where)}"
        return f'<span><span class="note-at"><span class="note address" data-pdf="Note">{named}</span></span>{opened}'

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a link, and of what holds it together with its note: where none may stand its address follows."""
        closed = super().link_close(tokens, idx, options, env)
        if self._is_spelt:
            return self.spelt(tokens, idx, closed)
        held, self._noted = "</span>" if self._noted else "", False
        return f"{closed}{held}"

    def _titled(self, words: str) -> str:
        """Set what heads a note: a name that is longer than the margin is wide may be broken after its signs."""
        return self.seamed(words) if max(map(len, words.split()), default=0) > _LONG else self.set(words)

    @property
    def _is_spelt(self) -> bool:
        """Whether addresses follow their words: in a footnote, and where they are too many for the margin."""
        if self._noting or self.current is None or (self.asks and self.page.filled):
            return self._noting or self.asks
        if self.current is not self._counted:
            self._counted, self._crowded = self.current, crowded(self.current.tokens)
        return id(self.inline) in self._crowded

    def bare_line(self, rich: Rich) -> str:
        """Render a footnote, in which no other note stands."""
        self._noting = True
        try:
            return super().bare_line(rich)
        finally:
            self._noting = False

    @property
    def file(self) -> str:
        """The file that the text being rendered is written in."""
        return self.current.span.file if self.current else ""

    def lead(self, name: str, *, bare: bool = False) -> str:
        """Name what an id belongs to, with a link to it."""
        words, anchor = super().lead(name, bare=bare), self.pack.targets[name].id
        return f'<a href="#{anchor}">{words}</a>' if anchor in self.inside else words

    def far(self, name: str, *, inside: bool = False, near: str = "", since: str = "") -> str:
        """The page of an id: who lays out says whether it is printed, for only then is it known where both stand.

        A run of text says it once.
        """
        anchors = [self.pack.targets[one].id for one in (since, name) if one]
        if not self.inside >= {*anchors} or self.is_told(anchors):
            return near
        return self.sayings(anchors, name, since, inside=inside, near=near)

    def cited(self, key: str, at: str) -> str:
        """A link to the entry in the list of works."""
        tail = f", {self.set(at)}" if at else ""
        words = self.anchored(self.binding.unbroken(self.bind(self.pack.works[key].short)))
        made = f"{self.entry(words, key, self.file)}{tail}"
        # A name of the other direction stays in one piece with its place.
        foreign = self.pack.labels.leads_right and not leads_right(self.pack.works[key].short)
        return f'<span dir="ltr">{made}</span>' if foreign else made

    def entry(self, words: str, key: str, file: str) -> str:
        """Words that stand for a work: a link to its entry."""
        return f'<a href="#{worklists.found(self.pack, key, file)}">{words}</a>'


class _Briefs(Words):
    """Words of the handout that explain nothing and are not indexed, and lead where its own do."""

    def __init__(self, own: HandoutWords) -> None:
        super().__init__(own.pack)
        self.own, self.formulas = own, own.formulas

    def lead(self, name: str, *, bare: bool = False) -> str:
        """Name what an id belongs to, with a link to it."""
        return self.own.lead(name, bare=bare)

    def far(self, name: str, *, inside: bool = False, near: str = "", since: str = "") -> str:
        """The page of an id, as it is said in the text."""
        self.own.current, self.own.inline = self.current, self.inline
        return self.own.far(name, inside=inside, near=near, since=since)


# Characters of a link's words in the margin, and of a word that a narrow margin holds.
_MOST, _LONG = 40, 18


def _begun(words: str) -> str:
    """Return the words of a link, or how they begin."""
    whole = words[: _MOST + 1].rpartition(" ")[0].rstrip(",;:")
    return words if len(words) <= _MOST else f"{whole} …" if whole else f"{words[:_MOST]}…"


def _patterns(finds: Sequence[Sequence[str]]) -> re.Pattern[str] | None:
    """Make one pattern of all the words that are indexed, the longest first."""
    words = sorted({word for find in finds for word in find}, key=len, reverse=True)
    if not words:
        return None
    spelled = "|".join(re.escape(str(escape(word))).replace(r"\ ", "[ \u00a0]") for word in words)
    return re.compile(rf"(?<![\w/-])(?:{spelled})(?![\w])")


def _entries(index: Sequence[IndexEntry]) -> dict[str, list[int]]:
    """Return the places of the entries that a word mentions."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(index):
        for word in dict.fromkeys(str(escape(find)) for find in entry.find):
            found.setdefault(word, []).append(number)
    return found
