"""Marked-up text as HTML: what paper and slides have in common."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markupsafe import Markup, escape

from coursepack.links import WEB, Inside, anchored
from coursepack.load import pictures
from coursepack.pack import Item
from coursepack.render.words import drawing
from coursepack.render.words.binding import NBSP, binding
from coursepack.render.words.equation import Room
from coursepack.render.words.ranges import Ranges
from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from coursepack.block import Block
    from coursepack.pack import Medium, Pack
    from coursepack.text import Rich

_ROMAN = re.compile(r"(?<=[IVX])-(?=[IVX])")
_RANGE = re.compile(r"(?<![\d-])(\d+)-(?=\d+(?![\d-]))")
_OPENING, _CLOSING = re.compile(r"[(\uff08]"), re.compile(r"[)\uff09]")
# A blank at which words end, before a number.
_LAST_BLANK = re.compile(r" $")
_LETTER = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_OPTIONS = MarkdownIt("commonmark").options
# The least of a gap on paper, in characters: two centimetres, for a hand does not write a word of four letters in one.
HAND = 12


def ruled(length: float) -> float:
    """Return how wide (em) a gap of so many characters is on paper."""
    return max(length, HAND) / 2


def linked(tokens: Sequence[Token], idx: int) -> str:
    """Return the words of the link that opens here."""
    inside = tokens[idx + 1 : next(n for n in range(idx, len(tokens)) if tokens[n].type == "link_close")]
    return "".join(" " if token.type == "softbreak" else token.content for token in inside)


def _follows_choice(before: Sequence[Token]) -> bool:
    """Tell whether nothing but a blank stands between what comes next and words to choose from."""
    last = next((one for one in reversed(before) if one.type in {"gap", "hardbreak"} or one.content.strip()), None)
    return last is not None and last.type == "gap" and bool(last.meta.get("choices"))


def _enclosed(before: Sequence[Token]) -> bool:
    """Tell whether what follows stands in brackets."""
    words = "".join(token.content for token in before if token.type == "text")
    return len(_OPENING.findall(words)) > len(_CLOSING.findall(words))


def _goes_on(after: Sequence[Token]) -> bool:
    """Tell whether a Chinese or Japanese letter follows, which a blank parts from a number."""
    return bool(after and _LETTER.match(after[0].content))


def _once(items: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield works that follow each other in a citation, each once, with all places in it."""
    for key, alike in groupby(items, itemgetter(0)):
        yield key, ", ".join(dict.fromkeys(at for _, at in alike if at))


def address(token: Token) -> str:
    """Return where a link leads, as it is written."""
    return str(token.attrs.get("href", ""))


def tongue(words: str, language: str) -> Markup:
    """Say the language of words that are not in the course's."""
    return Markup('<span lang="{}">{}</span>').format(language, words) if language else escape(words)


def worded(word: str) -> Markup:
    """Say the language of a word for a gap, if it has one."""
    return tongue(word, getattr(word, "language", ""))


