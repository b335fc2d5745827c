"""Text with inline marks, as the models hold it: parsed once, with the place of every mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, cast

from markdown_it.token import Token
from pydantic import GetPydanticSchema, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from coursepack.problem import Span
from coursepack.values import Real, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt

# What may stand behind a heading: its id, and that it begins a page.
HEADING = re.compile(
    r"(?<!\s)\s*\{(?=[#.])(?:#(?P<id>[^}\s]+))?(?P<classes>(?:\s*\.(?:new-page|unnumbered|unlisted)(?=[\s}]))*)\s*\}\s*$"
)

# What a heading inside a text is in HTML, by its class.
RUN_IN_HEAD = "run-in-head"
# What stands around a label that an author writes.
_AROUND = " \u00a0\u202f:\uff1a."


@lru_cache(maxsize=16)
def lines_of(source: str) -> tuple[str, ...]:
    """Return the lines of a text, which are asked for again for each mark in it."""
    return tuple(source.split("\n"))


@dataclass(frozen=True, eq=False)
class Rich:
    """A text of the course: its source, where it begins, its Markdown tokens, and its footnotes by their names.

    Two texts are the same only if they are one object: equal words in two places are two texts.
    """

    source: str
    span: Span
    indent: int
    tokens: tuple[Token, ...]
    footnotes: Mapping[str, Rich] = field(default_factory=dict)

    def inlines(self) -> Iterator[Token]:
        """Yield the runs of text: a paragraph, a heading, a list item's line."""
        return (token for token in self.tokens if token.type == "inline")

    def marks(self, kind: str) -> Iterator[tuple[Token, Span]]:
        """Yield the `term`, `cite`, `ref`, `math`, `footnote`, `option` or `gap` tokens, each with its place."""
        for inline in self.inlines():
            for token in inline.children or []:
                if token.type == kind:
                    yield token, self.place(token, inline)

    def blocks(self) -> Iterator[Any]:
        """Yield the blocks of the course that stand among its paragraphs; this module can't name their class."""
        return (token.meta["block"] for token in self.tokens if token.type == "block" and "block" in token.meta)

    def holding(self, change: Callable[[Any], Any]) -> Rich:
        """Return it with each block inside it as `change` has it; one that comes to `None` is left out."""
        if not any(token.type == "block" for token in self.tokens):
            return self
        made = [
            token.copy(meta={**token.meta, "block": change(token.meta["block"])}) if token.type == "block" else token
            for token in self.tokens
        ]
        kept = tuple(token for token in made if token.type != "block" or token.meta["block"] is not None)
        return replace(self, tokens=kept)

    def pictures(self) -> Iterator[tuple[Token, Span]]:
        """Yield the pictures that stand in a line, each with its place."""
        return self.marks("image")

    @property
    def is_short(self) -> bool:
        """Tell whether it is one paragraph and nothing else."""
        return self.is_line or [token.type for token in self.tokens] == ["paragraph_open", "inline", "paragraph_close"]

    @property
    def picture(self) -> Token | None:
        """The picture that a line is nothing but."""
        children = [
            one for token in self.inlines() for one in token.children or [] if one.type != "text" or one.content.strip()
        ]
        return children[0] if self.is_line and len(children) == 1 and children[0].type == "image" else None

    @property
    def is_line(self) -> bool:
        """Tell whether it is a line of words, without paragraphs and what stands between them."""
        return all(token.type == "inline" for token in self.tokens)

    def displays(self) -> Iterator[tuple[Token, Span]]:
        """Yield the formulas that stand alone, each with its place."""
        return ((token, self.row(token)) for token in self.tokens if token.type == "math_block")

    def row(self, token: Token, length: int = 1) -> Span:
        """Return the place of a block: where its first line begins."""
        lines = lines_of(self.source)
        number = min(token.map[0] if token.map else 0, len(lines) - 1)
        line = lines[number]
        first = self.span.column if number == 0 else self.indent + 1
        return Span(self.span.file, self.span.line + number, first + len(line) - len(line.lstrip()), length)

    def place(self, token: Token, inline: Token, word: str = "") -> Span:
        """Return where a mark is written, or where `word` stands inside it."""
        raw = str(token.meta["raw"])
        inside = max(raw.find(word), 0) if word else 0
        length = len(word) if word else len(raw.partition("\n")[0])
        return self.at(inline, int(token.meta["at"]) + inside, length)

    def at(self, inline: Token, offset: int, length: int = 1) -> Span:
        """Return the place of a character of a run of text: markdown-it has stripped its lines of what indents them."""
        before = inline.content[:offset]
        number, column = before.count("\n"), offset - (before.rfind("\n") + 1)
        lines = lines_of(self.source)
        row = min((inline.map[0] if inline.map else self._skipped()) + number, len(lines) - 1)
        written = inline.content.split("\n")[number]
        start = max(lines[row].find(written.strip()), 0) + column - (len(written) - len(written.lstrip()))
        first = self.span.column if row == 0 else self.indent + 1
        return Span(self.span.file, self.span.line + row, first + start, length)

    def _skipped(self) -> int:
        """Count the empty lines before the words of a text that is parsed without paragraphs."""
        return len(self.source[: len(self.source) - len(self.source.lstrip())].split("\n")) - 1

    def plain(self) -> str:
        """Return the words alone, for titles of files, bookmarks and alternative texts."""
        return "".join(_words(token) for token in self.tokens)

    def says_only(self, label: str) -> bool:
        """Tell whether it says what a label does, and nothing else."""
        return _same(self.plain(), label)

    def below(self, label: str) -> Rich:
        """Return it as it stands below a label: without a heading that says no more."""
        begins = self.tokens[0] if self.tokens else None
        heads = begins is not None and begins.attrGet("class") == RUN_IN_HEAD and _same(_words(self.tokens[1]), label)
        return replace(self, tokens=self.tokens[3:]) if heads else self

    def rewritten(self, change: Callable[[Token], Token], mask: Callable[[str], str] = str) -> Rich:
        """Return the text with its innermost tokens changed, and with what it was made of `mask`ed.

        Places stay where they were written, so a mask leaves as many characters as there were.
        """

        def changed(token: Token) -> Token:
            if not token.children:
                return change(token)
            return token.copy(content=mask(token.content), children=[changed(child) for child in token.children])

        footnotes = {label: note.rewritten(change, mask) for label, note in self.footnotes.items()}
        return replace(
            self, source=mask(self.source), tokens=tuple(changed(token) for token in self.tokens), footnotes=footnotes
        )

    def __bool__(self) -> bool:
        """Tell whether there are any words, or a block that stands in their place."""
        return bool(self.source.strip()) or any(True for _ in self.blocks())


