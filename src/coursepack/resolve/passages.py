"""Passages of a prose text: what is said, what is listed, and what is drawn, for slides that are made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from markdown_it.token import Token

from coursepack.blocks.code import Code
from coursepack.blocks.math import Math
from coursepack.blocks.table import Table
from coursepack.languages.sentence import sentences
from coursepack.load.fence import info

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.block import Block
    from coursepack.problem import Span
    from coursepack.text import Rich

Kind = Literal["said", "heading", "list", "math_block", "code", "table", "hr", "block"]

_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "math_block": "math_block",
    "fence": "code",
    "code_block": "code",
    "table_open": "table",
    "hr": "hr",
    "block": "block",
}


# Letters that go into a line of a slide.
LINE = 90
_PARAGRAPH = 3  # tokens


@dataclass(frozen=True)
class Passage:
    """A block of Markdown that stands in no other, with its tokens."""

    text: Rich
    kind: Kind
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[tuple[Rich, Token]]:
        """Its tokens, each with the text that it is of."""
        return [(self.text, token) for token in self.tokens]

    @property
    def is_line(self) -> bool:
        """Whether it is a paragraph of a few words, such as introduce what stands below it."""
        return self.kind == "said" and len(self.tokens) == _PARAGRAPH and len(self.tokens[1].content) <= LINE

    @property
    def at(self) -> Span:
        """Where it begins."""
        return self.text.row(self.tokens[0])


def of(text: Rich) -> Iterator[Passage]:
    """Yield the passages of a text."""
    start = 0
    for position, token in enumerate(text.tokens):
        if token.level == 0 and token.nesting >= 0:
            start = position
        if token.level == 0 and token.nesting <= 0:
            yield Passage(text, _KINDS.get(text.tokens[start].type, "said"), text.tokens[start : position + 1])


def is_blank(words: Sequence[tuple[Rich, Token]]) -> bool:
    """Tell whether words are room to write in alone, as a numbered line is: a slide has nothing of it to see."""
    return all(
        token.nesting or token.type == "hr" or (token.type == "inline" and not token.content.strip("_ "))
        for _, token in words
    )


def joined(words: Sequence[tuple[Rich, Token]]) -> Rich | None:
    """Make one text of tokens of texts that are cut from the same file."""
    if not words:
        return None
    notes = {label: note for text, _ in words for label, note in text.footnotes.items()}
    # A block brings its own texts along, with their places.
    base = next((text for text, token in words if token.type not in {"block", "told"}), words[0][0])
    return replace(base, tokens=tuple(token for _, token in words), footnotes=notes)


def standing(block: Block) -> Token:
    """Return what stands for a block inside a text."""
    return Token("block", "", 0, meta={"block": block})


def telling(block: Block) -> Token:
    """Return what tells a block in a text that it does not stand in: it is not there a second time."""
    return Token("told", "", 0, meta={"block": block})


def parted(words: Iterable[tuple[Rich, Token]]) -> tuple[list[tuple[Rich, Token]], list[tuple[Rich, Token]]]:
    """Part what a class sees from what the teacher alone has in it, which is told."""
    seen, told = [], []
    for text, token in words:
        block = token.meta["block"] if token.type == "block" else None
        if block is None or block.audience != "teacher":
            seen.append((text, token.copy(meta={**token.meta, "block": block.told()}) if block else token))
        kept = () if block is None else (block,) if block.audience == "teacher" else block.kept_back()
        told += [(text, telling(one)) for one in kept]
    return seen, told


def within(outer: Rich, title: Rich, around: tuple[str, str] = (" (", ")")) -> Rich:
    """Return a title of what stands in something else, in brackets behind the title of that."""
    before = [one for inline in outer.inlines() for one in inline.children or []]
    (inline,) = title.tokens
    opened, closed = (Token("text", "", 0, content=sign) for sign in around)
    return replace(title, tokens=(inline.copy(children=[*before, opened, *(inline.children or []), closed]),))


# Letters of a sentence that a slide sets large.
_LARGE = 140
# What is no word of a sentence that stands alone: the notes have it.
_ASIDE = frozenset({"cite", "footnote"})
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff\uac00-\ud7af]")
# “✗ He go. → ✓ He goes.” begins with what is wrong.
_LEADS = re.compile(r"\s*[\u2190-\u21ff\u2794-\u27be\u27f0-\u27ff]")
_STOPS, _CLOSING = ".!?\u2026\u3002\uff01\uff1f", "\"')]\u201d\u2019\u00bb\u300d\u300f"


def sentence(words: Sequence[tuple[Rich, Token]]) -> Rich | None:
    """Return the sentence that paragraphs begin with, if it is short enough to be shown large."""
    # Deeper down it is somebody else's.
    text, first = next(
        ((text, token) for text, token in words if (token.type, token.level) == ("inline", 1)), (None, None)
    )
    if text is None or first is None:
        return None
    children = list(_bare(first.children or []))
    said = "".join(_letters(one) for one in children)
    end = next(sentences(said))[1]
    one = said[:end].rstrip()
    if not _WORD.search(one) or _LEADS.match(said, end):  # the letter or number of an item; half of what is said
        return None
    kept = list(_until(len(one), children))
    whole = (
        len(one) <= _LARGE and one.rstrip(_CLOSING).endswith(tuple(_STOPS)) and not sum(token.nesting for token in kept)
    )
    return replace(text, tokens=(first.copy(children=kept),), footnotes={}) if whole else None


def _bare(children: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens without those of an aside, and without the blank before one."""
    for one, after in zip(children, [*children[1:], None], strict=True):
        if one.type not in _ASIDE:
            bare = one.type == "text" and after is not None and after.type in _ASIDE
            yield one.copy(content=one.content.rstrip()) if bare else one


