"""What Pandoc and Quarto say of a table drawn with bars: the widths of its columns, and its caption.

Where a line of a table is longer than 72 letters, the dashes below its head are the shares of its columns
(pandoc.org/MANUAL.html#extension-pipe_tables), and columns of a grid are as wide as they are drawn; Quarto's
`tbl-colwidths="[40,60]"` says them outright. A paragraph that begins with `:` or `Table:` beside a table is its
caption. With an id, `: Caption {#tbl-x}`, the two are one `captioned` token, which is read as a {table} block. What a
row has beyond the table's columns, which Markdown lets fall, is kept as its surplus. A column with a head and nothing
below it is to be filled in: its table is `open`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from math import sqrt
from typing import TYPE_CHECKING

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from coursepack.load import attributes
from coursepack.load.unspaced import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_LINE = 72  # letters
# A width that is larger leaves nothing to the others; their sum is a number.
_LARGEST = 1e6
# What the line below a table's head is made of.
_RULE = frozenset(" \t>|:-")
_DASHES = re.compile(r":?-+:?")
# Below the heads of a table that has no bars; between its ends CommonMark takes it for a line across.
_DRAWN = re.compile(r"[ >]*-{2,}(?:[ ]+-{2,})+[ ]*")
_CAPTION = re.compile(r"(?:[Tt]able)?:[ \t]")
# What is written and not read: marks of HTML and Markdown, the address of a link, commands of a formula.
_MARKS = re.compile(r"</?[A-Za-z][^<>]*>|[*`{}$^]|\]\([^()\s]*\)|\[|\\[A-Za-z]+")
# Where a word may be parted without a hyphen.
_SEAMS = re.compile(rf"[\s/\u2013-]+|(?<=[{LETTERS}])")
# A cell to write in: one dot or stroke is a sign. A word that is written by hand takes the room of so many letters.
_BLANK, _WRITTEN = re.compile(r"(?:&nbsp;|[\s…\u00a0]|_{2,}+|\.{2,}+)*"), 12
_WIDTHS = "tbl-colwidths"
# What heads are as rows.
_ROWS = {
    **{
        f"{head}_{end}": f"{row}_{end}" for head, row in (("thead", "tbody"), ("th", "td")) for end in ("open", "close")
    },
    "thead": "tbody",
    "th": "td",
}


def use(markdown: MarkdownIt) -> None:
    """Add the rule."""
    markdown.core.ruler.after("block", "pipe_tables", _tables)


def _tables(state: StateCore) -> None:
    lines = state.src.split("\n")
    for token in (one for one in state.tokens if one.type == "hr" and one.map):
        if _DRAWN.fullmatch(lines[(token.map or [0])[0]]):
            token.type = "drawn_table"
    places = [number for number, token in enumerate(state.tokens) if token.type == "table_open" and token.map]
    for first in reversed(places):
        last = next(number for number in range(first, len(state.tokens)) if state.tokens[number].type == "table_close")
        _bodied(state.tokens[first:last])
        opened, cells = state.tokens[first], list(_columns(state.tokens[first:last]))
        rows = lines[slice(*opened.map or (0, 0))]
        # A row that is empty as a whole, below heads alone, is one to fill in; else it takes two cells.
        rest = [cell for column in cells for cell in column[1:]]
        least = 1 if all(_BLANK.fullmatch(cell.content) for cell in rest) else 2
        opened.meta["open"] = any([_opened(column, least) for column in cells])  # noqa: C419 each is cleared
        letters = [_letters(column) for column in cells]
        asked = [not any(cell.content for cell in column[1:]) for column in cells]
        drawn = opened.meta.pop("drawn", ())
        opened.meta["widths"] = _wide(drawn, letters, alike=False) if drawn else _by_dashes(rows, letters, asked)
        opened.meta["across"] = sum(across(cell.content for cell in column) for column in cells)
        _surplus(state.tokens[first:last], lines, len(cells))
        _caption(state.tokens, first, last, lines)


def _bodied(table: Sequence[Token]) -> None:
    """Make rows of the heads of a table that has nothing else: they head nothing, and a PDF wants a body."""
    if any(token.type == "tbody_open" for token in table):
        return
    for token in table:
        token.type, token.tag = _ROWS.get(token.type, token.type), _ROWS.get(token.tag, token.tag)


def _columns(table: Sequence[Token]) -> Iterable[list[Token]]:
    """Return the cells of each column, its head first."""
    found = defaultdict[int, list[Token]](list)
    column = 0
    for token in table:
        column = 0 if token.type == "tr_open" else column
        if token.type == "inline":
            found[column].append(token)
            column += 1
    return found.values()


def _opened(cells: Sequence[Token], least: int) -> bool:
    """Tell whether a column is there to be filled in, and clear its cells: they have room, not lines of signs."""
    head, *below = cells
    # Below a head of dots a series goes on.
    is_headed = bool(head.content.strip(" .…\u00a0"))
    is_open = len(below) >= least and is_headed and all(_BLANK.fullmatch(cell.content) for cell in below)
    for cell in below if is_open else ():
        cell.content = ""
    return is_open


def _letters(cells: Sequence[Token]) -> tuple[int, int]:
    """Return the letters of a column's longest word and of its longest cell; a word written by hand takes room, too."""
    said = [_MARKS.sub("", cell.content) for cell in cells]
    word = max((len(word) for cell in said for word in cell.split()), default=0)
    word = word if any(said[1:]) else max(word, _WRITTEN)
    return word, max(word, *map(len, said))


