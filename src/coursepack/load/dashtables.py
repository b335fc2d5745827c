"""Tables of Pandoc that are drawn with dashes alone, as it makes them of what Word and LaTeX have.

A simple one has a row a line below the dashes of its columns; one of several lines a row has an empty line between two
rows, and dashes all across above its head and below its last row. Without a head both begin and end with the dashes
of their columns (pandoc.org/MANUAL.html#tables).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from coursepack.load.fence import written
from coursepack.load.gridtables import Cell, Table, push

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

# Each run of dashes is a column; two at least, for one alone is a rule or a heading.
_COLUMNS = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*")
_ACROSS = re.compile(r" {0,3}-{3,}[ \t]*")
_RUN = re.compile(r"-+")
# Lines of a head, with the rule above it.
_HIGHEST = 10
_SIDES = {(True, True): "center", (True, False): "right", (False, True): "left", (False, False): ""}


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before all others: a head may be far in, and a table begin with a rule."""
    markdown.block.ruler.before("table", "dash_table", _rule)
    markdown.block.ruler.before("code", "dash_table_far_in", _rule)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    ruled = _ruled(state, start, end)
    last = None if ruled is None else _last(state, start, ruled, end)
    if ruled is None or last is None or silent:
        return False
    made = _read([_line(state, number) for number in range(start, last)], ruled - start)
    if made:
        push(state, made, (start, last))
        state.line = last
    return made is not None


def _ruled(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line with the dashes of the columns: the first, the second, or that below a head after a rule."""
    if _is_columns(state, start):
        return start
    if not _ACROSS.fullmatch(_line(state, start)):
        return start + 1 if start + 1 < end and not state.isEmpty(start) and _is_columns(state, start + 1) else None
    for number in range(start + 1, min(start + _HIGHEST, end)):
        if state.isEmpty(number):
            return None
        if _is_columns(state, number):
            return number if number > start + 1 else None
    return None


def _is_columns(state: StateBlock, number: int) -> bool:
    return not state.is_code_block(number) and bool(_COLUMNS.fullmatch(_line(state, number)))


def _last(state: StateBlock, start: int, ruled: int, end: int) -> int | None:
    """Return the line after a table: after what closes it, or the empty line that does; `None` if nothing closes it."""
    closes = _ACROSS if _ACROSS.fullmatch(_line(state, start)) else _COLUMNS
    needed = closes is _ACROSS or ruled == start
    for number in range(ruled + 1, end):
        if state.sCount[number] < state.blkIndent and not state.isEmpty(number):
            return None
        if closes.fullmatch(_line(state, number)):
            return number + 1 if number > ruled + 1 else None
        # A div around it ends it, too.
        if not needed and (state.isEmpty(number) or written(state, number).startswith(":::")):
            return number if number > ruled + 1 else None
    return None if needed or ruled + 1 >= end else end


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]].expandtabs(4)


def _read(lines: Sequence[str], ruled: int) -> Table | None:
    """Return the table that some lines draw, one with the dashes of its columns; `None` if words go over a seam."""
    runs = [found.span() for found in _RUN.finditer(lines[ruled])]
    seams = [0, *(start for start, _ in runs[1:])]
    first = 1 if ruled and _ACROSS.fullmatch(lines[0]) else 0
    head = [(number, lines[number]) for number in range(first, ruled)]
    closed = any(pattern.fullmatch(lines[-1]) for pattern in (_ACROSS, _COLUMNS))
    body = [(number, lines[number]) for number in range(ruled + 1, len(lines) - closed)]
    if any(_crosses(line, seam) for _, line in (*head, *body) for seam in seams[1:]):
        return None
    # An empty line is one between rows, which have several lines then; a rule across the top says so, too.
    apart = bool(first) or any(not line.strip() for _, line in body)
    rows = list(_runs(body)) if apart else [[one] for one in body]
    found = [_cells(row, seams) for row in [*([head] if head else []), *rows]]
    shown = head or (body[:1] if ruled == 0 else [])
    sides = [_side(shown, run, seam) for run, seam in zip(runs, _spans(seams), strict=True)]
    return Table(found, int(bool(head)), sides, [end - start for start, end in runs] if apart else ())


def _runs(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield lines that no empty one parts."""
    run: list[tuple[int, str]] = []
    for number, line in (*lines, (0, "")):
        if line.strip():
            run.append((number, line))
        elif run:
            yield run
            run = []


def _spans(seams: Sequence[int]) -> list[tuple[int, int | None]]:
    ends: list[int | None] = [*seams[1:], None]
    return list(zip(seams, ends, strict=True))


def _cells(lines: Sequence[tuple[int, str]], seams: Sequence[int]) -> list[Cell]:
    """Return the cells of a row: the words of each of its lines between the seams."""
    made = []
    for start, end in _spans(seams):
        parts = [(number, _part(line, start, end).strip()) for number, line in lines]
        said = [(number, words) for number, words in parts if words]
        made.append(Cell("\n".join(words for _, words in said), said[0][0] if said else lines[0][0]))
    return made


def _part(line: str, start: int, end: int | None) -> str:
    """Return what stands in some columns of a line; a wide letter takes two, a mark on one none."""
    if line.isascii():
        return line[start:end]
    made, column = "", 0
    for sign in line:
        made += sign if start <= column and (end is None or column < end) else ""
        column += 0 if combining(sign) else 1 + (east_asian_width(sign) in "WF")
    return made


def _crosses(line: str, seam: int) -> bool:
    """Tell whether a word stands on both sides of a seam."""
    return bool(_part(line, seam - 1, seam).strip() and _part(line, seam, seam + 1).strip())


def _side(shown: Sequence[tuple[int, str]], run: tuple[int, int], span: tuple[int, int | None]) -> str:
    """Return the side that a column is set to: where its dashes reach farther than the words of its head."""
    words = [part for _, line in shown if (part := _part(line, *span)).strip()]
    if not words:
        return ""
    left = min(len(part) - len(part.lstrip()) for part in words) + span[0]
    right = max(len(part.rstrip()) for part in words) + span[0]
    return _SIDES[left > run[0], right < run[1]]