def _until(end: int, children: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of so many letters; what closes a mark there belongs to them."""
    at = 0
    for one in children:
        words = _letters(one)
        if at >= end and one.nesting >= 0:
            return
        yield one.copy(content=one.content[: end - at]) if one.type == "text" else one
        at += len(words)


def _letters(token: Token) -> str:
    """Return what a token says; what is no text is a letter."""
    breaks = token.type in {"softbreak", "hardbreak"}
    return token.content if token.type == "text" else " " if breaks else "x" * (not token.nesting)


def block(passage: Passage) -> Block | None:
    """Return what is drawn in a text as the block that shows it, on slides alone."""
    first = passage.tokens[0]
    made: Block
    match passage.kind:
        case "math_block":
            made = Math.model_construct(on="slides", latex=first.content)
        case "code":
            made = Code.model_construct(on="slides", code=first.content, language=info(first.info).language or "text")
        case "table":
            head, *rows = cells(passage)
            widths = tuple(first.meta.get("widths", ()))
            made = Table.model_construct(id="", on="slides", columns=head, rows=tuple(rows), widths=widths)
        case "block" if first.meta["block"].on != "handout":
            made = first.meta["block"].model_copy(update={"on": "slides"})
        case _:
            return None
    made.placed_at(passage.at)
    return made


def cells(passage: Passage) -> list[tuple[Rich, ...]]:
    """Return the cells of a table, its head first.

    What the head covers is no cell that is merged: a slide's table has one row of heads.
    """
    head, *rows = _rows(passage)
    return [tuple(replace(cell, source="") if not cell.tokens else cell for cell in head), *rows]


def _rows(passage: Passage) -> Iterator[tuple[Rich, ...]]:
    row: list[Rich] = []
    side = ""
    for token in passage.tokens:
        if token.type in {"th_open", "td_open"}:
            side = str(token.attrs.get("style", "")).partition("text-align:")[2]
        elif token.type == "inline":
            # A cell by itself keeps on which side its column is set.
            kept = token.copy(meta={**token.meta, "align": side}) if side else token
            row.append(replace(passage.text, tokens=(kept,), footnotes={}))
        elif token.type == "joined":
            row.append(replace(passage.text, source=token.content, tokens=(), footnotes={}))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []


# What a slide holds of code at its usual size.
_LINES, _COLUMNS = 12, 66
# The language of what a program said.
_SAID = "text"


def continued(before: Block, after: Block) -> Block | None:
    """Return two pieces of a program that follow each other as one, if a slide holds them both.

    So with what a program said: its lines are those that do not matter. Nothing follows lines that are marked.
    """
    if not (isinstance(before, Code) and isinstance(after, Code)) or before.on != "slides":
        return None
    said = before.language != after.language == _SAID
    own = before.code.rstrip()
    code = f"{own}\n{after.code}" if said else f"{own}\n\n{after.code}"
    lines = code.splitlines()
    if before.emphasis or after.emphasis or not (said or before.language == after.language):
        return None
    if len(lines) > _LINES or max(map(len, lines)) > _COLUMNS:
        return None
    emphasis = tuple(range(1, len(own.splitlines()) + 1)) if said else ()
    made = before.model_copy(update={"code": code, "emphasis": emphasis})
    made.placed_as(before)
    return made
