"""A unit or page file: front matter, headings, prose and fenced blocks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from coursepack import values
from coursepack.load import presenter, screen
from coursepack.load.block import Blocks, Box, Fence, after, without
from coursepack.load.markdown import slug
from coursepack.problem import Problem, Severity, Span
from coursepack.text import HEADING, Rich, headed, made
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"\A---[ \t]*\n")
# A file that is a fence of Markdown as a whole: so is what chats give, copied with its fence.
_FENCED = re.compile(
    r"\A\s*(?P<fence>`{3,}|~{3,})[ \t]*(?:markdown|md|qmd)[ \t]*\n(?P<text>.*\n)(?P=fence)\s*\Z", re.DOTALL
)
# How an exercise of R/exams begins, and where it says what is right.
_EXAM_HEAD = re.compile(r"^(?:Question[ \t]*\n=+|#+[ \t]+Question)[ \t]*$", re.MULTILINE)
_EXAM = re.compile(r"^ex(?:type|solution):[^\n]*", re.MULTILINE)
_EXAM_ADVICE = "Write a {multiple-choice} or {numeric} block in a unit, whose answers students don't have"
_DEEPEST = 6
_NAME = re.compile(r"^[^A-Za-z0-9]+|[^A-Za-z0-9-]")


@dataclass(frozen=True)
class Heading:
    """A heading of a section; `names` are what else leads to it."""

    title: Rich
    id: str
    span: Span
    # Its author wrote the id.
    given: bool = True
    new_page: bool = False
    names: tuple[str, ...] = ()
    unnumbered: bool = False
    unlisted: bool = False


@dataclass(frozen=True)
class Prose:
    """Paragraphs, lists and sub-headings between two blocks; `names` are those of sub-headings, and targets."""

    text: Rich
    names: tuple[str, ...] = ()


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

    A first heading at level 1 is the title, where the front matter has none, or there is none.
    """
    source, above = _unfenced(source)
    span, match = Span(file), _FRONT.match(source)
    body = source[match.end() :] if match else source
    first = (source[: match.end()].count("\n") if match else 0) + above + 1
    if exercise := _exam(body):
        place = Span(file, first + body.count("\n", 0, exercise.start()), 1, len(exercise[0]))
        problems.append(
            Problem(place, "unread-markup", "this file is an exercise of R/exams, and is not set", _EXAM_ADVICE)
        )
        return RawPart(None, (), span)
    env: dict[str, dict[str, object]] = {presenter.DECK: {}} if match and presenter.is_deck(match[1]) else {}
    tokens = list(_printed(markdown.parse(body, env), Rich(body, Span(file, first), 0, ()), problems))
    at = next((number for number, token in enumerate(tokens) if token.type == "heading_open" and not token.level), 0)
    head = _head(tokens[at : at + 2], body, Span(file, first))
    is_open = bool(_OPEN.match(source)) and not match
    if is_open or not (match or head):
        problems.append(_headless(tokens, span, is_open=is_open))
        if is_open or not tokens:
            return RawPart(None, (), span)
        # What else is wrong is found in the same run.
        head = _Head(Text(PurePosixPath(file).stem, span), "")
    written = values.read(match[1], file, 2 + above, problems) if match else Values({}, {(): span}, {})
    front = _completed(written, head, span) if written else None
    if head and front and front.value.get("title") == head.title:
        del tokens[at : at + 3]
    elif match and front:
        _lower(tokens)
    reader = _Reader(Blocks(body, Span(file, first), problems), without(body, tokens))
    items = tuple(reader.items(tokens))
    return RawPart(front, items, span, reader.footnotes, env.get("references", {}))


def _exam(body: str) -> re.Match[str] | None:
    """Return where a file that is an exercise of R/exams says so; nothing in it is anything else."""
    return _EXAM.search(body) if _EXAM_HEAD.search(body) else None


def _headless(tokens: Sequence[Token], span: Span, *, is_open: bool) -> Problem:
    """Say what a file has at its head in place of a title or of front matter."""
    message, advice = "the file begins with neither a title nor front matter", "Begin with `# Title`"
    if is_open:
        message, advice = "the front matter has no end", "Write `---` on a line of its own after the fields"
    elif tokens and tokens[0].type == "heading_open" and tokens[0].map:
        span = Span(span.file, span.line + tokens[0].map[0])
        message, advice = "no title stands above the first section", "Write `# Title` on a line above it"
    return Problem(span, "missing-front-matter", message, advice)


def _unfenced(source: str) -> tuple[str, int]:
    """Return a file without the fence around all of it, and how many lines stand above the rest."""
    whole = _FENCED.match(source)
    return (whole["text"], source[: whole.start("text")].count("\n")) if whole else (source, 0)


def _printed(tokens: Sequence[Token], text: Rich, problems: list[Problem]) -> Iterator[Token]:
    """Yield the tokens without what is meant for another output, and say so."""
    for token in tokens:
        if token.type != "raw":
            yield token
            continue
        message, advice = f"`{token.info.strip()}` is for another output, and is left out", "Delete it, or write words"
        problems.append(Problem(text.row(token), "foreign-output", message, advice, Severity.NOTE))


def _lower(tokens: Sequence[Token]) -> None:
    """Lower all headings by a level where a title stands in the front matter and sections begin at level 1.

    A single one above sections at level 2 is another title, and stays. Who writes so skips levels too: then what
    follows is one below what stands before it.
    """
    heads = [token for token in tokens if token.type in {"heading_open", "heading_close"} and not token.level]
    tags = [token.tag for token in heads if token.nesting > 0]
    if tags[:1] == ["h1"] and (tags.count("h1") > 1 or "h2" not in tags):
        level = 1
        for token in heads:
            level = min(int(token.tag[1]) + 1, level + token.nesting if token.nesting > 0 else level, _DEEPEST)
            token.tag = f"h{level}"


