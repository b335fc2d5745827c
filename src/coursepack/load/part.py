"""A unit or page file: front matter, headings, prose and fenced blocks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from textwrap import indent
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack import values
from coursepack.callouts import NAMES
from coursepack.load import admonition, div, episode, pictures
from coursepack.load.attributes import HEADING
from coursepack.load.fence import BLOCK
from coursepack.load.lists import closing
from coursepack.load.markdown import slug
from coursepack.problem import Problem, Span
from coursepack.text import Rich, made
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt


_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"\A---[ \t]*\n")
# A callout that is written with fields, under the name of its kind.
_FIELDS = re.compile(
    r"\s*(?:title|id|label|numbered|minutes|body|needs|steps|hint|solution|teacher|sides|roles|slide|on|for):(?:\s|\Z)"
)
_NAME = re.compile(r"^[^A-Za-z0-9]+|[^A-Za-z0-9-]")


@dataclass(frozen=True)
class Heading:
    """A heading of a section."""

    title: Rich
    id: str
    span: Span
    # Its author wrote the id.
    given: bool = True
    new_page: bool = False


@dataclass(frozen=True)
class Prose:
    """Paragraphs, lists and sub-headings between two blocks."""

    text: Rich


@dataclass(frozen=True)
class Fence:
    """A block as written: its kind and the values of its YAML (`None` if that was bad)."""

    kind: str
    values: Values | None
    span: Span


@dataclass(frozen=True)
class Box:
    """A list that belongs into a unit's front matter, and the block that it is where it does not."""

    box: episode.Box
    block: Fence


Item = Heading | Prose | Fence | Box


@dataclass(frozen=True)
class RawPart:
    """A file in pieces; `front` is `None` where the front matter is missing or bad. `footnotes` have their names."""

    front: Values | None
    items: tuple[Item, ...]
    span: Span
    footnotes: Mapping[str, Rich] = field(default_factory=dict)
    # What its texts may name, `[words][name]`, with the address elsewhere in the file.
    addresses: Mapping[str, object] = field(default_factory=dict)


def read(source: str, file: str, markdown: MarkdownIt, problems: list[Problem]) -> RawPart:
    """Take a unit or page file to pieces, and report bad YAML and bad headings.

    A level-1 heading at the beginning is the title, where the front matter has none, or there is none.
    """
    span, match = Span(file), _FRONT.match(source)
    body = source[match.end() :] if match else source
    first = source[: match.end()].count("\n") + 1 if match else 1
    env: dict[str, dict[str, object]] = {}
    tokens = markdown.parse(body, env)
    head = _head(tokens, body, Span(file, first))
    if not match and (head is None or _OPEN.match(source)):
        message, advice = "the file begins with neither a title nor front matter", "Begin with `# Title`"
        if _OPEN.match(source):
            message, advice = "the front matter has no end", "Write `---` on a line of its own after the fields"
        problems.append(Problem(span, "missing-front-matter", message, advice))
        return RawPart(None, (), span)
    written = values.read(match[1], file, 2, problems) if match else Values({}, {(): span}, {})
    front = _completed(written, head, span) if written else None
    if head and front and front.value.get("title") == head.title:
        tokens = tokens[3:]
    reader = _Reader(body, _without_blocks(body, tokens), Span(file, first), problems)
    items = tuple(reader.items(tokens))
    return RawPart(front, items, span, reader.footnotes, env.get("references", {}))


def _picture(cell: Mapping[str, str], span: Span) -> Values:
    """Return the fields of the {figure} that a cell of a notebook comes to which only shows a picture."""
    names = (("label", "id"), ("src", "src"), ("fig-cap", "title"), ("fig-alt", "alt"))
    fields = {ours: Text(cell[theirs], span) for theirs, ours in names if cell.get(theirs)}
    fields.setdefault("alt", fields.get("title", Text("", span)))
    return Values(fields, {(): span, **{(name,): span for name in fields}}, {(name,): span for name in fields})


@dataclass(frozen=True)
class _Head:
    """The level-1 heading that a file begins with."""

    title: Text
    id: str


def _head(tokens: list[Token], body: str, start: Span) -> _Head | None:
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return None
    row, content = (tokens[0].map or [0])[0], tokens[1].content
    found, words = HEADING.search(content), HEADING.sub("", content)
    column = max(body.split("\n")[row].find(words), 0) + 1
    return _Head(Text(words, Span(start.file, start.line + row, column, len(words))), (found and found[1]) or "")


