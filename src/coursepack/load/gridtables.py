"""Grid tables of Pandoc, drawn with `+---+` around every cell: those of plain words are tables like all others.

One whose cells hold lists, or go over several rows or columns, is one `drawn_grid` token, which is
reported at its first line (pandoc.org/MANUAL.html#extension-grid_tables).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.load import interrupting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_RULE = re.compile(r"\+(?::?(?:-+|=+):?\+)+")
# A line of a table that is no row: cells that go over several rows leave blanks in it.
_EDGE = re.compile(r"\+(?:[-=:]|.*[+|]$)")
_SIDES = {(True, True): "center", (False, True): "right", (True, False): "left"}
# A box around the words of a cell, `::: minipage`, and an indent before them.
_BOX = re.compile(r":{3,}[ \t]*(?:minipage|center)?")
_QUOTED = re.compile(r"^>[ \t]?")
# Between paragraphs of a cell, as Word has them, a line ends.
_BETWEEN = re.compile(r"(?<=\S)(\n(?=\n))")
# What begins more than words.
_BLOCK = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]|#{1,6}[ \t]|>|`{3}|~{3}|[|+]")


@dataclass(frozen=True)
class Cell:
    """The words of a cell, and the line of the table that they begin in."""

    words: str
    line: int


@dataclass(frozen=True)
class Table:
    """The rows of a table, how many of them are its head, the sides that its columns are set to, and their widths.

    Widths are in letters, as columns are drawn.
    """

    rows: Sequence[Sequence[Cell]]
    heads: int
    sides: Sequence[str]
    widths: Sequence[int] = ()


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of tables drawn with bars."""
    markdown.block.ruler.before("table", "grid_table", _rule, interrupting.LISTS)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    first = _line(state, start)
    if state.is_code_block(start) or not _RULE.fullmatch(first) or start + 1 >= end:
        return False
    if not _line(state, start + 1).startswith("|"):
        return False
    if not silent:
        last = next((line for line in range(start, end) if not _draws(state, line)), end)
        made = _read([_line(state, number) for number in range(start, last)])
        state.line = last
        if made:
            push(state, made, (start, last))
        else:
            token = state.push("drawn_grid", "", 0)
            token.map, token.markup = [start, last], first
    return True


def _draws(state: StateBlock, number: int) -> bool:
    """Tell whether a line is one of a table, as far in as it; an item of a list begins with `+` and a blank too."""
    line = _line(state, number)
    return state.sCount[number] >= state.blkIndent and (line.startswith("|") or bool(_EDGE.match(line)))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _read(lines: Sequence[str]) -> Table | None:
    """Return the table that some lines draw; `None` where it is more than rows of plain words."""
    rules = [number for number, line in enumerate(lines) if _RULE.fullmatch(line)]
    seams = [_seams(lines[number]) for number in rules]
    if rules[-1] != len(lines) - 1 or any(one != seams[0] for one in seams):
        return None
    rows = [_row(lines, (above + 1, below), seams[0]) for above, below in pairwise(rules)]
    found = [row for row in rows if row]
    if len(found) != len(rows):
        return None
    headed = next((count for count, number in enumerate(rules) if "=" in lines[number]), 0)
    heads = headed if headed < len(found) else 0
    widths = [right - left - 1 for left, right in pairwise(seams[0])]
    return Table(found, heads, list(_sides(lines[rules[heads]])), widths)


def _seams(rule: str) -> list[int]:
    return [place for place, sign in enumerate(rule) if sign == "+"]


def _sides(rule: str) -> Iterator[str]:
    for one in rule.strip("+").split("+"):
        yield _SIDES.get((one.startswith(":"), one.endswith(":")), "")


def _row(lines: Sequence[str], span: tuple[int, int], seams: Sequence[int]) -> list[Cell]:
    """Return the cells between two rules; none where they are not plain words."""
    start, end = span
    parts = [_parts(line, seams) for line in lines[start:end]]
    if not parts or not all(parts):
        return []
    cells = [_cell([part[column] for part in parts], start) for column in range(len(seams) - 1)]
    return cells if all(map(_is_plain, cells)) else []


def _parts(line: str, seams: Sequence[int]) -> list[str]:
    """Cut a line at its bars: at their places, or where wide letters have moved them by their number."""
    if len(line) == seams[-1] + 1 and all(line[place] == "|" for place in seams):
        return [line[left + 1 : right].strip() for left, right in pairwise(seams)]
    found = line.split("|")[1:-1]
    is_row = len(found) == len(seams) - 1 and line.startswith("|") and line.endswith("|")
    return [one.strip() for one in found] if is_row else []


def _cell(lines: Sequence[str], start: int) -> Cell:
    """Return a cell; what Pandoc puts around its words, a box of LaTeX or an indent of Word, is left out."""
    kept = [(number, _QUOTED.sub("", line)) for number, line in enumerate(lines) if not _BOX.fullmatch(line)]
    first = next((place for place, (_, line) in enumerate(kept) if line), 0)
    words = _BETWEEN.sub(r"  \1", "\n".join(line for _, line in kept[first:]).rstrip())
    return Cell(words, start + (kept[first][0] if kept else 0))


def _is_plain(cell: Cell) -> bool:
    """Tell whether a cell has paragraphs of words alone."""
    return not any(map(_BLOCK.match, cell.words.split("\n")))


def push(state: StateBlock, table: Table, lines: tuple[int, int]) -> None:
    """Add the tokens of a table that stands in some lines."""
    opened = state.push("table_open", "table", 1)
    opened.map, opened.meta["drawn"] = list(lines), table.widths
    for name, rows, tag in (("thead", table.rows[: table.heads], "th"), ("tbody", table.rows[table.heads :], "td")):
        if rows:
            state.push(f"{name}_open", name, 1)
            for row in rows:
                _push_row(state, row, table.sides, (tag, lines[0]))
            state.push(f"{name}_close", name, -1)
    state.push("table_close", "table", -1)


def _push_row(state: StateBlock, row: Sequence[Cell], sides: Sequence[str], given: tuple[str, int]) -> None:
    tag, start = given
    state.push("tr_open", "tr", 1)
    for cell, side in zip(row, sides, strict=True):
        opened = state.push(f"{tag}_open", tag, 1)
        opened.attrs = {"style": f"text-align:{side}"} if side else {}
        inline = state.push("inline", "", 0)
        line = start + cell.line
        inline.content, inline.children, inline.map = cell.words, [], [line, line + 1 + cell.words.count("\n")]
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
