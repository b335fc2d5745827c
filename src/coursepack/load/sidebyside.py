"""Columns as Pandoc, Quarto and reveal.js write them: divs in a div, which is read as a {columns} block.

`:::: columns` holds `::: {.column width="40%"}`; Quarto's `.grid` holds `.g-col-4`, twelfths of the width. One that
holds nothing is a gap. What does not hold such divs alone is no more than what is in it, one after the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, div
from coursepack.load.fence import written
from coursepack.problem import Span
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock

    from coursepack.values import Path

_OUTER = frozenset({"columns", "grid"})
_STYLE = re.compile(r"(?:^|;)\s*(?:flex-basis|width)\s*:\s*([\d.]+%)")
_TWELFTHS = re.compile(r"g-col-(\d+)")
# What an author writes into a column that is a gap; a comment that is not closed is looked for once.
_NOTHING = re.compile(r"(?:(?><!--.*?-->)|&nbsp;|\\(?=\s|$)|\s)*+", re.DOTALL)
# A section, which no block holds.
_SECTION = re.compile(r" {0,3}#{1,2}[ \t]")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other divs."""
    options: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    markdown.block.ruler.before("colon_fence", "columns", _rule, options)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found = div.opening(state, start)
    if found is None or not _OUTER.intersection(div.read(found[2], "").names):
        return False
    last = _last(state, start, end)
    if last is None or any(_has_sections(one) for one in _texts(div.inside(state, start, last))):
        return False
    if not silent:
        state.line = last + 1
        token = state.push("columns", "", 0)
        token.info, token.markup, token.content = found[2], found[1], div.inside(state, start, last)
        token.map = [start, state.line]
    return True


def _last(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes columns; `None` where there are none, or something stands beside them."""
    number, seen = start + 1, False
    while number < end:
        opened = div.opening(state, number)
        if opened and not opened[2]:
            return number if seen else None
        length = div.last_line(state, number, end) if _is_column(opened) else None
        if length is None and not _NOTHING.fullmatch(written(state, number)):
            return None
        seen = seen or length is not None
        number += 1 if length is None else length + 1
    return None


def _is_column(opened: re.Match[str] | None) -> bool:
    names = div.read(opened[2], "").names if opened else ()
    return "column" in names or any(map(_TWELFTHS.fullmatch, names))


def _texts(content: str) -> Iterator[list[str]]:
    lines = content.split("\n")
    yield from (lines[first + 1 : last] for first, last, _ in _columns(content))


def _has_sections(lines: list[str]) -> bool:
    """Tell whether sections stand in a column; a heading that it begins with is a line in bold."""
    _, *rest = [line for line in div.unfenced(lines) if line.strip()] or [""]
    return any(map(_SECTION.match, rest))


def _columns(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield the columns: their first and last lines, and their width, if they have one."""
    for first, last, info in div.inner(content):
        names = div.read(info, "").names
        written = [one for one in map(_TWELFTHS.fullmatch, names) if one]
        if "column" in names or written:
            named = attributes.read(" ".join(attributes.BRACES.findall(info))).named
            style = _STYLE.search(named.get("style", ""))
            width = named.get("width", "") or (style[1] if style else "")
            yield first, last, width or (f"{int(written[0][1]) / 12:.3%}" if written else "")


def values(content: str, span: Span, indent: int) -> Values:
    """Return the fields of a {columns} block; `span` is that of the line above the text, which is indented."""
    lines, found = content.split("\n"), []
    spans: dict[Path, Span] = {(): span, ("columns",): span}
    for number, (first, last, width) in enumerate(_columns(content)):
        opened = Span(span.file, span.line + 1 + first, indent + 1, len(lines[first].strip()))
        body = "\n".join(lines[first + 1 : last])
        fields = {"width": Text(width, opened)} if width else {}
        if not _NOTHING.fullmatch(body):
            fields["body"] = Text(body, Span(span.file, opened.line + 1, indent + 1), indent)
        spans |= {("columns", number): opened}
        spans |= {("columns", number, name): value.span for name, value in fields.items()}
        found.append(fields)
    return Values({"columns": found}, spans, {path: at for path, at in spans.items() if path})