def across(cells: Iterable[str]) -> int:
    """Return the letters that a column takes in a line at least, with what parts it from the next."""
    return max((len(piece) for cell in cells for piece in _SEAMS.split(_MARKS.sub("", cell))), default=0) + 2


def _surplus(table: Sequence[Token], lines: Sequence[str], columns: int) -> None:
    for row in (token for token in table if token.type == "tr_open" and token.map):
        written = lines[(row.map or [0])[0]].strip(" \t>")
        cells = [cell.strip() for cell in escapedSplit(written.removeprefix("|"))]
        row.meta["surplus"] = list(filter(None, cells[columns:]))


def _by_dashes(rows: Sequence[str], letters: Sequence[tuple[int, int]], asked: Sequence[bool]) -> tuple[float, ...]:
    """Return the columns' shares in per cent; none where a table is narrow, or its dashes say nothing."""
    is_ruled = len(rows) > 1 and _RULE.issuperset(rows[1])
    ruled = _DASHES.findall(rows[1]) if is_ruled else []
    dashes = [len(one) for one in ruled]
    # Colons, which Pandoc counts, say where words stand and not how wide they are.
    if len(dashes) == len(letters) and 1 in (len(set(dashes)), len({one.strip(":") for one in ruled})):
        return _even(letters, asked)
    return _wide(dashes, letters, alike=_are_alike(*rows[:2])) if dashes and max(map(len, rows)) > _LINE else ()


def _even(letters: Sequence[tuple[int, int]], asked: Sequence[bool]) -> tuple[float, ...]:
    """Return shares where dashes say none: alike, but for cells that fill no more than a line of what others spare.

    Columns that are to be filled in spare nothing.
    """
    alike = [1 / len(letters)] * len(letters)
    needed = [max((cell + 2) / _LINE, room * alike[0]) for (_, cell), room in zip(letters, asked, strict=True)]
    spared = _spared(alike, needed, alike=False)
    return _shares(spared) if spared != alike else ()


def _wide(dashes: Sequence[int], letters: Sequence[tuple[int, int]], *, alike: bool) -> tuple[float, ...]:
    """Return the shares of columns that are drawn so wide, or with dashes `alike` as long as their heads."""
    if len(dashes) != len(letters) or len(set(dashes)) == 1:
        return ()
    # Dashes as long as their heads say nothing of the cells: a longer cell gets more, and not all.
    asked = [sqrt(cell + 2) for _, cell in letters] if alike else dashes
    # No column is narrower than its longest word.
    wanted = [max(one / sum(asked), (word + 2) / _LINE) for one, (word, _) in zip(asked, letters, strict=True)]
    needed = [(cell + 2) / _LINE for _, cell in letters]
    spared = _spared([one / sum(wanted) for one in wanted], needed, alike=alike)
    return _shares(spared)


