"""Tables as spreadsheets write them: any usual encoding and delimiter, every cell with its place."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from unicodedata import normalize

from coursepack.problem import Problem, Span

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DELIMITERS = ";\t,|"
# Excel's own way to say which delimiter a file has.
_SAID = re.compile(r"sep=(.)(?:\r\n|\r|\n)")
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, repr=False)
class Cell:
    """A cell: its words, white put right, and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, repr=False)
class Row:
    """A row, by its number in the spreadsheet."""

    number: int
    cells: tuple[Cell, ...]


def read(data: bytes, place: str, problems: list[Problem]) -> list[Row]:
    """Return the rows that hold anything; report what is no table."""
    text = _decoded(data)
    if text is None:
        message, advice = "the file's encoding is not known", "Save it as CSV UTF-8"
        problems.append(Problem(Span(place), "unknown-encoding", message, advice))
        return []
    said = _SAID.match(text)
    reader = _Reader(text, place, said[1] if said else _delimiter(text), problems)
    if said:
        reader.next_line(said.end())
    rows = enumerate(reader.rows(), 1)
    return [Row(number, cells) for number, cells in rows if any(cell.text for cell in cells)]


def _decoded(data: bytes) -> str | None:
    """Decode by the mark at the beginning; without one, by what the bytes can be at all, UTF-8 first."""
    marked = [name for mark, name in _MARKS.items() if data.startswith(mark)]
    # Every second byte of Latin letters is zero in UTF-16.
    wide = {0: "utf-16-be", 1: "utf-16-le"}.get(data[:2].find(b"\0"))
    for encoding in marked or ([wide] if wide else ["utf-8", "cp1252"]):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """Return the delimiter that the first line has most of, what is quoted left out."""
    first = _END.split(re.sub(r'"[^"]*"', "", text.lstrip()), maxsplit=1)[0]
    return max(_DELIMITERS, key=first.count)


class _Reader:
    """Goes through a text cell by cell, and knows its line."""

    def __init__(self, text: str, place: str, delimiter: str, problems: list[Problem]) -> None:
        self.text = text
        self.place = place
        self.problems = problems
        self.position = self.start = 0
        self.line = 1
        apart = re.escape(delimiter)
        self.quoted = re.compile(rf' *"([^"]*(?:""[^"]*)*)" *(?={apart}|\r|\n|\Z)')
        self.plain = re.compile(rf"[^{apart}\r\n]*")
        self.delimiter = delimiter

    def rows(self) -> list[tuple[Cell, ...]]:
        """Read to the end."""
        rows: list[tuple[Cell, ...]] = []
        row: list[Cell] = []
        while self.position < len(self.text) or row:
            row.append(self.cell())
            end = _END.match(self.text, self.position)
            if self.text.startswith(self.delimiter, self.position):
                self.position += 1
            else:
                rows.append(tuple(row))
                row = []
                self.next_line(end.end() if end else self.position)
        return rows

    def next_line(self, position: int) -> None:
        """Go on in the line that begins here."""
        self.position = self.start = position
        self.line += 1

    def cell(self) -> Cell:
        """Read a cell; what only looks quoted is read as it stands, and reported."""
        found = self.quoted.match(self.text, self.position)
        plain = found or self.plain.match(self.text, self.position)
        words = found[1].replace('""', '"') if found else plain[0] if plain else ""
        lead = len(words) - len(words.lstrip()) + (found.start(1) - self.position if found else 0)
        text = normalize("NFC", " ".join(words.split()))
        span = Span(self.place, self.line, self.position - self.start + lead + 1, max(1, len(text)))
        if not found and text.startswith('"'):
            message, advice = "the quotes of this cell are not closed", "Close them, or take them away"
            self.problems.append(Problem(span, "bad-csv", message, advice, private=True))
        self.skip(plain.end() if plain else self.position)
        return Cell(text, span)

    def skip(self, position: int) -> None:
        """Go on behind a cell; quotes may hold line ends."""
        for end in _END.finditer(self.text, self.position, position):
            self.line += 1
            self.start = end.end()
        self.position = position
