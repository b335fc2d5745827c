"""The header of a roster: which row it is, and which of its columns hold what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from coursepack.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.load.cell import Cell, Row

NEEDED = ("name", "id")
_KINDS = ("name", "first", "last", "either", "id", "seat", "variant")
# These may be named as coursepack names them; `id` has its place in its own list.
_OWN = ("name", "seat", "variant")
# Of these a program may write several columns, each with a word of its own.
_MANY = ("id", "first", "last")
# So many rows may stand above the header: a title, a date, the name of the class.
_ABOVE = 10
_PLAIN = re.compile(r"[\W_]+")


class Words(BaseModel):
    """What `packs/roster.yaml` holds: words that name columns, rows that are nobody, languages that name last first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: list[str]
    first: list[str]
    last: list[str]
    either: list[str]
    id: list[str]
    seat: list[str]
    variant: list[str]
    nobody: list[str]
    last_first: list[str]

    def meant(self) -> dict[str, tuple[str, int]]:
        """Return the kind of column and the rank in its list that a plain word means; `either` has the last word."""
        listed = {kind: [kind, *getattr(self, kind)] if kind in _OWN else getattr(self, kind) for kind in _KINDS}
        return {plain(word): (kind, rank) for kind, words in listed.items() for rank, word in enumerate(words)}

    def is_nobody(self, name: str) -> bool:
        """Tell whether a row of this name is one that programs add."""
        return plain(name) in {plain(word) for word in self.nobody}


def plain(text: str) -> str:
    """Return a word as it is compared: small, without blanks and signs."""
    return _PLAIN.sub("", text.casefold())


@dataclass(frozen=True, repr=False)
class Columns:
    """The header and the rows below it; where the columns of each kind are, the best first."""

    header: Row
    rows: tuple[Row, ...]
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def of(self, kind: str) -> int | None:
        """Return the position of a kind's best column."""
        return next(iter(self.places.get(kind, ())), None)

    @property
    def names(self) -> tuple[int, ...]:
        """The positions of the columns that make a name: the whole one, or the first and the last name."""
        whole, first, last, either = (self.of(kind) for kind in ("name", "first", "last", "either"))
        if first is not None and last is None and either is not None and not self.holds(either, first):
            last = either
        if first is not None and last is not None:
            return (first, last)
        found = (whole, either, first, last)
        return next(((position,) for position in found if position is not None), ())

    def holds(self, whole: int, part: int) -> bool:
        """Tell whether a column says what another says too, in every row that has both."""
        pairs = [(text(row, whole), text(row, part)) for row in self.rows]
        return all(plain(one) in plain(other) for other, one in pairs)


def text(row: Row, position: int | None) -> str:
    """Return what a row says in a column, white put right; a spreadsheet may leave empty cells out at its end."""
    is_there = position is not None and position < len(row.cells)
    return " ".join(row.cells[position or 0].text.split()) if is_there else ""


def columns(rows: Sequence[Row], words: Words, problems: list[Problem]) -> Columns | None:
    """Find the header among the first rows, and its columns in any order and case; report what is not there."""
    meant = words.meant()
    number = max(range(min(_ABOVE, len(rows))), key=lambda one: (len(_kinds(rows[one], meant)), -one))
    header, below = rows[number], tuple(rows[number + 1 :])
    found: dict[str, list[tuple[int, int]]] = {}
    seen: dict[str, Cell] = {}
    for position, cell in enumerate(header.cells):
        kind, rank = meant.get(plain(cell.text), ("", 0))
        known = seen.setdefault(plain(cell.text) if kind in _MANY else _said(kind), cell)
        if kind and known is not cell:
            message, advice = f"a second column for `{_said(kind)}`", "Name one of them otherwise"
            problems.append(Problem(cell.span, "duplicate-column", message, advice, private=True))
        elif kind:
            found.setdefault(kind, []).append((rank, position))
    made = Columns(header, below, {kind: _sorted(ranked, below) for kind, ranked in found.items()})
    missing = [name for name in NEEDED if (made.of(name) is None if name == "id" else not made.names)]
    problems.extend(_missing(header, name, meant) for name in missing)
    return None if missing else made


def _said(kind: str) -> str:
    return "name" if kind == "either" else kind


def _kinds(row: Row, meant: Mapping[str, tuple[str, int]]) -> set[str]:
    return {meant[plain(cell.text)][0] for cell in row.cells if plain(cell.text) in meant}


def _sorted(ranked: Sequence[tuple[int, int]], rows: Sequence[Row]) -> list[int]:
    """Sort the columns of a kind by their rank, those that hold nothing last."""

    def is_empty(position: int) -> bool:
        return not any(text(row, position) for row in rows)

    return [position for _, position in sorted(ranked, key=lambda one: (is_empty(one[1]), one))]


def _missing(header: Row, name: str, meant: Mapping[str, tuple[str, int]]) -> Problem:
    """Say that a column is not there, at the one that may be meant."""
    words = [word for word, (kind, _) in meant.items() if _said(kind) == name]
    near = list(_near(header, words))
    at = (near or header.cells)[0].span
    advice = f"did you mean `{name}`?" if near else f"Name a column `{name}` in the first row"
    return Problem(at, "missing-column", f"the roster has no column `{name}`", advice, private=True)


def _near(header: Row, words: Sequence[str]) -> Iterator[Cell]:
    return (cell for cell in header.cells if get_close_matches(plain(cell.text), words, n=1, cutoff=0.75))