def _are_alike(head: str, rule: str) -> bool:
    """Tell whether dashes are as long as the heads above them, to a letter."""
    above, below = ([len(cell) for cell in row.strip(" \t>").strip("|").split("|")] for row in (head, rule))
    return len(above) == len(below) and all(abs(one - other) <= 1 for one, other in zip(above, below, strict=True))


def _spared(given: Sequence[float], needed: Sequence[float], *, alike: bool) -> Sequence[float]:
    """Give columns what others have and need not, of a line: where their cells fill a line each then.

    Where dashes are `alike` as long as the heads above them, they say nothing of the cells: all may be had.
    """
    spare = [max(0.0, has - needs) for has, needs in zip(given, needed, strict=True)]
    lack = [max(0.0, needs - has) for has, needs in zip(given, needed, strict=True)]
    lack = [one if alike or one <= sum(spare) else 0.0 for one in lack]
    moved = min(sum(spare), sum(lack))
    return [
        has + (lacks * moved / sum(lack) - spares * moved / sum(spare) if moved else 0.0)
        for has, spares, lacks in zip(given, spare, lack, strict=True)
    ]


def _shares(wanted: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(100 * one / sum(wanted), 1) for one in wanted)


def _caption(tokens: list[Token], first: int, last: int, lines: Sequence[str]) -> None:
    """Make one token of a caption with an id and its table; any other is put above the table, in bold.

    In a list or a quotation its id leads there.
    """
    for at in (last + 1, first - 3):
        paragraph = tokens[at : at + 3] if at >= 0 else []
        if [token.type for token in paragraph] != ["paragraph_open", "inline", "paragraph_close"]:
            continue
        found = _CAPTION.match(paragraph[1].content)
        words, written = _apart(paragraph[1].content[found.end() :]) if found else ("", None)
        if not words or (written and not _is_known(written)):
            continue
        name, widths = written.id if written else "", _widths(written)
        if name and not tokens[first].level:
            start, end = tokens[first].map or (0, 0)
            meta = {"title": words, "id": name, "widths": widths, "body": "\n".join(lines[start:end]), "start": start}
            meta["line"] = (paragraph[0].map or [0])[0]
            made = Token("captioned", "", 0, map=[start, end], block=True, meta=meta)
            tokens[min(first, at) : max(last, at + 2) + 1] = [made]
            return
        tokens[first].meta["widths"] = widths or tokens[first].meta["widths"]
        paragraph[0].attrSet("class", "caption")
        paragraph[0].meta["targets"] = tuple(filter(None, [name]))
        paragraph[1].content = f"**{words}**"
        if at > first:
            tokens[first : at + 3] = [*paragraph, *tokens[first:at]]
        return


def _apart(caption: str) -> tuple[str, attributes.Attributes | None]:
    """Return the words of a caption, and the attributes behind them."""
    words, brace, behind = caption.rpartition("{")
    if not brace or not behind.endswith("}"):
        return caption.strip(), None
    return words.strip(), attributes.read(behind[:-1])


def _is_known(written: attributes.Attributes) -> bool:
    return set(written.named) <= {_WIDTHS} and all(word.startswith("#") for word in written.words)


def _widths(written: attributes.Attributes | None) -> tuple[float, ...]:
    """Return the columns' shares that a caption says."""
    shares = list(_numbers(written.named.get(_WIDTHS, ""))) if written else []
    return _shares(shares) if sum(shares) else ()


def _numbers(words: str) -> Iterator[float]:
    for one in re.findall(r"\d+(?:\.\d+)?", words):
        yield min(float(one), _LARGEST)
