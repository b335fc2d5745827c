"""Tables in HTML: read as rows of cells, whose words are Markdown, and made the tokens of any other table.

What is not rows, cells and a caption stays raw HTML, which `residue` reports at its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from coursepack.load import interrupting
from coursepack.merge import LEFT, UP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPEN = re.compile(r"<table[\s>]", re.IGNORECASE)
_END = re.compile(r"</table\s*>\s*$", re.IGNORECASE)
# What says how a table is cut; a browser fills in the rest.
_FRAME = frozenset({"table", "thead", "tbody", "tfoot", "colgroup", "col", "tr", "th", "td", "caption"})
_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center)")
# Cells that a table may be cut into: more is no table to print.
_MOST = 10_000
# Letters of its source: the time to read it may grow with their square.
_LONGEST = 100_000


@dataclass
class _Cell:
    """A cell: a head or not, its span down and across, how it is aligned, its words, and the line that it begins in."""

    head: bool
    down: int
    across: int
    align: str
    line: int
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads the rows of one table; `strange` if there is what no table of ours has."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[_Cell]] = []
        self.caption: list[str] = []
        self.strange = False
        self.into: list[str] | None = None
        self.heads = self.footed = 0
        # Wherever it is written, it stands below all others.
        self.foot: list[list[_Cell]] = []
        self.tables = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"td", "th"} and self.rows:
            align = _ALIGN.search(given.get("style", "")) or re.fullmatch(
                r"(left|right|center)", given.get("align", "")
            )
            down, across = (_span(given.get(name, "")) for name in ("rowspan", "colspan"))
            cell = _Cell(tag == "th", down, across, align[1] if align else "", self.getpos()[0] - 1)
            self.rows[-1].append(cell)
            self.into = cell.words
        elif tag == "tr":
            self.rows.append([])
        elif tag == "caption":
            self.into = self.caption
        elif tag == "table":
            self.tables += 1
        elif tag == "tfoot":
            self.footed = len(self.rows)
        elif tag == "p" and self.into is not None:
            self.into += ["<br>"] if "".join(self.into).strip() else []
        elif tag not in _FRAME:
            self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "caption"}:
            self.into = None
        elif tag == "thead":
            self.heads = len(self.rows)
        elif tag == "tfoot":
            self.rows, self.foot = self.rows[: self.footed], self.rows[self.footed :]
        elif tag not in _FRAME and tag != "p":
            self._keep(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FRAME:
            self.handle_starttag(tag, attrs)
        else:
            self._keep(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._keep(f"<!{decl}>")

    def _keep(self, words: str) -> None:
        if self.into is not None:
            self.into.append(words)
        elif words.strip():
            self.strange = True


_Rows = list[list[_Cell | str]]
# What stands where a row has too few cells.
_EMPTY = _Cell(head=False, down=1, across=1, align="", line=0)


def _span(written: str) -> int:
    return max(1, int(written)) if re.fullmatch(r"[0-9]{1,3}", written) else 1


def use(markdown: MarkdownIt) -> None:
    """Add the rule, before that of HTML blocks, which end at an empty line."""
    markdown.block.ruler.before("html_block", "html_table", _table, interrupting.PROSE)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    if state.is_code_block(start) or not _OPEN.match(_line(state, start)):
        return False
    # What was looked through in vain is not looked through again from each of its lines.
    source, raw = state.env.get("raw_table", ("", -1))
    if source is state.src and start <= raw:
        return False
    last = next((number for number in range(start, end) if _END.search(_line(state, number))), end)
    rows, heads, caption = _read(state, start, last) if last < end else ([], 0, "")
    if not rows and (last == end or not _is_tags(state, start, last)):
        state.env["raw_table"] = (state.src, last)
        return False
    if not silent:
        _push(state, (start, last + 1), rows, heads, caption)
    return True


def _is_tags(state: StateBlock, start: int, last: int) -> bool:
    """Tell whether tags alone follow empty lines: indented, they would be code, and the table would be named twice."""
    after = (_line(state, one) for one in range(start + 1, last + 1) if state.isEmpty(one - 1))
    return all(line.startswith("<") or not line for line in after)


def _read(state: StateBlock, start: int, last: int) -> tuple[_Rows, int, str]:
    """Return the rows of the table in some lines, how many of them are heads, and its caption; no rows if it is raw."""
    source = "\n".join(_line(state, number) for number in range(start, last + 1))
    if len(source) > _LONGEST:
        return [], 0, ""
    made = _Reader(source)
    rows = _fitting([row for row in (*made.rows, *made.foot) if row])
    if made.strange or made.tables != 1:
        return [], 0, ""
    heads = made.heads if 0 < made.heads < len(rows) else _headed(rows)
    return rows, heads, " ".join("".join(made.caption).split())


def _push(state: StateBlock, lines: tuple[int, int], rows: _Rows, heads: int, caption: str) -> None:
    start, state.line = lines
    # One that can't be set is HTML as it is written, up to its end.
    if not rows:
        raw = state.push("html_block", "", 0)
        raw.map, raw.content = list(lines), state.getLines(start, state.line, state.blkIndent, keepLastLF=True)
        return
    _caption(state, caption, start)
    state.push("table_open", "table", 1).map = list(lines)
    _part(state, "thead", rows[:heads], start)
    _part(state, "tbody", rows[heads:], start)
    state.push("table_close", "table", -1)


def _headed(rows: _Rows) -> int:
    """Count the rows at the top that are nothing but heads, where a table does not say it."""
    return int(len(rows) > 1 and all(isinstance(cell, str) or cell.head for cell in rows[0]))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fitting(rows: list[list[_Cell]]) -> _Rows:
    """Return the rows, each as wide: cells, and the signs of what another covers; nothing if there are too many."""
    if not 0 < sum(cell.down * cell.across for row in rows for cell in row) <= _MOST:
        return []
    grid: list[dict[int, _Cell | str]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[number]:
                column += 1
            cell.down = min(cell.down, len(rows) - number)
            for below in range(cell.down):
                for beside in range(cell.across):
                    sign = UP if below else LEFT
                    grid[number + below].setdefault(column + beside, sign if below or beside else cell)
    wide = max(max(columns) + 1 for columns in grid)
    return [[columns.get(one, _EMPTY) for one in range(wide)] for columns in grid]


def _caption(state: StateBlock, words: str, start: int) -> None:
    """Set a caption as a paragraph above its table."""
    if words:
        opened = state.push("paragraph_open", "p", 1)
        opened.map, opened.attrs = [start, start + 1], {"class": "caption"}
        _inline(state, f"**{words}**", start)
        state.push("paragraph_close", "p", -1)


def _part(state: StateBlock, name: str, rows: _Rows, start: int) -> None:
    """Add the tokens of the head or the body, if it has rows."""
    if not rows:
        return
    state.push(f"{name}_open", name, 1)
    for row in rows:
        state.push("tr_open", "tr", 1)
        for cell in row:
            if isinstance(cell, str):
                state.push("joined", "", 0).content = cell
            else:
                _cell(state, cell, start)
        state.push("tr_close", "tr", -1)
    state.push(f"{name}_close", name, -1)


def _cell(state: StateBlock, cell: _Cell, start: int) -> None:
    tag = "th" if cell.head else "td"
    opened = state.push(f"{tag}_open", tag, 1)
    opened.attrs = dict(_attributes(cell))
    _inline(state, " ".join("".join(cell.words).split()), start + cell.line)
    state.push(f"{tag}_close", tag, -1)


def _attributes(cell: _Cell) -> Iterator[tuple[str, str | int | float]]:
    yield from ((name, span) for name, span in (("rowspan", cell.down), ("colspan", cell.across)) if span > 1)
    if cell.align:
        yield "style", f"text-align:{cell.align}"


def _inline(state: StateBlock, words: str, line: int) -> None:
    token = state.push("inline", "", 0)
    token.content, token.children, token.map = words, [], [line, line + 1]
