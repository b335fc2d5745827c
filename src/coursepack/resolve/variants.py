"""The variants of a paper: which exercise stands where in each of them, how its options stand, and what its key is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.task import Choose, Fill, Judge, Match, Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.languages.labels import Labels
    from coursepack.pack import Item, Pack
    from coursepack.task import Task


@dataclass(frozen=True)
class Cell:
    """An exercise in a variant: its number there, the author's options in the order shown ("cab"), and its key."""

    number: int
    shown: str
    key: str


@dataclass(frozen=True)
class Row:
    """An exercise, and its cells from the first variant on; none where a variant has others of a pool."""

    id: str
    name: str
    cells: tuple[Cell | None, ...]


def rows(packs: Sequence[Pack], unit: int) -> tuple[Row, ...]:
    """Return the exercises of a unit in the order of the handout; `packs` are the variants' keys."""
    papers = [{item.block.id: (number, item) for number, item in _numbered(pack, unit)} for pack in packs]
    first = {item.block.id for _, item in _numbered(packs[0], unit)}
    every = {
        item.block.id: item
        for pack in reversed(packs)
        for part in pack.units
        for item in part.exercises()
        if part.number == unit
    }
    written = sorted(every.values(), key=lambda item: item.block.span.line)
    return tuple(
        Row(
            str(item.block.id),
            item.target.name if item.target and item.block.id in first else "",
            tuple(_cell(paper, item, packs[0].labels) for paper in papers),
        )
        for item in written
    )


def _numbered(pack: Pack, unit: int) -> list[tuple[int, Item]]:
    return [pair for part in pack.units if part.number == unit for pair in enumerate(part.mixed(), 1)]


def _cell(paper: dict[str | None, tuple[int, Item]], item: Item, labels: Labels) -> Cell | None:
    if item.block.id not in paper:
        return None
    number, here = paper[item.block.id]
    origin = getattr(here.task, "origin", ())
    shown = "".join(labels.lettered(place) for place in origin)
    return Cell(number, shown, _key(here.task, labels) if here.task else "")


def _key(task: Task, labels: Labels) -> str:
    match task:
        case Choose() | Judge() | Match() | Order():
            return task.letters(labels.lettered, labels["comma"])
        case Fill():
            return " · ".join(gap.answers[0] for gap in task.gaps if gap.answers)
        case _:
            return ""