def _completed(front: Values, head: _Head | None, span: Span) -> Values:
    """Give front matter the title that stands as a heading, and an id, if it has none: the file's name."""
    if not isinstance(front.value, dict):
        return front
    fields, spans = dict(front.value), dict(front.spans)
    if head and "title" not in fields:
        fields["title"], spans["title",] = head.title, head.title.span
    if "id" not in fields:
        fields["id"], spans["id",] = (head and head.id) or _NAME.sub("", slug(PurePosixPath(span.file).stem)), span
    return Values(fields, spans, front.keys)


def nested(text: Rich, problems: list[Problem]) -> Rich:
    """Read what is written as a block inside a text: `block` tokens hold it as a `Fence`, until it is made one."""
    kinds = {"fence", "colon_fence", "blockquote_open", "pictures"}
    if not any(token.type in kinds for token in text.tokens):
        return text
    words = _without_blocks(text.source, text.tokens)
    reader = _Reader(text.source, words, text.span, problems, text.indent)
    return replace(text, source=words, tokens=tuple(reader.inside(text.tokens)))


def _without_blocks(body: str, tokens: Sequence[Token]) -> str:
    """Empty the lines of the blocks, but for what indents the first: a text shall not keep the answers beside it."""
    lines = body.split("\n")
    for token in tokens:
        if token.type == "fence" and token.map and BLOCK.match(token.info):
            first, end = token.map
            left = len(lines[first]) - len(lines[first].lstrip())
            lines[first:end] = [" " * left, *[""] * (end - first - 1)]
    return "\n".join(lines)


