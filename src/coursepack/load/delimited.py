"""Text with a delimiter between cells, as spreadsheets write it: every cell with its line and column."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

from coursepack.characters import said, unprintable
from coursepack.load.cell import Cell
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = ";\t,|"
# Excel's own way to say which delimiter a file has.
_SAID = re.compile(r"sep=(.)(?:\r\n|\r|\n)")
_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r'"[^"]*"')
# A no-break space alone stands where its author put it.
_WHITE = re.compile(r"\s{2,}|[^\S\u00a0\u202f]")
# So much of a file shows which delimiter it has.
_HEAD = 20_000


def tidy(words: str) -> str:
    """Put white right and compose letters."""
    return normalize("NFC", _WHITE.sub(" ", words.strip()))


def read(text: str, place: str, problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:
    """Yield all rows, also those that hold nothing; report quotes that are not closed."""
    said = _SAID.match(text)
    reader = _Reader(text, place, said[1] if said else delimiter(text), problems)
    if said:
        reader.next_line(said.end())
    return reader.rows()


def delimiter(text: str) -> str:
    """Return the delimiter that most lines have equally many of, what is quoted left out."""
    said = _SAID.match(text)
    lines = [line for line in _END.split(_QUOTED.sub("", text[:_HEAD])) if line.strip()]
    return said[1] if said else max(_DELIMITERS, key=lambda sign: _weight(sign, lines))


def _weight(sign: str, lines: list[str]) -> tuple[int, int]:
    counts = Counter(line.count(sign) for line in lines)
    usual = max((times for count, times in counts.items() if count), default=0)
    return usual, max(counts, default=0)


class _Reader:
    """Goes through a text cell by cell, and knows its line."""

    def __init__(self, text: str, place: str, delimiter: str, problems: list[Problem]) -> None:
        self.text = text
        self.place = place
        self.problems = problems
        self.position = self.start = 0
        self.line = 1
        apart = re.escape(delimiter)
        # Possessive: what is not closed is gone through once.
        self.quoted = re.compile(rf' *+"((?:[^"]++|"")*+)" *+(?={apart}|\r|\n|\Z)')
        self.plain = re.compile(rf"[^{apart}\r\n]*")
        self.delimiter = delimiter

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Read to the end."""
        row: list[Cell] = []
        while self.position < len(self.text) or row:
            row.append(self.cell())
            end = _END.match(self.text, self.position)
            if self.text.startswith(self.delimiter, self.position):
                self.position += 1
            else:
                yield tuple(row)
                row = []
                self.next_line(end.end() if end else self.position)

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
        text = tidy(words)
        span = Span(self.place, self.line, self.position - self.start + lead + 1, max(1, len(text)))
        if not found and text.startswith('"'):
            message, advice = "the quotes of this cell are not closed", "Close them, or take them away"
            self.problems.append(Problem(span, "bad-csv", message, advice))
        report_control(words, span, self.problems)
        self.skip(plain.end() if plain else self.position)
        return Cell(text, span)

    def skip(self, position: int) -> None:
        """Go on behind a cell; quotes may hold line ends."""
        for end in _END.finditer(self.text, self.position, position):
            self.line += 1
            self.start = end.end()
        self.position = position


_NEXT_LINE = "\x85"


def report_control(words: str, span: Span, problems: list[Problem]) -> None:
    """Report the first sign of a cell that no text may hold."""
    # An old sign for the end of a line, which a text may hold and a cell may not.
    found = [what for _, what in unprintable(words)] + [said(_NEXT_LINE)] * (_NEXT_LINE in words)
    if found:
        problems.append(Problem(span, "unprintable", f"in this cell, {found[0]}", "Delete it, or type the cell anew"))
