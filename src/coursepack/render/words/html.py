"""Marked-up text as HTML, for paper and for slides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markupsafe import Markup, escape

from coursepack.load.fence import info
from coursepack.load.markdown import slug
from coursepack.render.words import drawing, linear
from coursepack.render.words.binding import NBSP, binding
from coursepack.render.words.highlight import plain
from coursepack.render.words.listing import listing
from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from coursepack.course import IndexEntry
    from coursepack.pack import Pack, PackPart
    from coursepack.render.look.measure import Columns
    from coursepack.text import Rich

_ROMAN = re.compile(r"(?<=[IVX])-(?=[IVX])")
_RANGE = re.compile(r"(?<![\d-])(\d+)-(?=\d+(?![\d-]))")
_OPTIONS = MarkdownIt("commonmark").options


class Words(RendererHTML):
    """Renders the texts of one pack; a subclass says how terms, citations and references look in its output."""

    def __init__(self, pack: Pack) -> None:
        """Take the pack's targets, works and first mentions."""
        super().__init__()
        self.pack = pack
        self.binding = binding(pack.labels, pack.course.file.bind)
        self.bind = self.binding.bind
        self._notes = {part.part.span.file: part.part.footnotes for part in pack.parts()}
        self.current: Rich | None = None
        self.inline: Token | None = None

    def set(self, words: str) -> str:
        """Set plain words: no-break spaces, and a dash between two numbers."""
        return str(escape(self.bind(_ROMAN.sub("\u2013", _RANGE.sub("\\1\u2013", words)))))

    def prose(self, rich: Rich | None) -> Markup:
        """Render paragraphs and lists."""
        return Markup("") if rich is None else self._render(rich, rich.tokens)

    def line(self, rich: Rich | None) -> Markup:
        """Render the words of one line, without a paragraph around them."""
        if rich is None:
            return Markup("")
        children = [token for token in rich.tokens if token.type == "inline"]
        return self._render(rich, children)

    def _render(self, rich: Rich, tokens: Sequence[Token]) -> Markup:
        self.current = rich
        return Markup(self.render(list(tokens), _OPTIONS, {}).strip())  # noqa: S704 made by the renderer

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """Remember the run of text that is being rendered, for the places of its marks."""
        pieces = []
        for position, token in enumerate(tokens):
            if token.type == "inline":
                self.inline = token
                pieces.append(self.renderInline(token.children or [], options, env))
            elif token.type in self.rules:
                pieces.append(self.rules[token.type](tokens, position, options, env))
            else:
                pieces.append(self.renderToken(tokens, position, options, env))
        return "".join(pieces)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Plain words."""
        return self.set(tokens[idx].content)

    def term(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A glossary term: its words alone."""
        return self.set(tokens[idx].content)

    def ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A reference: its printed name."""
        return self.lead(tokens[idx].meta["id"])

    def lead(self, name: str) -> str:
        """Name what an id belongs to."""
        return str(escape(self.bind(self.pack.targets[name].name)))

    def cite(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A citation in round brackets, or as a word of the sentence."""
        works = "; ".join(self.cited(key, at) for key, at in tokens[idx].meta["items"])
        return works if tokens[idx].meta.get("named") else f"({works})"

    def math(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A formula: a drawing on the line's own baseline, or on a line of its own."""
        latex, shown = tokens[idx].content, bool(tokens[idx].meta.get("display"))
        drawn = drawing.formula(latex, spoken(latex, self.pack.labels["spoken"]), inline=not shown)
        return f'<span class="display">{drawn}{tokens[idx].meta["stop"]}</span>' if shown else drawn

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A formula between two paragraphs."""
        latex = tokens[idx].content
        return (
            f'<p class="display">{drawing.formula(latex, spoken(latex, self.pack.labels["spoken"]), inline=False)}</p>'
        )

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A footnote: in brackets where there is no margin for it."""
        return f" ({self.noted(tokens[idx])[1]})"

    def noted(self, token: Token) -> tuple[int, str]:
        """Return the number and the words of a footnote."""
        if self.current is None or self.inline is None:
            return 0, ""
        own, place = self.current, self.current.place(token, self.inline)
        label = token.meta["label"]
        text = own.footnotes.get(label) or self._notes.get(place.file, {}).get(label)
        inside = self.bare_line(text) if text else ""
        return self.pack.footnotes.get(place, 0), inside

    def bare_line(self, rich: Rich) -> str:
        """Render a footnote's paragraphs as one, without notes of its own."""
        kept = self.current, self.inline
        made = [str(self._render(rich, [token])) for token in rich.inlines()]
        self.current, self.inline = kept
        return " ".join(made)

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Raw HTML is nowhere printed as HTML."""
        return str(escape(tokens[idx].content))

    html_block = html_inline

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """The box of a task: drawn beside its item."""
        return ""

    def ordered_list_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A numbered list: the page engine counts from what a style says."""
        start = tokens[idx].attrGet("start")
        styled = f'<ol style="counter-reset:list-item {int(start) - 1}"' if start is not None else "<ol"
        return self.renderToken(tokens, idx, options, env).replace("<ol", styled, 1)

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A table of the prose: ruled as all tables are."""
        return '<table class="rules plain">'

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A gap: room to write in, or words to choose from; with the answer where the copy has it."""
        answer, meta = tokens[idx].content, tokens[idx].meta
        if meta.get("choices"):
            return f'<span class="choice">{" / ".join(self.choice(word, answer) for word in meta["choices"])}</span>'
        kinds, words = ("gap answer", self.set(answer)) if answer else ("gap", self.room(meta["length"]))
        return f'<span class="{kinds}" style="width:{meta["length"] / 2:g}em">{words}</span>'

    def choice(self, word: str, answer: str) -> str:
        """One of the words to choose from."""
        return f'<strong class="answer">{self.set(word)}</strong>' if word == answer else self.set(word)

    def room(self, length: int) -> str:  # noqa: ARG002 a slide rules it
        """What stands in an empty gap: nothing on paper, where its width is ruled."""
        return ""

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Code that is indented."""
        return self.fence(tokens, idx, options, env)

    def cited(self, key: str, at: str) -> str:
        """One work of a citation, with the place in it."""
        tail = f", {self.set(at)}" if at else ""
        return f"{self.bind(self.pack.works[key].short)}{tail}"


class SlideWords(Words):
    """Words on slides and in notes: no links inside the course, no explanations."""

    def math(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A formula: its LaTeX for a native one, and its signs in a row wherever there can be none."""
        latex = tokens[idx].content
        stop = tokens[idx].meta.get("stop", "")
        return f'<span data-latex="{escape(latex)}">{escape(linear.linear(latex))}</span>{stop}'

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A formula between two paragraphs: a paragraph of its own."""
        return f"<p>{self.math(tokens, idx, options, env)}</p>"

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A footnote: its number, with its words for the slide's notes."""
        number, words = self.noted(tokens[idx])
        return f'<sup data-footnote="{number}">{words}</sup>'

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """The box of a task, as a sign that the deck's faces have."""
        return "\u221a " if tokens[idx].meta["ticked"] else "\u25a1 "

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802 markdown-it's own name
        """Leave the parts of tables out that a slide's text can't have."""
        name = tokens[idx].type
        return _ROWS.get(name) or ("" if name in _UNSEEN else super().renderToken(tokens, idx, options, env))

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A table in a text: nothing around its rows."""
        return ""

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A cell of a table in a text: the cells of a row stand in a line, one after the other."""
        return "" if tokens[idx - 1].type == "tr_open" else " \u00b7 "

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A head of a column: as its cells."""
        return self.td_open(tokens, idx, options, env)

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A gap: ruled with signs, or with its answer in the accent."""
        answer = "" if tokens[idx].meta.get("choices") else tokens[idx].content
        shown = f'<strong data-colour="accent">{self.set(answer)}</strong>'
        return shown if answer else super().gap(tokens, idx, options, env)

    def room(self, length: int) -> str:
        """What stands in an empty gap: a slide's text has no widths, so it is ruled with signs."""
        return "_" * length

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Code between two fences: a paragraph a line, with blanks that are not folded."""
        lines = plain(tokens[idx].content).replace(" ", NBSP).split("\n")
        return "".join(f"<p><code>{escape(line) or NBSP}</code></p>" for line in lines)


# A table in a text of a slide: its rows are paragraphs.
_ROWS = {"tr_open": "<p>", "tr_close": "</p>"}
_UNSEEN = frozenset(f"{name}_{end}" for name in ("table", "thead", "tbody") for end in ("open", "close")) | {
    "td_close",
    "th_close",
}


class PrintWords(Words):
    """Words on paper, where code is set for the measures of a page."""

    def __init__(self, pack: Pack, columns: Columns) -> None:
        """Take how many columns of code the measures hold."""
        super().__init__(pack)
        self.columns = columns

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """Code between two fences."""
        told = info(tokens[idx].info)
        return listing(self.columns, tokens[idx].content, told.language, emphasis=told.emphasis)


class SheetWords(PrintWords):
    """Words on paper that stands alone: nothing is explained, linked or indexed."""

    def set(self, words: str) -> str:
        """Set plain words; symbols and ranges are not broken."""
        return self.binding.unbroken(super().set(words))

    def title(self, rich: Rich | None) -> Markup:
        """Render a heading's words."""
        return self.line(rich)


class PaperWords(PrintWords):
    """Words on paper: links, first mentions in bold with a note for the margin, and anchors for the index.

    A unit that is printed alone explains its own first mentions, links only to itself, and has no index.
    """

    def __init__(self, pack: Pack, columns: Columns, only: PackPart | None = None) -> None:
        """Prepare the patterns of the index."""
        super().__init__(pack, columns)
        self.explained = only.explained if only else pack.explained
        self.inside = only.ids() if only else pack.targets.keys()
        self.mentions: dict[int, list[str]] = {}
        self._seen: set[tuple[int, int]] = set()
        self._printed: set[tuple[str, int]] = set()
        self._patterns = _patterns([entry.find for entry in pack.course.index])
        self._entries = _entries(pack.course.index)
        self.indexing = only is None
        self.bare = Words(pack)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Plain words, with an anchor on the first mention of an index entry in each run."""
        return self._anchored(super().text(tokens, idx, options, env))

    def _anchored(self, words: str) -> str:
        return self._patterns.sub(self._anchor, words) if self.indexing and self._patterns else words

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

    def _anchor(self, found: re.Match[str]) -> str:
        entries = self._entries.get(found[0].replace(NBSP, " "), [])
        run = id(self.inline)
        new = [entry for entry in entries if (entry, run) not in self._seen]
        if not new:
            return found[0]
        anchor = f"ix-{sum(len(places) for places in self.mentions.values())}"
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
        note = f"<strong>{escape(entry.term)}</strong> {self.bare.line(entry.definition)}"
        note = f'<span class="note-at"><span class="note">{note}</span></span>'
        # Before the term, so that the note stays on its page where the term breaks over the page's end.
        return f'{note}<strong class="term" id="t-{name}">{words}</strong>'

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002
        """A footnote: its number in the line, and its words in the margin, once."""
        number, words = self.noted(tokens[idx])
        mark = f'<sup class="footnote-mark">{number}</sup>'
        if (self.file, number) in self._printed:
            return mark
        self._printed.add((self.file, number))
        return f'{mark}<span class="note-at"><span class="note footnote">{mark} {words}</span></span>'

    @property
    def file(self) -> str:
        """The file that the text being rendered is written in."""
        return self.current.span.file if self.current else ""

    def lead(self, name: str) -> str:
        """Name what an id belongs to, with a link to it."""
        words = super().lead(name)
        return f'<a href="#{name}">{words}</a>' if name in self.inside else words

    def cited(self, key: str, at: str) -> str:
        """A link to the entry of the bibliography."""
        tail = f", {self.set(at)}" if at else ""
        words = self._anchored(self.binding.unbroken(self.bind(self.pack.works[key].short)))
        return f'<a href="#w-{slug(key)}">{words}</a>{tail}'

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A web address keeps its link."""
        return self.renderToken(tokens, idx, options, env)


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