def _same(words: str, label: str) -> bool:
    return words.strip(_AROUND).casefold() == label.casefold()


def _words(token: Token) -> str:
    """Return the words of a block of a text: of its marks, or of what it shows in their place."""
    if token.type == "inline":
        children = token.children or []
        return "".join(" " if one.type in {"softbreak", "hardbreak"} else one.content for one in children)
    if token.type == "block":
        return str(getattr(token.meta["block"], "alt", None) or "")
    return token.content if token.type in {"fence", "code_block", "math_block"} else ""


def made(source: str, span: Span, indent: int, tokens: Sequence[Token]) -> Rich:
    """Make a text of tokens: what footnotes say is kept apart from what names them."""
    running: list[Token] = []
    notes: dict[str, list[Token]] = {}
    into = running
    for token in tokens:
        if token.type == "footnote_reference_open":
            into = notes.setdefault(token.meta["label"], [])
        elif token.type == "footnote_reference_close":
            into = running
        else:
            into.append(token)
    texts = {label: Rich(source, span, indent, tuple(inside)) for label, inside in notes.items()}
    return Rich(source, span, indent, tuple(running), texts)


def prose(source: str, span: Span, indent: int, markdown: MarkdownIt) -> Rich:
    """Parse paragraphs and lists; a heading is a paragraph in bold there: only a unit has headings.

    Its id is a target, which leads to what the text stands in.
    """
    tokens = markdown.parse(source)
    for opened, inline, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type == "heading_open":
            found = headed(inline)
            opened.meta["targets"] = (*opened.meta.get("targets", ()), *([found[1]] if found and found[1] else []))
            opened.type, closed.type = "paragraph_open", "paragraph_close"
            opened.tag = closed.tag = "p"
            opened.attrSet("class", RUN_IN_HEAD)
            inline.children = [Token("strong_open", "strong", 1), *(inline.children or [])]
            inline.children.append(Token("strong_close", "strong", -1))
    return made(source, span, indent, tokens)


