"""YAML as plain values that remember where they stood in the file."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from coursepack.characters import UNPRINTABLE, unprintable
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Path = tuple[str | int, ...]


class Text(str):
    """A string of a file, with the place of its first character."""

    __slots__ = ("indent", "span")
    span: Span
    indent: int

    def __new__(cls, value: str, span: Span, indent: int = 0) -> Self:
        """Keep `span`, where the text begins, and `indent`, the columns before each of its further lines."""
        text = super().__new__(cls, value)
        text.span = span
        text.indent = indent
        return text


class Whole(int):
    """A whole number of a file, as it is written."""

    written: Text

    def __new__(cls, value: int, written: Text) -> Self:
        """Keep how it is written."""
        number = super().__new__(cls, value)
        number.written = written
        return number


class Real(float):
    """A number of a file, as it is written: 1.50 is not 1.5 in a table."""

    written: Text

    def __new__(cls, value: float, written: Text) -> Self:
        """Keep how it is written."""
        number = super().__new__(cls, value)
        number.written = written
        return number


@dataclass(frozen=True)
class Values:
    """A YAML document: `value` is made of dicts, lists and scalars; strings are `Text`.

    `spans` says where the value at a path begins, `keys` where its key is written.
    """

    value: Any
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span]

    def at(self, path: Path) -> Span:
        """Return the place of a value, or of the nearest value around it."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans[path]

    def without(self, hidden: Collection[Path]) -> Values:
        """Return the places alone, without these and those inside them."""

        def kept(places: Mapping[Path, Span]) -> dict[Path, Span]:
            return {path: at for path, at in places.items() if not any(path[: len(one)] == one for one in hidden)}

        return Values(None, kept(self.spans), kept(self.keys))


def plain(value: Any) -> Any:  # noqa: ANN401 a YAML value is anything
    """Return a value without its places, for libraries that want exact strings."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    for kind in (str, Whole, Real):
        if isinstance(value, kind):
            return {str: str, Whole: int, Real: float}[kind](value)
    return value


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader without dates and without yes/no as truth: authors mean the text that they write."""


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # a base that is looked up
    """The same in C, ten times as fast where PyYAML was built with it; its messages help an author less."""


# Only what looks like a number, `true`, `false` or nothing is not a text: 12:30 and 0o17 are words to an author.
_Loader.yaml_implicit_resolvers = {}
_FastLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("merge", r"<<", "<"),
):
    for _kind in (_Loader, _FastLoader):
        _kind.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


_KINDS = {"int": "whole number", "float": "number", "bool": "true or false", "timestamp": "date", "binary": "data"}
# A course has a few thousand values in a file; more come of anchors that repeat each other.
MOST = 200_000
DEEP = 40
# A number of more digits is none that anybody counts with, but a name: an ISBN, an account.
_DIGITS = 30


