"""A roster, checked: every row that can't get a pack is a problem at its cell.

No message repeats what a row says: names and ids stay in the roster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from unicodedata import category

from coursepack.chance import name_of
from coursepack.problem import Problem, Span
from coursepack.roster import Student

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from coursepack.load.sheet import Cell, Row

# The columns that are read; their names are those of the labels, `roster_name` and so on.
_COLUMNS = ("name", "id", "seat", "variant")
_NEEDED = ("name", "id")
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Rules:
    """How many variants there are, the words of the language, and the characters that the printed faces have."""

    variants: int
    labels: Mapping[str, Any]
    characters: AbstractSet[int]


def roster(rows: Sequence[Row], place: str, rules: Rules, problems: list[Problem]) -> tuple[Student, ...]:
    """Return the students of a roster, whose place is its file's."""
    if len(rows) < 2:  # noqa: PLR2004 a header and one row
        message, advice = "the roster holds no students", "Write a header (name, id, seat, variant) and a row for each"
        problems.append(Problem(Span(place), "empty-roster", message, advice))
        return ()
    columns = _columns(rows[0], rules.labels, problems)
    if any(name not in columns for name in _NEEDED):
        return ()
    reader = _Rows(columns, rules, problems)
    return tuple(reader.student(row, len(rows[0].cells)) for row in rows[1:])


def _columns(header: Row, labels: Mapping[str, Any], problems: list[Problem]) -> dict[str, int]:
    """Find the columns by their names, in any order and case."""
    meant = {_plain(word): name for name in _COLUMNS for word in (name, *labels[f"roster_{name}"])}
    columns: dict[str, int] = {}
    for position, cell in enumerate(header.cells):
        name = meant.get(_plain(cell.text), "")
        if name and name in columns:
            message, advice = f"a second column for `{name}`", "Name one of them otherwise"
            problems.append(Problem(cell.span, "duplicate-column", message, advice, private=True))
        elif name:
            columns[name] = position
    problems.extend(_missing(header, name, meant) for name in _NEEDED if name not in columns)
    return columns


def _missing(header: Row, name: str, meant: Mapping[str, str]) -> Problem:
    """Say that a column is not there, at the one that may be meant."""
    words = [word for word, column in meant.items() if column == name]
    near = [cell for cell in header.cells if get_close_matches(_plain(cell.text), words, n=1, cutoff=0.75)]
    at = (near or header.cells)[0].span
    advice = f"did you mean `{name}`?" if near else f"Name a column `{name}` in the first row"
    return Problem(at, "missing-column", f"the roster has no column `{name}`", advice, private=True)


def _plain(text: str) -> str:
    return _PLAIN.sub("", text.casefold())


class _Rows:
    """Reads the rows one by one, and remembers whose id stood where."""

    def __init__(self, columns: Mapping[str, int], rules: Rules, problems: list[Problem]) -> None:
        self.columns = columns
        self.letters = [name_of(number) for number in range(rules.variants)]
        self.characters = rules.characters
        self.problems = problems
        self.lines: dict[str, int] = {}

    def student(self, row: Row, width: int) -> Student:
        """Read a row and report what is wrong with it."""
        found = list(_ragged(row, width)) or list(self.mistakes(row))
        self.problems.extend(Problem(at, code, said, advice, private=True) for at, code, said, advice in found)
        letter = self.text(row, "variant").upper()
        variant = self.letters.index(letter) if letter in self.letters else None
        name, seat = self.text(row, "name"), self.text(row, "seat")
        return Student(row.number, name, self.text(row, "id"), seat, variant, self.at(row, "name"))

    def text(self, row: Row, name: str) -> str:
        """Return what a row says in a column; a spreadsheet may leave empty cells out at its end."""
        position = self.columns.get(name, len(row.cells))
        return row.cells[position].text if position < len(row.cells) else ""

    def at(self, row: Row, name: str) -> Span:
        """Return the place of a cell, or of the last one there is."""
        return row.cells[min(self.columns[name], len(row.cells) - 1)].span

    def mistakes(self, row: Row) -> Iterator[tuple[Span, str, str, str]]:
        """Yield what is wrong: where, its code, what, and what would help."""
        for name in _NEEDED:
            if not self.text(row, name):
                yield self.at(row, name), f"no-{name}", f"this student has no {name}", f"Write the {name}"
        own, line = self.text(row, "id"), self.at(row, "id").line
        if own and self.lines.setdefault(own, line) != line:
            said = f"this id stands on line {self.lines[own]} too"
            yield self.at(row, "id"), "duplicate-id", said, "Give each student an id of their own"
        letter = self.text(row, "variant").upper()
        if letter and letter not in self.letters:
            known = ", ".join(self.letters)
            yield self.at(row, "variant"), "unknown-variant", f"the variants are {known}", "Use one, or leave it empty"
        for name in ("name", "id", "seat"):
            yield from self.unprinted(row, name)

    def unprinted(self, row: Row, name: str) -> Iterator[tuple[Span, str, str, str]]:
        """Yield the first character of a cell that no face has."""
        for position, character in enumerate(self.text(row, name)):
            if category(character) not in {"Cf", "Zs"} and ord(character) not in self.characters:
                at = self.at(row, name)
                span = Span(at.file, at.line, at.column + position)
                said = f"`{character}` (U+{ord(character):04X}) has no glyph in the faces of names"
                yield span, "no-glyph", said, "Write it another way, or add a face to packs/foot.yaml"
                return


def _ragged(row: Row, width: int) -> Iterator[tuple[Span, str, str, str]]:
    """Yield the first cell that stands in no column: a name with a comma pushes all that follows aside."""
    beyond: list[Cell] = [cell for cell in row.cells[width:] if cell.text]
    if beyond:
        said = f"this row has {len(row.cells)} cells, the header has {width}"
        yield beyond[0].span, "ragged-row", said, "Quote a cell that holds the delimiter"
