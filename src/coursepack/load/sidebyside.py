"""Columns as Pandoc, Quarto and reveal.js write them: divs in a div, which is read as a {columns} block.

`:::: columns` holds `::: {.column width="40%"}`; Quarto's `.grid` holds `.g-col-4`, twelfths of the width, and so does
MyST's `{grid} 2`, `{grid-item}` with `:columns: 4`, if all have room in a row. One that holds nothing is a gap. What
does not hold such divs alone is no more than what is in it, one after the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.load import attributes, div, interrupting
from coursepack.load.fence import written
from coursepack.problem import Span
from coursepack.values import Text, Values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from coursepack.values import Path

_OUTER = frozenset({"columns", "grid"})
_STYLE = re.compile(r"(?:^|;)\s*(?:flex-basis|width)\s*:\s*([\d.]+%)")
_TWELFTHS = re.compile(r"g-col-(\d{1,2})")
_NUMBER = re.compile(r"\b\d{1,2}\b")
_ITEMS = frozenset({"grid-item", "grid-item-card"})
_OPTION = re.compile(r":[\w-]+:")
# What parts the head, the text and the foot of a card.
PART = re.compile(r"(?:\^{3,}|\+{3,})[ \t]*")
# What an author writes into a column that is a gap; a comment that is not closed is looked for once.
_NOTHING = re.compile(r"(?:(?><!--.*?-->)|&nbsp;|\\(?=\s|$)|\s)*+", re.DOTALL)
# A section, which no block holds.
_SECTION = re.compile(r" {0,3}#{1,2}[ \t]")


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of other divs."""
    markdown.block.ruler.before("colon_fence", "columns", _rule, interrupting.NOTES)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    found, last = div.opening(state, start), last_line(state, start, end)
    if found is None or last is None:
        return False
    if not silent:
        state.line = last + 1
        token = state.push("columns", "", 0)
        token.info, token.markup, token.content = found[2], found[1], div.inside(state, start, last)
        token.map = [start, state.line]
    return True


def last_line(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes columns; `None` where none begin, or they are no more than what is in them."""
    found = div.opening(state, start)
    if found is None or not _OUTER.intersection(div.read(found[2], "").names):
        return None
    last = _last(state, start, end)
    inside = div.inside(state, start, last) if last is not None else ""
    if any(_has_sections(one) for one in _texts(inside)):
        return None
    # `{grid} 1 2 3` says how many stand in a row, on a wide screen at most.
    rows = [*map(int, _NUMBER.findall(found[2]))] if found[2].startswith("{grid}") else None
    fits = rows is None or 1 < len(list(_columns(inside))) <= max(rows, default=0)
    return last if fits else None


def _last(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes columns; `None` where there are none, or something stands beside them."""
    number, seen = start + 1, False
    while number < end:
        opened = div.opening(state, number)
        if opened and not opened[2]:
            return number if seen else None
        length = div.last_line(state, number, end) if _is_column(opened) else None
        line = written(state, number)
        if length is None and not (_NOTHING.fullmatch(line) or (not seen and _OPTION.match(line))):
            return None
        seen = seen or length is not None
        number += 1 if length is None else length + 1
    return None


def _is_column(opened: re.Match[str] | None) -> bool:
    names = div.read(opened[2], "").names if opened else ()
    return "column" in names or not _ITEMS.isdisjoint(names) or any(map(_TWELFTHS.fullmatch, names))


def _texts(content: str) -> Iterator[list[str]]:
    lines = content.split("\n")
    yield from (lines[first + 1 : last] for first, last, _ in _columns(content))


def _has_sections(lines: list[str]) -> bool:
    """Tell whether sections stand in a column; a heading that it begins with is a line in bold."""
    _, *rest = [line for line in div.unfenced(lines) if line.strip()] or [""]
    return any(map(_SECTION.match, rest))


def _columns(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield the columns: their first and last lines, and their width, if they have one."""
    lines = content.split("\n")
    for first, last, info in div.inner(content):
        names = div.read(info, "").names
        written = [one[1] for one in map(_TWELFTHS.fullmatch, names) if one]
        if not _ITEMS.isdisjoint(names):
            options, _ = attributes.options("\n".join(lines[first + 1 : last]))
            yield first, last, _twelfths(_NUMBER.findall(options.get("columns", "")))
        elif "column" in names or written:
            named = attributes.read(" ".join(attributes.BRACES.findall(info))).named
            style = _STYLE.search(named.get("style", ""))
            width = named.get("width", "") or (style[1] if style else "")
            yield first, last, width or _twelfths(written)


def _twelfths(found: list[str]) -> str:
    return f"{int(found[-1]) / 12:.3%}" if found else ""


def values(content: str, span: Span, indent: int) -> Values:
    """Return the fields of a {columns} block; `span` is that of the line above the text, which is indented."""
    lines, found = content.split("\n"), []
    spans: dict[Path, Span] = {(): span, ("columns",): span}
    for number, (first, last, width) in enumerate(_columns(content)):
        opened = Span(span.file, span.line + 1 + first, indent + 1, len(lines[first].strip()))
        body, above = _body(lines[first], "\n".join(lines[first + 1 : last]))
        fields = {"width": Text(width, opened)} if width else {}
        if not _NOTHING.fullmatch(body):
            fields["body"] = Text(body, Span(span.file, opened.line + 1 - above, indent + 1), indent)
        spans |= {("columns", number): opened}
        spans |= {("columns", number, name): value.span for name, value in fields.items()}
        found.append(fields)
    return Values({"columns": found}, spans, {path: at for path, at in spans.items() if path})


def _body(opened: str, body: str) -> tuple[str, int]:
    """Return the text of a column, an item's with its title and without its options; and how many lines are added."""
    one = div.read(opened.lstrip(": \t"), "")
    if _ITEMS.isdisjoint(one.names):
        return body, 0
    _, above = attributes.options(body)
    plain = "\n" * above.count("\n") + body.removeprefix(above)
    plain = "\n".join("" if PART.fullmatch(line) else line for line in plain.split("\n"))
    return (f"**{one.title}**\n\n{plain}", 2) if one.title else (plain, 0)