@dataclass(frozen=True)
class _Head:
    """The first heading of a file, at level 1."""

    title: Text
    id: str


def _head(tokens: list[Token], body: str, start: Span) -> _Head | None:
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return None
    row, content = (tokens[0].map or [0])[0], tokens[1].content
    found, words = HEADING.search(content), screen.unstressed(HEADING.sub("", content))
    column = max(body.split("\n")[row].find(words), 0) + 1
    named = (found and found[1]) or next(iter(tokens[0].meta.get("targets", ())), "")
    return _Head(Text(words, Span(start.file, start.line + row, column, len(words))), named)


def _completed(front: Values, head: _Head | None, span: Span) -> Values:
    """Give front matter the title that stands as a heading, and an id, if it has none: the file's name."""
    if not isinstance(front.value, dict):
        return front
    fields, spans = dict(front.value), dict(front.spans)
    if head and "title" not in fields:
        fields["title"], spans["title",] = head.title, head.title.span
    if "id" not in fields and head and head.id:
        fields["id"], spans["id",] = head.id, head.title.span
    fields.setdefault("id", _NAME.sub("", slug(PurePosixPath(span.file).stem)))
    spans.setdefault(("id",), span)
    return Values(fields, spans, front.keys)


def _names(run: Sequence[Token]) -> tuple[str, ...]:
    """Return what leads to a place in a run of prose: the ids of its sub-headings, and what other tools name."""
    found: list[str] = []
    for token, after_ in zip(run, (*run[1:], None), strict=True):
        found += token.meta.get("targets", ())
        if token.type == "heading_open" and after_:
            own = HEADING.search(after_.content)
            found.append((own and own[1]) or slug(HEADING.sub("", after_.content)))
    return tuple(found)


@dataclass
class _Reader:
    """Walks the top level of a body's tokens; `words` is the body without its `blocks`."""

    blocks: Blocks
    words: str
    # The written levels of the headings that what follows stands under, from the title on.
    levels: list[int] = field(default_factory=lambda: [1])
    # How far headings are lowered, once one at level 1 has made itself a section.
    lowered: int = 0
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
            if token.type == "styled_div":
                self.blocks.problems.append(self.blocks.styled(token))
                position += 1
                continue
            block = self.blocks.read(token) if token.level == 0 else None
            single = block or self._heading(tokens, position)
            if single:
                if run:
                    yield Prose(self._rich(run), _names(run))
                    run = []
                yield single
                position = after(tokens, position)
                continue
            run.append(token)
            position += 1
        if run:
            yield Prose(self._rich(run), _names(run))

    def _note(self, tokens: list[Token], position: int) -> int:
        """Keep the text of a footnote, and return where it ends."""
        label, end = tokens[position].meta["label"], position + 1
        while tokens[end].type != "footnote_reference_close":
            end += 1
        inside = tokens[position + 1 : end]
        if label in self.footnotes:
            first = next((token for token in inside if token.map), tokens[position])
            message, advice = f"there are two notes `{label}`", "Give one of them another name"
            self.blocks.problems.append(Problem(self.blocks.row(first), "duplicate-note", message, advice))
        self.footnotes.setdefault(label, Rich(self.words, self.blocks.start, 0, tuple(inside)))
        return end + 1

    def _rich(self, tokens: list[Token]) -> Rich:
        return made(self.words, self.blocks.start, 0, tuple(self.blocks.inside(tokens)))

    def _heading(self, tokens: list[Token], position: int) -> Heading | None:
        token = tokens[position]
        if token.type != "heading_open" or token.level != 0:
            return None
        inline = tokens[position + 1]
        span = self.blocks.row(token, len(token.markup) + 1 + len(inline.content))
        level = self._level(int(token.tag[1]), span)
        token.tag = tokens[position + 2].tag = f"h{level}"
        found = headed(inline)
        if level != 2:  # noqa: PLR2004 a section
            return None
        title = Rich(self.words, self.blocks.start, 0, (inline,))
        targets = token.meta.get("targets", ())
        name = ((found and found[1]) or next(iter(targets), "")).replace("_", "-")
        classes = found["classes"].split() if found else []
        new_page, unnumbered, unlisted = (one in classes for one in (".new-page", ".unnumbered", ".unlisted"))
        given = bool(name)
        return Heading(title, name or slug(title.plain()), span, given, new_page, targets, unnumbered, unlisted)

    def _level(self, level: int, span: Span) -> int:
        """Return the level that a heading is set on: one below what it stands under, whatever it leaves out."""
        if level == 1:
            message, advice = (
                "a level-1 heading stands in the text",
                "Write `##`, as which it is set, and those below it one lower; a title of its own begins a file",
            )
            self.blocks.problems.append(Problem(span, "heading-level", message, advice, Severity.WARNING))
            self.lowered = 1
        level = min(level + self.lowered, _DEEPEST)
        if level > self.levels[-1] + 1:
            message = f"level {level} follows level {self.levels[-1]}"
            advice = f"Write `{'#' * (len(self.levels) + 1)}`, as which it is set"
            self.blocks.problems.append(Problem(span, "heading-level", message, advice, Severity.WARNING))
        self.levels = [above for above in self.levels if above < level] or [1]
        self.levels += [level] if level > 1 else []
        return len(self.levels)