class _BoundError(Exception):
    """Raised once a document is larger than any that is written by hand; it holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Reader:
    """Walks the nodes of one document; `file`, `line` and `lines` place it inside its file."""

    file: str
    line: int
    lines: list[str]
    problems: list[Problem]
    constructor: _Loader
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    count: int = 0

    def span(self, node: Node) -> Span:
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if start.line == end.line else 1
        return Span(self.file, self.line + start.line, start.column + 1, max(1, length))

    def read(self, node: Node, path: Path, around: tuple[Node, ...] = ()) -> Any:  # noqa: ANN401 a YAML value is anything
        self.spans[path] = self.span(node)
        self.count += 1
        if self.count > MOST:
            message = f"this file comes to more than {MOST:,} values"
            advice = "Write values out instead of repeating anchors, or part the file"
            raise _BoundError(Problem(self.span(node), "yaml-large", message, advice))
        if len(path) > DEEP:
            raise _BoundError(_deep(self.span(node)))
        if any(node is other for other in around):
            message = "this anchor holds itself"
            self.problems.append(Problem(self.span(node), "yaml-anchor", message, "Write the value out"))
            return None
        around = (*around, node)
        match node:
            case MappingNode():
                return self.mapping(node, path, around)
            case SequenceNode():
                return [self.read(child, (*path, index), around) for index, child in enumerate(node.value)]
            case ScalarNode():
                return self.scalar(node)

    def mapping(self, node: MappingNode, path: Path, around: tuple[Node, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            if here in self.keys:
                first = self.keys[here].line
                message = f"`{key}` is written twice"
                self.problems.append(
                    Problem(self.span(key_node), "duplicate-key", message, f"Keep one; the first is on line {first}"),
                )
                continue
            self.keys[here] = self.span(key_node)
            result[key] = self.read(value_node, here, around)
        return _merged(result)

    def scalar(self, node: ScalarNode) -> Any:  # noqa: ANN401 a YAML scalar is anything
        span = self.span(node)
        if node.tag.endswith(":int") and len(node.value) > _DIGITS:
            return Text(str(node.value), span)
        try:
            value = self.constructor.construct_object(node)
        except (ValueError, AttributeError):  # what Python raises where words don't fit their tag
            value = None
        if value is None and node.tag not in {"tag:yaml.org,2002:null", "tag:yaml.org,2002:str"}:
            kind = node.tag.rpartition(":")[2]
            said = f"`{str(node.value)[:20]}` is no {_KINDS.get(kind, kind)}"
            self.problems.append(Problem(span, "yaml-value", said, "Write a text in quotes, without a tag"))
            return Text(str(node.value), span)
        for _, said in unprintable(value) if isinstance(value, str) and node.style == '"' else ():
            self.problems.append(Problem(span, "unprintable", said, "Delete it, or type the words anew"))
            value = UNPRINTABLE.sub("\ufffd", value)
            break
        if isinstance(value, int | float) and not isinstance(value, bool):
            written = Text(str(node.value), span)
            return Whole(value, written) if isinstance(value, int) else Real(value, written)
        if not isinstance(value, str):
            return value
        if node.style in {"|", ">"}:
            first = node.start_mark.line + 1
            indent = next((len(x) - len(x.lstrip()) for x in self.lines[first:] if x.strip()), 0)
            return Text(value, Span(self.file, self.line + first, indent + 1), indent)
        offset = 1 if node.style else 0
        return Text(value, Span(self.file, span.line, span.column + offset, len(value)), 0)


def _merged(values: dict[str, Any]) -> dict[str, Any]:
    """Lay a mapping over the ones that its key `<<` brings in."""
    others = values.pop("<<", {})
    under: dict[str, Any] = {}
    for other in reversed(others if isinstance(others, list) else [others]):
        under |= other if isinstance(other, dict) else {}
    return {**under, **values}


def read(source: str, file: str, line: int, problems: list[Problem]) -> Values | None:
    """Read one YAML document that begins at `line` of `file`; report what is wrong and return `None` if it is bad."""
    lines = source.split("\n")
    try:
        loader = _Loader(source)
    except yaml.reader.ReaderError as error:
        row = source.count("\n", 0, error.position)
        span = Span(file, line + row, error.position - source.rfind("\n", 0, error.position))
        message = f"this is not valid YAML: the character U+{error.character:04X} may not stand in it"
        problems.append(Problem(span, "yaml-syntax", message, "Delete it"))
        return None
    try:
        return _document(source, loader, _Reader(file, line, lines, problems, loader))
    except yaml.YAMLError as error:
        problems.append(_syntax(error, file, line, lines))
    except _BoundError as error:
        problems.append(error.problem)
    except RecursionError:
        problems.append(_deep(_too_deep(source, file, line)))
    except (ValueError, OverflowError):  # what Python raises at an escape such as "\\UFFFFFFFF"
        span = Span(file, line + loader.line, loader.column + 1)
        problems.append(Problem(span, "yaml-syntax", "this escape is no character", "Write the character itself"))
    finally:
        loader.dispose()
    return None


def _document(source: str, loader: _Loader, reader: _Reader) -> Values:
    node = _fast(source) or loader.get_single_node()
    if node is None:
        empty = Span(reader.file, reader.line)
        return Values({}, {(): empty}, {})
    return Values(reader.read(node, ()), reader.spans, reader.keys)


def _deep(span: Span) -> Problem:
    message, advice = f"values stand in each other more than {DEEP} deep", "Write fewer brackets, or indent less"
    return Problem(span, "yaml-deep", message, advice)


def _too_deep(source: str, file: str, line: int) -> Span:
    """Find where a document goes too deep: events come one after the other, however deep they are."""
    depth, place = 0, Span(file, line)
    with suppress(yaml.YAMLError):  # the parser has a limit of its own
        for event in yaml.parse(source, Loader=_FastLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if event.start_mark:
                place = Span(file, line + event.start_mark.line, event.start_mark.column + 1)
            if depth > DEEP:
                break
    return place


def _fast(source: str) -> Node | None:
    """Return the document's node, or `None` where there is none or something is wrong with it."""
    loader = _FastLoader(source)
    try:
        node: Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        if "nesting depth" in str(error):
            raise RecursionError from error
        return None
    except (ValueError, OverflowError):
        return None
    finally:
        loader.dispose()
    return node


def _syntax(error: yaml.YAMLError, file: str, line: int, lines: list[str]) -> Problem:
    said, begun = str(getattr(error, "problem", None) or error), str(getattr(error, "context", None))
    # A quote or bracket that is never closed is found at the end, and is wrong where it was opened.
    opened = "quoted scalar" in begun or "flow" in begun
    mark = getattr(error, "context_mark" if opened else "problem_mark", None) or getattr(error, "context_mark", None)
    row, column = (mark.line, mark.column) if mark else (0, 0)
    row = min(row, max(len(lines) - 1, 0))
    text = lines[row] if lines else ""
    if "\t" in text[: column + 1]:
        span = Span(file, line + row, text.index("\t") + 1)
        return Problem(span, "yaml-tab", "a tab stands where YAML wants spaces", "Replace the tab by spaces")
    message = f"this is not valid YAML: {said}"
    return Problem(Span(file, line + row, column + 1), "yaml-syntax", message, _advice(said, begun))


def _advice(said: str, begun: str) -> str:
    if "quoted scalar" in begun:
        return "Close the quote"
    if "mapping values" in said:
        return "Quote the text if it holds `: `, or check the indent"
    if "expected <block end>" in said or "expected ',' or" in said:
        return "Line the keys up with the ones above, and close every quote and bracket"
    return "Quote the text, or check the indent"
