"""The one reader of tables: CSV in any usual encoding and delimiter, and workbooks; every cell with its place."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from coursepack.load import delimited, encoding, workbook
from coursepack.load.cell import Cell, Row, Source
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.load.encoding import Reading

# More is no table for a class: it is refused before it takes time and memory.
MOST_BYTES = 16 * 2**20
MOST_CELLS = 250_000
_SHEET = re.compile(r"(.*\.xls[xm])#(.+)", re.IGNORECASE | re.DOTALL)


def parted(path: str) -> tuple[str, str]:
    """Part a path from the name of the sheet behind it: `data/results.xlsx#Sheet2`."""
    found = _SHEET.fullmatch(path)
    return (found[1], found[2]) if found else (path, "")


def delimiter(data: bytes, source: Source) -> str:
    """Return the delimiter between cells, or an empty text for a workbook."""
    reading = None if data.startswith(workbook.ZIP) else encoding.read(data, source.language)
    return delimited.delimiter(reading.text) if reading else ""


def read(data: bytes, source: Source, problems: list[Problem]) -> list[Row]:
    """Return the rows that hold anything; report what is no table, or more than one."""
    if len(data) > MOST_BYTES:
        message = f"the file has {len(data) // 2**20} MB; {MOST_BYTES // 2**20} are read"
        problems.append(Problem(Span(source.place), "too-much-data", message, "Keep the rows and columns that are shown"))
        return []
    rows = enumerate(_bounded(_rows(data, source, problems), source, problems), 1)
    return [Row(number, cells) for number, cells in rows if any(cell.text for cell in cells)]


def _rows(data: bytes, source: Source, problems: list[Problem]) -> Iterable[tuple[Cell, ...]]:
    if data.startswith(workbook.ZIP):
        return workbook.read(data, source, problems)
    if data.startswith(workbook.OLD):
        message = "this is a workbook of an old kind, or one with a password"
        problems.append(Problem(Span(source.place), "bad-workbook", message, "Save it as .xlsx, without a password"))
        return ()
    reading = encoding.read(data, source.language)
    if reading is None:
        message, advice = "the file's encoding is not known", "Save it as CSV UTF-8"
        problems.append(Problem(Span(source.place), "unknown-encoding", message, advice))
        return ()
    problems += _doubts(reading, source.place)
    return delimited.read(reading.text, source.place, problems)


def _bounded(
    rows: Iterable[tuple[Cell, ...]], source: Source, problems: list[Problem]
) -> Iterator[tuple[Cell, ...]]:
    """Yield rows up to the most that is read, empty cells counted."""
    count = 0
    for row in rows:
        count += len(row) or 1
        if count > MOST_CELLS:
            at = row[0].span if row else Span(source.place)
            message = f"the table has more than {MOST_CELLS} cells"
            problems.append(Problem(at, "too-much-data", message, "Keep the rows and columns that are shown"))
            return
        yield row


_ADVICE = "Save the file as CSV UTF-8"


def _doubts(reading: Reading, place: str) -> Iterator[Problem]:
    """Yield the cell whose letters are doubtful, without the words that it holds: they may be a name."""
    if reading.others:
        first, *others = (
            [cell for row in delimited.read(one.text, place, []) for cell in row]
            for one in (reading, *reading.others)
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
    ways = {sign: page for sign, page in reversed(list(zip(signs, pages, strict=False)))}
    said = " or ".join(f"`{sign}` in {page}" for sign, page in reversed(ways.items()))
    return f"the file does not say its encoding: a letter of this cell is {said}"
