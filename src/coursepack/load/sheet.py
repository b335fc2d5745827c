"""The one reader of tables: CSV in any usual encoding and delimiter, and workbooks; every cell with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from coursepack.load import delimited, encoding, workbook
from coursepack.load.cell import Cell, Row
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.load.cell import Source
    from coursepack.load.encoding import Reading

# More is no table for a class: it is refused before it takes time and memory.
MOST_BYTES = 16 * 2**20
MOST_CELLS = 250_000
_SHEET = re.compile(r"(.*\.xls[xm])#(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, repr=False)
class Sheet:
    """The rows of a table that hold anything, and the delimiter between their cells; a workbook has none."""

    rows: tuple[Row, ...]
    delimiter: str = ""


def parted(path: str) -> tuple[str, str]:
    """Part a path from the name of the sheet behind it: `data/results.xlsx#Sheet2`."""
    found = _SHEET.fullmatch(path)
    return (found[1], found[2]) if found else (path, "")


def read(data: bytes, source: Source, problems: list[Problem]) -> Sheet:
    """Return the rows that hold anything; report what is no table, or too much of one."""
    if len(data) > MOST_BYTES:
        message = f"the file has {len(data) // 2**20} MB; {MOST_BYTES // 2**20} are read"
        problems.append(Problem(Span(source.place), "too-much-data", message, _LESS))
        return Sheet(())
    delimiter, rows = _opened(data, source, problems)
    numbered = enumerate(_bounded(rows, source, problems), 1)
    return Sheet(tuple(Row(number, row) for number, row in numbered if any(cell.text for cell in row)), delimiter)


def _opened(data: bytes, source: Source, problems: list[Problem]) -> tuple[str, Iterable[tuple[Cell, ...]]]:
    """Return the delimiter and the rows."""
    if data.startswith(workbook.ZIP):
        return "", workbook.read(data, source, problems)
    if data.startswith(workbook.OLD):
        message = "this is a workbook of an old kind, or one with a password"
        problems.append(Problem(Span(source.place), "bad-workbook", message, "Save it as .xlsx, without a password"))
        return "", ()
    reading = encoding.read(data, source.language)
    if reading is None:
        message, advice = "the file's encoding is not known", "Save it as CSV UTF-8"
        problems.append(Problem(Span(source.place), "unknown-encoding", message, advice))
        return "", ()
    problems += _doubts(reading, source.place)
    return delimited.delimiter(reading.text), delimited.read(reading.text, source.place, problems)


def _bounded(rows: Iterable[tuple[Cell, ...]], source: Source, problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:
    """Yield rows up to the most that is read, empty cells counted."""
    count = 0
    for row in rows:
        count += len(row) or 1
        if count > MOST_CELLS:
            at = row[0].span if row else Span(source.place)
            problems.append(Problem(at, "too-much-data", f"the table has more than {MOST_CELLS} cells", _LESS))
            return
        yield row


_LESS = "Keep the rows and columns that are shown"
_ADVICE = "Save the file as CSV UTF-8"


def _doubts(reading: Reading, place: str) -> Iterator[Problem]:
    """Yield the cell whose letters are doubtful, without the words that it holds: they may be a name."""
    if reading.others:
        first, *others = (
            [cell for row in delimited.read(one.text, place, []) for cell in row] for one in (reading, *reading.others)
        )
        for number, cell in enumerate(first):
            texts = [cell.text, *(other[number].text for other in others if number < len(other))]
            if len(set(texts)) > 1:
                pages = [encoding.PAGES[one.page] for one in (reading, *reading.others)]
                yield Problem(cell.span, "doubtful-encoding", _unsure(texts, pages), _ADVICE)
                return
    if reading.odd:
        cells = (cell for row in delimited.read(reading.text, place, []) for cell in row if reading.odd in cell.text)
        said = f"read as {encoding.PAGES[reading.page]}, the likeliest encoding, this cell has a sign where none stands"
        yield Problem(next(cells, Cell("", Span(place))).span, "doubtful-encoding", said, _ADVICE)


def _unsure(texts: list[str], pages: list[str]) -> str:
    """Say how the first sign that differs reads in each encoding."""
    signs = next(signs for signs in zip_longest(*texts, fillvalue="") if len(set(signs)) > 1)
    ways = dict(reversed(list(zip(signs, pages, strict=False))))
    said = " or ".join(f"`{sign}` in {page}" for sign, page in reversed(ways.items()) if sign)
    return f"the file does not say its encoding: a letter of this cell is {said}"