class Words(RendererHTML):
    """Renders the texts of one pack; a subclass says how terms, citations and references look in its output."""

    medium: Medium = "handout"
    # What a formula has in a line, and among the words of a cell: a column is as wide as what cannot be parted.
    formulas = Room()
    in_cell: Room | None = None

    def __init__(self, pack: Pack) -> None:
        """Take the pack's targets, works and first mentions."""
        super().__init__()
        self.pack = pack
        self.binding = binding(pack.labels, pack.course.file.bind)
        self.bind = self.binding.bind
        self._notes = {part.part.span.file: part.part.footnotes for part in pack.parts()}
        self.doors = Inside(pack.course)
        self.ranges = Ranges(pack)
        self.current: Rich | None = None
        self.inline: Token | None = None
        # What shows a block inside a text: views of blocks and words are made of each other.
        self.show: Callable[[Item], str] = lambda _: ""

    def set(self, words: str) -> str:
        """Set plain words: no-break spaces, and a dash between two numbers."""
        return str(escape(self.bind(_ROMAN.sub("\u2013", _RANGE.sub("\\1\u2013", words)))))

    def prose(self, rich: Rich | None) -> Markup:
        """Render paragraphs and lists."""
        return Markup("") if rich is None else self._render(rich, rich.tokens)

    def opening(self, rich: Rich | None) -> Markup:
        """Render the first paragraph of a passage, without a paragraph around it; nothing if it begins otherwise."""
        if rich is None or rich.is_line:
            return self.line(rich)
        starts = rich.tokens[0].type == "paragraph_open"
        return self._render(rich, rich.tokens[1:2]) if starts else Markup("")

    def further(self, rich: Rich | None) -> Markup:
        """Render what comes after the first paragraph of a passage."""
        if rich is None or rich.is_line:
            return Markup("")
        return self._render(rich, rich.tokens[3:] if rich.tokens[0].type == "paragraph_open" else rich.tokens)

    def passage(self, rich: Rich | None, tail: str = "") -> Markup:
        """Render a line as it is, and blocks as blocks; the first words stand beside what is before them."""
        return self.opening(rich) + tail + self.further(rich)

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
                pieces.append(self.renderInline(self.ranges.once(token.children or []), options, env))
            elif token.type in self.rules:
                pieces.append(self.rules[token.type](tokens, position, options, env))
            else:
                pieces.append(self.renderToken(tokens, position, options, env))
        return "".join(pieces)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Plain words, which hold on to a number that a reference puts behind them, and to both of a range."""
        words = tokens[idx].content
        if self.ranges.is_between(tokens, idx):
            words = words.replace(" ", NBSP)
        is_before = any(one.type == "ref" and one.meta.get("bare") for one in tokens[idx + 1 : idx + 2])
        # A range holds its own numbers together: with the word before it, it is too long for narrow columns.
        holds = is_before and not self.ranges.is_between(tokens, idx + 2)
        return self.set(_LAST_BLANK.sub(NBSP, words) if holds else words)

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a line as it is written: what would stand there inside the line."""
        # A few marks may end or begin there.
        before = [one.content for one in tokens[max(idx - 4, 0) : idx] if one.content]
        after = [one.content for one in tokens[idx + 1 : idx + 5] if one.content]
        return self.binding.seam("".join(before[-1:]), "".join(after[:1]))

    def term(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A glossary term: its words alone."""
        return self.set(tokens[idx].content)

    def ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A reference: its printed name, after the author's words for it; of an equation the number may be all."""
        meta = tokens[idx].meta
        name = anchored(meta["kind"], meta["id"], self.pack.targets)
        if meta.get("outside") and name not in self.pack.targets:
            before, after = ("", "") if meta.get("words") else self.pack.labels["quotes"][:2]
            return self.set(f"{before}{meta['outside']}{after}")
        is_formula = self.pack.targets[name].kind == "math"
        inside = bool((meta.get("bare") and is_formula) or meta.get("words")) or _enclosed(tokens[:idx])
        near = " " if not meta.get("words") and _goes_on(tokens[idx + 1 : idx + 2]) else ""
        said = self.lead(name, bare=bool(meta.get("bare")))
        # What begins a range says its page with the end of that.
        if not self.ranges.until(tokens, idx):
            since = self.ranges.since(tokens, idx)
            said += self.far(name, inside=inside, near=near, since=since)
        else:
            said += near
        return f"{self.set(meta['words'])}{self.pack.labels.bracketed(said)}" if meta.get("words") else said

    def lead(self, name: str, *, bare: bool = False) -> str:
        """Name what an id belongs to, or give the number alone."""
        target = self.pack.targets[name]
        if bare and target.number:
            return f"({target.number})" if target.kind == "math" else target.number
        kind, _, number = target.name.rpartition(" ")
        # Whatever words a language binds to a number, the name of what has one is bound to it.
        bound = f"{kind}{NBSP}{number}" if kind and number == target.number else target.name
        return str(escape(self.bind(bound)))

    def far(self, name: str, *, inside: bool = False, near: str = "", since: str = "") -> str:
        """What follows the name of an id, in brackets or `inside` some: its page, where there are pages, or `near`.

        If it ends a range, the pages `since` the id that begins it.
        """
        return near

    def cite(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A citation in round brackets, or as a word of the sentence."""
        labels = self.pack.labels
        works = str(labels["separator"]).join(self.cited(key, at) for key, at in _once(tokens[idx].meta["items"]))
        before, after = labels["brackets"]
        return works if tokens[idx].meta.get("named") else f"{before}{works}{after}"

    def math(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A formula: a drawing on the line's own baseline, or on a line of its own."""
        latex, meta = tokens[idx].content, tokens[idx].meta
        shown = bool(meta.get("display"))
        is_low = not shown and not meta.get("alone")
        alt = spoken(latex, self.pack.labels["spoken"])
        room = self.in_cell or self.formulas
        drawn = drawing.in_line(latex, alt, room) if is_low else drawing.display(latex, alt, self.formulas)
        return f'<span class="display">{drawn}{meta["stop"]}</span>' if shown else drawn

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A link into the web; one inside the course is words alone."""
        return self.renderToken(tokens, idx, options, env) if WEB.match(address(tokens[idx])) else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a link: one inside the course is followed by the name of what it leads to."""
        opened = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        if WEB.match(address(opened)):
            return self.renderToken(tokens, idx, options, env)
        name = self.door(opened)
        # What has neither number nor title has no name but its id, which says nothing.
        found = self.pack.targets[name] if name else None
        if name is None or found is None or (found.title is None and found.name == found.id):
            return ""
        return self.pack.labels.bracketed(self.lead(name) + self.far(name, inside=True))

    def door(self, token: Token) -> str | None:
        """Return the id that a link inside the course leads to, if this copy has it."""
        name = self.doors.target(address(token), self.current.span.file if self.current else "")
        return name if name in self.pack.targets else None

    def block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A block of the course inside a text: as it is shown by itself, if it goes to this output."""
        return self._shown(tokens[idx].meta["block"])

    def told(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A block that stands elsewhere, told in notes."""
        return self._shown(tokens[idx].meta["block"], made=True)

    def _shown(self, inside: Block, *, made: bool = False) -> str:
        if inside.on not in {None, self.medium}:
            return ""
        target = self.pack.targets.get(inside.anchor)
        kept = self.current, self.inline
        shown = self.show(Item(inside, inside.kind_name(), target, made=made))
        self.current, self.inline = kept
        return shown

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture in a line: as high as a line, or as wide as its author says; alone, as wide as there is room."""
        image = tokens[idx]
        alone = bool(image.meta.get("alone") or (self.current and self.current.picture is image))
        given = image.attrs.get("width")
        kind = ("" if alone else ' class="sized"') if given else f' class="{"alone" if alone else "in-line"}"'
        width = f' style="width:{escape(given)}"' if given else ""
        return f'<img src="{escape(image.attrs["src"])}" alt="{escape(pictures.alternative(image))}"{kind}{width}>'

    def footnote(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A footnote: in brackets where there is no margin for it."""
        return self.pack.labels.bracketed(self.noted(tokens[idx])[1])

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

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Raw HTML is nowhere printed as HTML."""
        return str(escape(tokens[idx].content))

    html_block = html_inline

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The box of a task: drawn beside its item."""
        return ""

    def ordered_list_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A numbered list: the page engine counts from what a style says."""
        start = tokens[idx].attrGet("start")
        styled = f'<ol style="counter-reset:list-item {int(start) - 1}"' if start is not None else "<ol"
        return self.renderToken(tokens, idx, options, env).replace("<ol", styled, 1)

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A gap: room to write in, or words to choose from; with the answer where the copy has it."""
        answer, meta = tokens[idx].content, tokens[idx].meta
        # Of words in another language a gap is in the course's, but for its own.
        own = f' lang="{self.pack.course.file.language}"' if meta.get("around") else ""
        if meta.get("choices"):
            words = " / ".join(self.choice(word, answer) for word in meta["choices"])
            said, words = self.said(tokens[idx], words)
            kind = "choice next" if _follows_choice(tokens[:idx]) else "choice"
            return f'<span class="{kind}"{own}{said}>{words}</span>'
        kinds, words = ("gap answer", self.set(answer)) if answer else ("gap", self.room(meta["length"]))
        said, words = self.said(tokens[idx], words)
        return f'<span class="{kinds}"{own}{said} style="width:{ruled(meta["length"]):g}em">{words}</span>'

    def said(self, token: Token, words: str) -> tuple[str, str]:
        """Say what is heard of a gap, nothing on a slide, where it is ruled with signs; return its words, too."""
        return "", self.tongue(token, words)

    @staticmethod
    def tongue(token: Token, words: str, said: str = "") -> str:
        """Say the language of a gap's words, if there are any, and what is heard in their place."""
        language = token.meta.get("language") if token.content or token.meta.get("choices") else ""
        return f'<span lang="{language}"{said}>{words}</span>' if language else words

    def choice(self, word: str, answer: str) -> str:
        """One of the words to choose from."""
        return f'<strong class="answer">{self.set(word)}</strong>' if word == answer else self.set(word)

    def room(self, length: int) -> str:
        """What stands in an empty gap: nothing on paper, where its width is ruled."""
        return ""

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Code that is indented."""
        return self.fence(tokens, idx, options, env)

    def cited(self, key: str, at: str) -> str:
        """One work of a citation, with the place in it."""
        tail = f", {self.set(at)}" if at else ""
        return f"{self.bind(self.pack.works[key].short)}{tail}"
