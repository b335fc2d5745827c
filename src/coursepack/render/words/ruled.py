r"""Lines of an array: `|` in its columns, `\hline` and `\cline` between its rows, kept through MathML on its table.

The library that makes MathML reads few of them, so they pass it as texts that no author writes, each in the first cell
of its row. A table has them as attributes: how many lines stand before each column and after the last, and between
which columns lines go across, before each row and after the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MARK = "\uf8e0"  # for private use: no text of a course has it here
_DOWN, _ACROSS = "rules-down", "rules-across"
# Braces in braces: as deep as columns go, `*{2}{p{2cm}|}`.
_BRACES = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_ARRAY = re.compile(rf"\\begin\s*\{{array\}}\s*(?:\[[tcb]\])?\s*{_BRACES}")
_COLUMN = re.compile(rf"(?P<column>[lcr])|[pmb]\s*{_BRACES}|(?P<line>\|)|(?P<between>[@!])\s*{_BRACES}|\s")
_REPEATED = re.compile(rf"\*\s*\{{\s*(\d{{1,2}})\s*\}}\s*{_BRACES}")
_BLANK = re.compile(r"\\(?:[,;:! ]|(?:quad|qquad|enspace|thinspace)(?![A-Za-z])|h(?:space|skip)\*?\s*\{[^{}]*\})|[\s~]")
_BARS = frozenset({"|", r"\vline", r"\vrule", r"\vert", r"\mid"})
_LINE = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])(?:\s*\[[^\[\]]*\])?"
    r"|\\(cline|cmidrule)(?![A-Za-z])(?:\s*\([lr]*\))?(?:\s*\{\s*(\d{1,3})\s*-\s*(\d{1,3})\s*\})?"
)
_MATRIX = re.compile(r"\\begin\s*\{((?:[pbBvV]|small)?matrix\*?)\}\s*\[([^\[\]|]*\|[^\[\]]*)\]")
_SCRIPT = re.compile(rf"\\text\{{{_MARK}[^{{}}]*\}}(?=\s*[_^'])")
_DASHED = re.compile(r"\\(?:hdashline|cdashline|firsthline|lasthline|specialrule|addlinespace)(?![A-Za-z])")
# The library leaves a last row out whose last cell is empty, and raises a script that begins a cell over the ampersand.
_BARE = re.compile(r"(?<!\\)&(?=\s*(?:\\end(?![A-Za-z])|[_^]))")
# Columns of an array, and lines beside each other.
_MOST, _BESIDE = 40, 3
# What is higher than a line of Office's: beside a bar, rows would be no longer at one height.
_HIGH = ("mfrac", "msqrt", "mroot", "mtable", "mover", "munder", "munderover")


class _Attributes(Protocol):
    """An element of any library."""

    def get(self, key: str, default: str, /) -> str: ...


class RuleError(ValueError):
    """A line that cannot be drawn; the message says why."""


class Across(NamedTuple):
    """A line across: before which row it stands, and its first and last column, from 1."""

    row: int
    first: int
    last: int


def marked(latex: str) -> str:
    """Return LaTeX whose lines are marks, and whose arrays have columns that the library reads.

    Raises:
        RuleError: columns hold what can't be set, or a line is of a kind that can't.
    """
    if found := _DASHED.search(latex):
        message = f"`{found[0]}` can't be drawn: write `\\hline`"
        raise RuleError(message)
    latex = _MATRIX.sub(_matrix, _BARE.sub("&{}", latex.replace(_MARK, "")))
    latex = _LINE.sub(_line, _ARRAY.sub(_array, latex))
    return _SCRIPT.sub(r"\g<0>{}", latex)


def _line(found: re.Match[str]) -> str:
    if found[1] and not found[2]:
        message = f"`{found[0]}` says from which column to which it goes: `\\{found[1]}{{1-2}}`"
        raise RuleError(message)
    return _mark(f"{found[2]}-{found[3]}" if found[1] else "-")


def _mark(text: str) -> str:
    return rf"\text{{{_MARK}{text}}}"


def has_lines(latex: str) -> bool:
    """Say whether a line stands between rows: they are not parted then."""
    return bool(_LINE.search(latex))


def _array(found: re.Match[str]) -> str:
    columns, lines = _read(found[1])
    return rf"\begin{{array}}{{{columns}}}{lines}"


def _matrix(found: re.Match[str]) -> str:
    columns, lines = _read(found[2])
    return rf"\begin{{{found[1]}}}[{columns}]{lines}"


def _read(text: str) -> tuple[str, str]:
    """Return the columns that a text says, and the mark of the lines between them."""
    columns, lines = "", [0]
    for sign in _columns(_REPEATED.sub(lambda one: int(one[1]) * one[2], text)):
        if sign == "|":
            lines[-1] += 1
        else:
            columns += sign
            lines.append(0)
    if not 0 < len(columns) <= _MOST:
        message = f"an array has 1 to {_MOST} columns, this one {len(columns)}"
        raise RuleError(message)
    if max(lines) > _BESIDE:
        message = f"at most {_BESIDE} lines stand beside each other in an array, here {max(lines)}"
        raise RuleError(message)
    return columns, _mark(",".join(map(str, lines))) if any(lines) else ""


def _columns(text: str) -> Iterator[str]:
    """Yield the columns of an array by their sides, and the bars between them."""
    place = 0
    while place < len(text):
        found = _COLUMN.match(text, place)
        between = _BLANK.sub("", found[5]) if found and found["between"] else ""
        if found is None or (between and between not in _BARS):
            what = found[0] if found else text[place]
            message = f"`{what}` in the columns of an array can't be set: they are `l`, `c`, `r` and `|`"
            raise RuleError(message)
        if found["line"] or between:
            yield "|"
        elif found[0].strip() and not found["between"]:
            yield found["column"] or "l"
        place = found.end()


def kept(tree: _Element) -> _Element:
    """Take the marks out of a tree and write them on its tables, in place; return it.

    Raises:
        RuleError: a line stands inside a row, or goes over columns that are not there.
    """
    for mark in [one for one in tree.iter("mtext") if (one.text or "").startswith(_MARK)]:
        _keep(mark, (mark.text or "").removeprefix(_MARK))
    for table in tree.iter("mtable"):
        last = len(table) - 1
        if any(line.row == last for line in across(table)) and len(table[last]) == 1 and not len(table[last][0]):
            table.remove(table[last])  # nothing but a line stood after the last row
    return tree


def _keep(mark: _Element, text: str) -> None:
    cell = next(mark.iterancestors("mtd"), None)
    row, parent = None if cell is None else cell.getparent(), mark.getparent()
    table = None if row is None else row.getparent()
    first = cell is not None and next((one for one in cell.iter() if not len(one)), None) is mark
    if not first or cell is None or cell.getprevious() is not None or row is None or table is None or parent is None:
        message = "a line across stands between two rows of an array: `\\\\ \\hline`"
        raise RuleError(message)
    parent.remove(mark)
    if "-" not in text:
        table.set(_DOWN, text)
        return
    width = max(map(len, table))
    start, end = map(int, (f"1-{width}" if text == "-" else text).split("-"))
    if not 0 < start <= end <= width:
        message = f"`\\cline{{{text}}}` goes over columns that are not there: the array has {width}"
        raise RuleError(message)
    line = f"{table.index(row)}-{start}-{end}"
    table.set(_ACROSS, f"{table.get(_ACROSS, '')} {line}".strip())


def is_ruled(table: _Attributes) -> bool:
    """Say whether a table has lines."""
    return bool(table.get(_DOWN, "") or table.get(_ACROSS, ""))


def down(table: _Attributes, columns: int) -> list[int]:
    """Return how many lines go down before each column of a table, and after the last."""
    found = list(map(int, filter(None, table.get(_DOWN, "").split(","))))
    return (found + [0] * (columns + 1))[: columns + 1]


def across(table: _Attributes) -> list[Across]:
    """Return the lines that go across a table."""
    return [Across(*map(int, one.split("-"))) for one in table.get(_ACROSS, "").split()]


def is_native(tree: _Element) -> bool:
    """Say whether Office can set an equation: it has bars between matrices, all alike, and nothing for other lines."""
    return all(_has_bars_alone(table) for table in tree.iter("mtable"))


def _has_bars_alone(table: _Element) -> bool:
    counts = {*down(table, max(map(len, table), default=0))} - {0}
    return not across(table) and (not counts or (counts <= {1, 2} and len(counts) == 1 and not _is_high(table)))


def _is_high(table: _Element) -> bool:
    return next(table.iterdescendants(*_HIGH), None) is not None
