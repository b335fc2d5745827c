"""The rows of a table on paper: how high they are, and so what of it goes on over a page's end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.look.measure import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from coursepack.merge import Cell
    from coursepack.render.look.measure import Measure
    from coursepack.render.words.tablecells import Grid

# The share of a page that a row may take and still be kept whole: one that is higher leaves too much of a page empty.
_WHOLE = 0.4
# A table of so many rows, its head among them, whose words are no more than this share of a page, is kept whole.
_ROWS, _SEEN = 7, 0.3
_CELLS = frozenset({"th_open", "td_open"})


@dataclass(frozen=True)
class Columns:
    """The columns of a table of the prose: the share of its width (per cent) of each, and if cells are to be filled in.

    Without a table there are none, and what is in a cell has all of the width.
    """

    shares: Sequence[float] = ()
    is_open: bool = False

    def share(self, tokens: Sequence[Token], idx: int) -> float:
        """Return the share of the column of a cell that opens at a place."""
        row = takewhile(lambda token: token.type != "tr_open", (tokens[at] for at in range(idx - 1, -1, -1)))
        place = sum(token.type in _CELLS for token in row)
        return next(iter(self.shares[place:]), 100)

    def is_tall(self, row: Iterable[Token], size: Measure) -> bool:
        """Tell whether a row, with which tokens begin, is so high that it goes on over a page's end."""
        letters = next(_letters(row), [])
        return bool(letters) and is_high(letters, self.shares, size.text, size)

    def is_long(self, table: Iterable[Token], size: Measure) -> bool:
        """Tell whether the table, with which tokens begin, has so many rows that it goes on over a page's end."""
        rows = [*_letters(takewhile(lambda token: token.type != "table_close", table))]
        least = size.steps["table"].leading
        heights = (max(least, _height(row, self.shares, size.text, size)) for row in rows if row)
        return len(rows) > _ROWS or sum(heights) > size.height * _SEEN


def columns(table: Sequence[Token]) -> Columns:
    """Return the columns of the table with which tokens begin."""
    row = takewhile(lambda token: token.type != "tr_close", table)
    many = sum(token.type in _CELLS for token in row)
    given = table[0].meta
    return Columns(given.get("widths") or [100 / max(1, many)] * many, bool(given.get("open")))


def opened(table: Token, *, is_long: bool) -> str:
    """Return the tag of a table of the prose, ruled as all tables are, with the widths of its columns."""
    shares = "".join(f'<col style="width:{share:g}%">' for share in table.meta.get("widths", ()))
    lang = Markup(' lang="{}"').format(table.attrs["lang"]) if "lang" in table.attrs else ""
    kind = f"rules plain{' long' * is_long}{' to-fill' * bool(table.meta.get('open'))}"
    return f'<table class="{kind}"{lang}>{f"<colgroup>{shares}</colgroup>" if shares else ""}'


def is_tall(row: Sequence[Cell], cells: Grid, width: float, size: Measure) -> bool:
    """Tell whether a row of a table block of some width (pt) is so high that it goes on over a page's end."""
    return is_high([0 if cell.join else len(cell.text.plain()) for cell in row], cells.widths, width, size)


def is_high(letters: Sequence[int], widths: Sequence[float], width: float, size: Measure) -> bool:
    """Tell the same of cells with so many letters; columns without widths are equally wide."""
    return _height(letters, widths, width, size) > size.height * _WHOLE


def _letters(tokens: Iterable[Token]) -> Iterator[list[int]]:
    """Yield how many letters the cells of each row have."""
    row: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(len(token.content))
        elif token.type == "tr_close":
            yield row


def _height(letters: Sequence[int], widths: Sequence[float], width: float, size: Measure) -> float:
    """Return about how high the words of a row are (pt)."""
    shares, step = widths or [100 / len(letters)] * len(letters), size.steps["table"]
    set_wide = [many * LETTER * step.size * 100 / max(share, 1) for many, share in zip(letters, shares, strict=False)]
    return max(set_wide, default=0) / width * step.leading