@dataclass
class _Reader:
    """Walks the top level of a body's tokens; `words` is the body without its blocks, `start` where it begins."""

    body: str
    words: str
    start: Span
    problems: list[Problem]
    indent: int = 0
    level: int = 1
    footnotes: dict[str, Rich] = field(default_factory=dict)

    def items(self, tokens: list[Token]) -> Iterator[Item]:
        """Yield headings of sections and fences, and group what stands between them."""
        run: list[Token] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "footnote_reference_open":
                position = self._note(tokens, position)
                continue
            block = self._block(token) if token.level == 0 else None
            single = block or self._heading(tokens, position)
            if single:
                if run:
                    yield Prose(self._rich(run))
                    run = []
                yield single
                position = self._after(tokens, position)
                continue
            run.append(token)
            position += 1
        if run:
            yield Prose(self._rich(run))

    def inside(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Yield the tokens of a text with a `block` token in the place of each block, however deep it stands."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            found = self._block(token) if token.type != "page_break" else None
            block = found.block if isinstance(found, Box) else found
            yield Token("block", "", 0, map=token.map, level=token.level, meta={"block": block}) if block else token
            position = self._after(tokens, position) if block else position + 1

    def _block(self, token: Token) -> Fence | Box | None:
        """Read a block in any of the ways that it may be written."""
        return self._fence(token) or self._foreign(token) or self._pictures(token)

    def _pictures(self, token: Token) -> Fence | None:
        """Read pictures that are alone in a paragraph as a figure."""
        if token.type != "pictures" or not token.children:
            return None
        text, (inline,) = Rich(self.body, self.start, self.indent, ()), token.children
        return Fence("figure", pictures.fields(token, lambda one: text.place(one, inline)), self._span(token))

    @staticmethod
    def _after(tokens: Sequence[Token], position: int) -> int:
        """Return where the next thing of this level begins: a token that opens is followed by what it holds."""
        return (closing(tokens, position) if tokens[position].nesting == 1 else position) + 1

    def _note(self, tokens: list[Token], position: int) -> int:
        """Keep the text of a footnote, and return where it ends."""
        label, end = tokens[position].meta["label"], position + 1
        while tokens[end].type != "footnote_reference_close":
            end += 1
        inside = tokens[position + 1 : end]
        if label in self.footnotes:
            first = next((token for token in inside if token.map), tokens[position])
            advice = "Give one of them another name"
            self.problems.append(Problem(self._span(first), "duplicate-note", f"there are two notes `{label}`", advice))
        self.footnotes.setdefault(label, Rich(self.words, self.start, 0, tuple(inside)))
        return end + 1

    def _foreign(self, token: Token) -> Fence | Box | None:
        """Read a page break or a callout of another tool as the block that it is here."""
        if not token.map:
            return None
        span = self._span(token, len(token.markup) + len(token.info) or 1)
        if token.type == "page_break" and not token.level:
            return Fence("pagebreak", Values({}, {(): span}, {}), span)
        if token.type == "cell_picture":
            return Fence("figure", _picture(token.meta, span), span)
        if token.type == "video":
            url = {"url": Text(token.meta["url"], span)}
            return Fence("video", Values(url, {(): span, ("url",): span}, {}), span)
        found = None
        if token.type == "colon_fence":
            found = admonition.read(token.info, token.content)
        elif token.type == "blockquote_open" and not token.level:
            found = admonition.alert("\n".join(self.body.split("\n")[slice(*token.map)]))
        block = Fence("callout", found.values(span, span.column - 1), span) if found else None
        return self._box(token, block) if block and token.type == "colon_fence" else block

    def _box(self, token: Token, block: Fence) -> Fence | Box:
        """Read a box of a lesson as what it is in the front matter of a unit."""
        if not token.meta["closed"]:
            advice = "Write `:::` on a line of its own after its text"
            self._report(token, "open-block", "this div is never closed", advice)
        name = next((name for name in div.read(token.info, "").names if name in episode.BOXES), None)
        if name is None:
            return block
        lines = tuple(token.content.rstrip("\n").split("\n"))
        start = Span(block.span.file, block.span.line + 1, block.span.column)
        return Box(episode.Box(episode.BOXES[name], lines, start, block.span.column - 1), block)

    def _rich(self, tokens: list[Token]) -> Rich:
        return made(self.words, self.start, 0, tuple(self.inside(tokens)))

    def _span(self, token: Token, length: int = 1) -> Span:
        return Rich(self.body, self.start, self.indent, ()).row(token, length)

    def _report(self, fence: Token, code: str, message: str, advice: str) -> None:
        span = self._span(fence, len(fence.markup) + len(fence.info))
        self.problems.append(Problem(span, code, message, advice))

    def _fence(self, token: Token) -> Fence | None:
        kind = BLOCK.match(token.info) if token.type == "fence" else None
        if not kind:
            return None
        span = self._span(token, len(token.markup) + len(token.info))
        callout = self._callout(token, span)
        if callout:
            return callout
        if kind[2]:
            self._report(token, "bad-block", f"words stand after `{{{kind[1]}}}`", "Write them as a field")
            return Fence(kind[1], None, span)
        if not self._is_closed(token):
            advice = f"Write ` {token.markup} ` on a line of its own after the fields"
            self._report(token, "open-block", "this block is never closed", advice)
            return Fence(kind[1], None, span)
        # Where it is indented it is read so: YAML minds what is indented alike as little as Markdown.
        fields = indent(token.content, " " * (span.column - 1))
        return Fence(kind[1], values.read(fields, span.file, span.line + 1, self.problems), span)

    def _callout(self, token: Token, span: Span) -> Fence | None:
        """Read a callout that is named after its kind: with a text, or with fields."""
        name = next((name for name in div.read(token.info, "").names if name in NAMES), None)
        if name is None or name == "callout":
            return None
        if not _FIELDS.match(token.content):
            foreign = admonition.read(token.info, token.content)
            return Fence("callout", foreign.values(span, span.column - 1), span) if foreign else None
        written = values.read(token.content, span.file, span.line + 1, self.problems)
        if written is None or not isinstance(written.value, dict):
            return Fence("callout", written, span)
        fields, spans = {"kind": Text(NAMES[name], span), **written.value}, {("kind",): span, **written.spans}
        return Fence("callout", Values(fields, spans, written.keys), span)

    def _is_closed(self, fence: Token) -> bool:
        last = self.body.split("\n")[fence.map[1] - 1] if fence.map else ""
        return last.strip(" >").startswith(fence.markup)

    def _heading(self, tokens: list[Token], position: int) -> Heading | None:
        token = tokens[position]
        if token.type != "heading_open" or token.level != 0:
            return None
        level, inline = int(token.tag[1]), tokens[position + 1]
        span = self._span(token, len(token.markup) + 1 + len(inline.content))
        self._check_level(level, span)
        found = HEADING.search(inline.content)
        if found and inline.children:
            last = inline.children[-1]
            last.content = HEADING.sub("", last.content)
        if level != 2:  # noqa: PLR2004 a section
            return None
        title = Rich(self.words, self.start, 0, (inline,))
        name = found and found[1]
        return Heading(title, name or slug(title.plain()), span, bool(name), bool(found and (found[2] or found[3])))

    def _check_level(self, level: int, span: Span) -> None:
        if level == 1:
            message, advice = (
                "a level-1 heading stands in the text",
                "Begin sections with `##`; the title is in the front matter",
            )
            self.problems.append(Problem(span, "heading-level", message, advice))
        elif level > self.level + 1:
            message, advice = f"level {level} follows level {self.level}", f"Write `{'#' * (self.level + 1)}`"
            self.problems.append(Problem(span, "heading-level", message, advice))
        self.level = level
