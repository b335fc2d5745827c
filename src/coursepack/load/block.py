"""Blocks in all the ways in which they may be written: fences with fields, callouts of other tools, pictures alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from textwrap import indent
from typing import TYPE_CHECKING

from markdown_it.token import Token

from coursepack import values
from coursepack.callouts import CALLOUTS, NAMES
from coursepack.load import admonition, answering, div, episode, pictures, sidebyside
from coursepack.load.fence import BLOCK
from coursepack.load.lists import closing
from coursepack.problem import Problem, Severity, Span, did_you_mean
from coursepack.text import Rich, lines_of
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.values import Path

# Tokens that may be blocks.
_KINDS = frozenset(
    {
        "fence",
        "colon_fence",
        "callout",
        "blockquote_open",
        "pictures",
        "video",
        "picture",
        "formula",
        "columns",
        "captioned",
        "styled_div",
    }
)
# Tokens that hold the fields of a block.
_WHOLE = {"picture": "figure", "formula": "math", "video": "video"}
# What else such a token knows.
_AIMS = frozenset({"targets"})
# How much alike two words are that differ by a slip of a finger; `footnotes` and `notes` do not.
_SLIP = 0.85
# A callout that is written with fields, under the name of its kind.
_FIELDS = re.compile(
    r"\s*(?:title|id|label|numbered|minutes|body|needs|steps|hint|solution|teacher|sides|roles|slide|on|for):(?:\s|\Z)"
)


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


def nested(text: Rich, problems: list[Problem]) -> Rich:
    """Read what is written as a block inside a text: `block` tokens hold it as a `Fence`, until it is made one."""
    if not any(token.type in _KINDS for token in text.tokens):
        return text
    reader = Blocks(text.source, text.span, problems, text.indent)
    return replace(text, source=without(text.source, text.tokens), tokens=tuple(reader.inside(text.tokens)))


def without(body: str, tokens: Sequence[Token]) -> str:
    """Empty the lines of the blocks, but for what indents the first: a text shall not keep the answers beside it."""
    lines = body.split("\n")
    for token in tokens:
        if token.type == "fence" and token.map and BLOCK.match(token.info):
            first, end = token.map
            left = len(lines[first]) - len(lines[first].lstrip())
            lines[first:end] = [" " * left, *[""] * (end - first - 1)]
    return "\n".join(lines)


def after(tokens: Sequence[Token], position: int) -> int:
    """Return where the next thing of this level begins: a token that opens is followed by what it holds."""
    return (closing(tokens, position) if tokens[position].nesting == 1 else position) + 1


@dataclass(frozen=True)
class Blocks:
    """Reads the blocks among the tokens of a body that begins at `start`, its lines `indent` columns in."""

    body: str
    start: Span
    problems: list[Problem]
    indent: int = 0

    def inside(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Yield the tokens of a text with a `block` token in the place of each block, however deep it stands."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "styled_div":
                self.problems.append(self.styled(token))
                position += 1
                continue
            found = self.read(token) if token.type != "page_break" else None
            block = found.block if isinstance(found, Box) else found
            yield Token("block", "", 0, map=token.map, level=token.level, meta={"block": block}) if block else token
            position = after(tokens, position) if block else position + 1

    def read(self, token: Token) -> Fence | Box | None:
        """Read a block in any of the ways that it may be written."""
        return (
            self._whole(token)
            or self._captioned(token)
            or self._fence(token)
            or self._foreign(token)
            or self._pictures(token)
        )

    def _whole(self, token: Token) -> Fence | None:
        """Read a directive that was taken to pieces."""
        kind, span = _WHOLE.get(token.type), self.row(token, len(token.markup) + len(token.info))
        return Fence(kind, _values(token.meta, span), span) if kind else None

    def _captioned(self, token: Token) -> Fence | None:
        """Read a table drawn with bars that has a caption and an id as a {table}."""
        if token.type != "captioned":
            return None
        lines = lines_of(self.body)
        at, line = self._line(token.meta["start"]), self._line(token.meta["line"])
        title = token.meta["title"]
        column = max(lines[token.meta["line"]].find(title), 0)
        said = Span(line.file, line.line, line.column + column, len(title))
        named = {name: Text(token.meta[name], said) for name in ("title", "id") if token.meta[name]}
        fields = {**named, "body": Text(token.meta["body"], at, self.indent), "widths": list(token.meta["widths"])}
        spans: dict[Path, Span] = {(): at, ("title",): said, ("id",): said, ("body",): at, ("widths",): said}
        return Fence("table", Values(fields, spans, spans), at)

    def _line(self, number: int) -> Span:
        """Return the place where a line of the body begins."""
        column = self.start.column if number == 0 else self.indent + 1
        return Span(self.start.file, self.start.line + number, column)

    def _pictures(self, token: Token) -> Fence | None:
        """Read pictures that are alone in a paragraph as a figure."""
        if token.type != "pictures" or not token.children:
            return None
        text, (inline,) = Rich(self.body, self.start, self.indent, ()), token.children
        for image in inline.children or []:
            if image.meta.get("style"):
                self.problems.append(pictures.styled(text.place(image, inline), image.meta["style"]))
        return Fence("figure", pictures.fields(token, lambda one: text.place(one, inline)), self.row(token))

    def _foreign(self, token: Token) -> Fence | Box | None:
        """Read a page break or a callout of another tool as the block that it is here."""
        if not token.map:
            return None
        span = self.row(token, len(token.markup) + len(token.info) or 1)
        if token.type == "page_break" and not token.level:
            return Fence("pagebreak", Values({}, {(): span}, {}), span)
        if token.type == "columns":
            return Fence("columns", sidebyside.values(token.content, span, span.column - 1), span)
        found, indented = token.meta.get("callout"), token.meta.get("indent", 0)
        if token.type == "colon_fence":
            found = admonition.read(token.info, token.content)
        elif token.type == "blockquote_open":
            found, indented = admonition.alert("\n".join(lines_of(self.body)[slice(*token.map)])), len("> ")
        block = self._made(found, span, indented) if found else None
        return self._box(token, block) if block and token.type == "colon_fence" else block

    def _made(self, found: admonition.Admonition, span: Span, indented: int = 0) -> Fence:
        """Make a callout of another tool a block; say, once for a title, what becomes of one that may answer."""
        if found.taken:
            message = f"“{found.taken}” is folded and speaks of an answer: students don't have it"
            advice = "If they shall have it, write it as a `::: note` or with another title"
            self._once(Problem(span, "folded-answer", message, advice, Severity.NOTE))
        if found.shut:
            message = f"“{found.shut}” is folded, and does not say what it holds: paper shows it"
            advice = "If it answers, write it as `::: solution`; else give it a title that says what it is"
            self._once(Problem(span, "shown-answer", message, advice, Severity.WARNING))
        return Fence("callout", found.values(span, span.column - 1 + indented), span)

    def _once(self, problem: Problem) -> None:
        if not any(one.message == problem.message for one in self.problems):
            self.problems.append(problem)

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

    def styled(self, token: Token) -> Problem:
        """Say that a div, or a style behind a paragraph, is known by its author alone."""
        name = next(iter(div.read(token.info, "").names), "")
        if name not in NAMES and answering.answers(name.removeprefix("my")):
            said = f"“{name}” is printed for students, with what stands in it"
            advice = "Write what answers as `::: solution`"
            return Problem(self.row(token, len(token.markup)), "shown-answer", said, advice, Severity.WARNING)
        what = "div that is not known here: what stands in it"
        if token.markup.startswith("{"):
            what = "style that is not known here: what it stands behind"
        message = f"`{token.info.strip()}` is a {what} is set without it"
        near = "" if token.meta.get("heading") else _near(name)
        advice = near or "Leave it, or write a {callout} block"
        kind = NAMES.get(name)
        advice = f"Write `::: {name}` above it, and `:::` below" if kind else advice
        severity = Severity.ERROR if kind and CALLOUTS[kind].private else Severity.WARNING
        return Problem(self.row(token, len(token.markup)), "unknown-style", message, advice, severity)

    def row(self, token: Token, length: int = 1) -> Span:
        """Return the place of a token."""
        return Rich(self.body, self.start, self.indent, ()).row(token, length)

    def _report(self, fence: Token, code: str, message: str, advice: str) -> None:
        span = self.row(fence, len(fence.markup) + len(fence.info))
        self.problems.append(Problem(span, code, message, advice))

    def _fence(self, token: Token) -> Fence | None:
        kind = BLOCK.match(token.info) if token.type == "fence" else None
        if not kind:
            return None
        span = self.row(token, len(token.markup) + len(token.info))
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
        return Fence(kind[1], self._values(token, span), span)

    def _values(self, token: Token, span: Span) -> Values | None:
        """Read fields indented as they are written, for their columns: YAML minds that as little as Markdown."""
        fields = indent(token.content, " " * (span.column - 1))
        return values.read(fields, span.file, span.line + 1, self.problems)

    def _callout(self, token: Token, span: Span) -> Fence | None:
        """Read a callout that is named after its kind: with a text, or with fields."""
        name = next((name for name in div.read(token.info, "").names if name in NAMES), None)
        if name is None or name == "callout":
            return None
        if not _FIELDS.match(token.content):
            foreign = admonition.read(token.info, token.content)
            return self._made(foreign, span) if foreign else None
        written = self._values(token, span)
        if written is None or not isinstance(written.value, dict):
            return Fence("callout", written, span)
        fields, spans = {"kind": Text(NAMES[name], span), **written.value}, {("kind",): span, **written.spans}
        return Fence("callout", Values(fields, spans, written.keys), span)

    def _is_closed(self, fence: Token) -> bool:
        last = lines_of(self.body)[fence.map[1] - 1] if fence.map else ""
        return last.strip(" >").startswith(fence.markup)


def _near(name: str) -> str:
    """Suggest the kind of callout that a name misspells, and say so where that would hide what stands in it."""
    near = get_close_matches(name, NAMES, n=1, cutoff=_SLIP)
    hidden = " Teachers alone would have it" if near and CALLOUTS[NAMES[near[0]]].private else ""
    return f"{did_you_mean(name, near)}{hidden}"


def _values(written: Mapping[str, str], span: Span) -> Values:
    """Return fields that all stand at one place."""
    fields = {name: Text(value, span) for name, value in written.items() if name not in _AIMS}
    return Values(fields, {(): span, **{(name,): span for name in fields}}, {(name,): span for name in fields})