def headed(inline: Token) -> re.Match[str] | None:
    """Take what stands behind the words of a heading away from them, and return it."""
    found = HEADING.search(inline.content)
    if found and inline.children:
        inline.children[-1].content = HEADING.sub("", inline.children[-1].content)
    return found


def line(source: str, span: Span, indent: int, markdown: MarkdownIt) -> Rich:
    """Parse a sentence or a few words: no paragraphs, no lists."""
    tokens: Sequence[Token] = markdown.parseInline(source.strip())
    for token in tokens:
        token.map = None
    return made(source, span, indent, tokens)


def passage(source: str, span: Span, indent: int, markdown: MarkdownIt) -> Rich:
    """Parse what stands on one line as that line, so that "3. May" begins no list, and anything longer as prose."""
    read = prose if "\n" in source.strip() else line
    return read(source, span, indent, markdown)


def is_head(token: Token) -> bool:
    """Tell whether a token begins a heading, or a bold line that stands in the place of one."""
    return token.type == "heading_open" or token.attrGet("class") == RUN_IN_HEAD


def plain(words: str) -> Rich:
    """Make a text of words without marks, such as the cell of a data file."""
    inside = Token("text", "", 0, content=words)
    return Rich(words, Span("?"), 0, (Token("inline", "", 0, content=words, children=[inside]),))


def _source(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, Whole | Real):
        return value.written
    if isinstance(value, str):
        return Text(value, Span("?"))
    raise PydanticCustomError("string_type", "a text is wanted here")  # noqa: EM101 pydantic's own form


def _parse_line(value: object, info: ValidationInfo) -> Rich:
    text = _source(value)
    return line(text, text.span, text.indent, _markdown(info))


def _parse_prose(value: object, info: ValidationInfo) -> Rich:
    text = _source(value)
    return _filled(prose(text, text.span, text.indent, _markdown(info)), info)


def _parse_passage(value: object, info: ValidationInfo) -> Rich:
    text = _source(value)
    return _filled(passage(text, text.span, text.indent, _markdown(info)), info)


def _parse_quoted(value: object, info: ValidationInfo) -> Rich:
    text = _source(value)
    markdown = _markdown(info)
    with markdown.reset_rules():
        markdown.disable("list")
        return _filled(prose(text, text.span, text.indent, markdown), info)


def _filled(text: Rich, info: ValidationInfo) -> Rich:
    """Make blocks of what is written as one, where whoever reads the model knows how."""
    fill: Callable[[Rich], Rich] | None = cast("dict[str, Any]", info.context).get("fill")
    return fill(text) if fill else text


def _markdown(info: ValidationInfo) -> MarkdownIt:
    return cast("dict[str, Any]", info.context)["markdown"]  # type: ignore[no-any-return] # who validates puts a parser there


def _schema(parse: Any) -> GetPydanticSchema:  # noqa: ANN401 a pydantic validator function
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.with_info_plain_validator_function(
            parse,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda rich: rich.source),
        ),
    )


def _described(text: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], "description": text})


Line = Annotated[Rich, _schema(_parse_line), _described("One line of text with inline marks")]
# Somebody else's words: "7. Authorizes" is a paragraph with its number and not the first item of a list.
Quoted = Annotated[Rich, _schema(_parse_quoted), _described("Markdown without lists: numbers stay as they are written")]
Prose = Annotated[Rich, _schema(_parse_prose), _described("Markdown: paragraphs, lists, and blocks between them")]
# What may be a few words, or hold what prose may hold: an option, a part, a cell.
Passage = Annotated[Rich, _schema(_parse_passage), _described("One line with inline marks, or Markdown over several")]
