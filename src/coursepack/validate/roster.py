"""A roster, checked: every row that can't get a pack is a problem at its cell.

No message repeats what a row says: names and ids stay in the roster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import category

from coursepack.chance import name_of
from coursepack.characters import UNPRINTABLE
from coursepack.problem import Problem, Severity, Span
from coursepack.roster import Student
from coursepack.validate.header import NEEDED, columns, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from coursepack.load.cell import Cell, Row
    from coursepack.validate.header import Columns, Words

# What turns the direction of a line, or stands in it unseen. Joiners shape letters in names, and are left there.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u070f\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff]"
)
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


# Letters of a name, an id or a seat: more would shrink the rest of the line below what can be read.
LONGEST = 60


@dataclass(frozen=True)
class Rules:
    """How many variants there are, the words of rosters, the characters of the printed faces, and the language.

    `bringing` gives the command that installs a face for a character, if there is one.
    """

    variants: int
    words: Words
    characters: AbstractSet[int]
    language: str = "en"
    bringing: Callable[[str], str] = lambda _: ""


def roster(rows: Sequence[Row], place: str, rules: Rules, problems: list[Problem]) -> tuple[Student, ...]:
    """Return the students of a roster, whose place is its file's."""
    if len(rows) < 2:  # noqa: PLR2004 a header and one row
        problems.append(_empty(place))
        return ()
    found = columns(rows, rules.words, problems)
    if found is None:
        return ()
    reader = _Rows(found, rules, problems)
    people = [row for row in found.rows if reader.is_somebody(row)]
    if not people:
        problems.append(_empty(place))
    return tuple(reader.student(row) for row in people)


def _empty(place: str) -> Problem:
    message, advice = "the roster holds no students", "Write a header (name, id, seat, variant) and a row for each"
    return Problem(Span(place), "empty-roster", message, advice)


class _Rows:
    """Reads the rows one by one, and remembers whose id stood where."""

    def __init__(self, columns: Columns, rules: Rules, problems: list[Problem]) -> None:
        self.columns = columns
        self.rules = rules
        self.letters = [name_of(number) for number in range(rules.variants)]
        self.problems = problems
        self.seen: dict[str, Span] = {}

    def is_somebody(self, row: Row) -> bool:
        """Tell whether a row is a student's, and say so if it is one that programs add."""
        names = [self.text(row, "name"), *(text(row, position) for position in self.columns.names)]
        if not any(self.rules.words.is_nobody(name) for name in names):
            return True
        said, advice = "this row is nobody's and gets no pack", "Delete it, if you like"
        at = self.at(row, "name")
        self.problems.append(Problem(at, "no-student", said, advice, Severity.WARNING, private=True))
        return False

    def student(self, row: Row) -> Student:
        """Read a row and report what is wrong with it."""
        found = list(_ragged(row, len(self.columns.header.cells))) or list(self.mistakes(row))
        self.problems.extend(Problem(at, code, said, advice, private=True) for at, code, said, advice in found)
        letter = self.text(row, "variant").upper()
        variant = self.letters.index(letter) if letter in self.letters else None
        name, seat = self.text(row, "name"), self.text(row, "seat")
        return Student(row.number, name, self.text(row, "id"), seat, variant, self.at(row, "name"))

    def text(self, row: Row, kind: str) -> str:
        """Return what a row says of a kind; a name in two columns is joined as the course's language says it."""
        if kind != "name":
            return text(row, self.columns.of(kind))
        parts = [text(row, position) for position in self.columns.names]
        is_turned = self.rules.language.partition("-")[0] in self.rules.words.last_first
        return " ".join(filter(None, reversed(parts) if is_turned else parts))

    def cell(self, row: Row, kind: str) -> int:
        """Return the position of a kind's cell, or of the last one there is."""
        place = self.columns.names[0] if kind == "name" else self.columns.of(kind)
        return min(place or 0, len(row.cells) - 1)

    def at(self, row: Row, kind: str) -> Span:
        """Return the place of a kind's cell."""
        return row.cells[self.cell(row, kind)].span

    def mistakes(self, row: Row) -> Iterator[tuple[Span, str, str, str]]:
        """Yield what is wrong: where, its code, what, and what would help."""
        for name in NEEDED:
            if not self.text(row, name):
                yield self.at(row, name), f"no-{name}", f"this student has no {name}", f"Write the {name}"
        yield from self.twice(row)
        letter = self.text(row, "variant").upper()
        if letter and letter not in self.letters:
            known = ", ".join(self.letters)
            yield self.at(row, "variant"), "unknown-variant", f"the variants are {known}", "Use one, or leave it empty"
        for kind in ("name", "id", "seat"):
            places = self.columns.names if kind == "name" else [self.columns.of(kind)]
            for place in places:
                if place is not None and place < len(row.cells):
                    yield from self.unprinted(row.cells[place], kind)

    def twice(self, row: Row) -> Iterator[tuple[Span, str, str, str]]:
        """Yield an id that another row has; what is not seen makes no other id."""
        at, own = self.at(row, "id"), _JOINERS.sub("", _UNSEEN.sub("", self.text(row, "id")))
        own = " ".join(own.split())  # no-break spaces look as others do
        first = self.seen.setdefault(own, at)
        if own and first != at:
            place = f"in {first.cell.rpartition(', ')[2]}" if first.cell else f"on line {first.line}"
            yield at, "duplicate-id", f"this id stands {place} too", "Give each student an id of their own"

    def unprinted(self, cell: Cell, kind: str) -> Iterator[tuple[Span, str, str, str]]:
        """Yield the first character of a cell that is not seen, or that no face has."""
        if UNPRINTABLE.search(cell.text):  # said where the cell was read
            return
        if len(cell.text) > LONGEST:
            said = f"this cell has {len(cell.text)} letters: the foot of a page holds at most {LONGEST}"
            yield cell.span, "long-cell", said, "Shorten it as the class would say it"
            return
        unseen = _UNSEEN.search(cell.text) or (kind == "id" and _JOINERS.search(cell.text))
        if unseen:
            said = f"this cell holds a sign that is not seen (U+{ord(unseen[0]):04X})"
            yield cell.span, "invisible-sign", said, "Delete it, or type the cell anew"
            return
        for position, character in enumerate(cell.text):
            if category(character) not in {"Cc", "Cf", "Zs"} and ord(character) not in self.rules.characters:
                span = replace(cell.span, length=1)
                at = span if span.cell else replace(span, column=span.column + position)
                said = f"`{character}` (U+{ord(character):04X}) has no glyph in the faces of names"
                command = self.rules.bringing(character)
                advice = f"Run {command}" if command else "Write it another way, or add a face to packs/foot.yaml"
                yield at, "no-glyph", said, advice
                return


def _ragged(row: Row, width: int) -> Iterator[tuple[Span, str, str, str]]:
    """Yield the first cell that stands in no column: a name with a comma pushes all that follows aside."""
    beyond: list[Cell] = [cell for cell in row.cells[width:] if cell.text]
    if beyond:
        said = f"this row has {len(row.cells)} cells, the header has {width}"
        yield beyond[0].span, "ragged-row", said, "Quote a cell that holds the delimiter"
