"""A table over one slide or several: smaller first, then parted between its rows, its head repeated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack import merge
from coursepack.render.slides.measure import growth, split
from coursepack.render.slides.measure.fit import Fit, Measured, sizes
from coursepack.render.slides.measure.grid import Grid, grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.content import Table
    from coursepack.render.slides.layouts import Frame, TableLook
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.grid import Levels
    from coursepack.render.slides.measure.split import Height


_JOINED = 4.0  # slides' heights squared


@dataclass(frozen=True)
class Plan:
    """How a table, or the part of one on a slide, is set: columns and rows in points, and the type.

    Its columns are `eased` where the widths that its author gives them do not hold its words.
    """

    table: Table
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    found: Fit
    eased: bool = False

    @property
    def is_rtl(self) -> bool:
        """Whether the first column stands at the right: where it is read from there."""
        return any(paragraph.rtl for row in self.table.all_rows for cell in row[:1] for paragraph in cell.paragraphs)


@dataclass(frozen=True)
class _Try:
    """A table at one size: its columns, its rows measured, and how many of these are its head.

    `opening` are the rows as they are where a slide begins with them.
    """

    levels: Levels
    columns: tuple[float, ...]
    rows: list[Measured]
    opening: list[Measured]
    head: int

    @property
    def wide(self) -> str:
        """The longest word that is wider than its column, or nothing: short ones gave way to it."""
        return max((row.wide for row in self.rows), key=len, default="")

    @property
    def height(self) -> Height:
        """What measures the rows below the head from one number up to another, the head over them."""
        heights = [row.height for row in self.rows]
        sums = list(accumulate(heights[self.head :], initial=sum(heights[: self.head])))
        more = [first.height - row.height for first, row in zip(self.opening, self.rows, strict=True)][self.head :]
        return lambda start, end: sums[end] - sums[start] + sums[0] + (more[start] if start < end else 0)

    @property
    def count(self) -> int:
        """How many rows there are below the head."""
        return len(self.rows) - self.head

    def slides(self, room: float) -> int:
        """Return how many slides the rows take; many where one does not go on a slide."""
        height = self.height
        if any(height(row, row + 1) > room + split.AIR for row in range(self.count)):
            return self.count + 1
        return split.fewest(self.count, height, room)


def plan(table: Table, frame: Frame, floor: float, look: TableLook, faces: Faces) -> list[Plan]:
    """Find the largest size at which all rows go into the frame, or else into the fewest."""
    width, room = frame.room
    measured = grid(table, width, look, faces)
    grown = _grown(table, measured, frame)
    if grown is not None:
        return [_plan(grown, measured, (0, grown.count), frame)]
    steps = list(sizes(frame.levels, floor))
    for levels in steps:
        if measured.slides(levels, room) > 1:
            continue
        one = _try(measured, levels)
        if one.height(0, one.count) <= room + split.AIR and not one.wide:
            return [_plan(one, measured, (0, one.count), frame)]
    one = _try(measured, steps[-1])
    if one.wide and table.widths:
        return [replace(found, eased=True) for found in plan(replace(table, widths=()), frame, floor, look, faces)]
    if one.wide and len(one.columns) > 2 and _is_parted(measured, steps[-1]):  # noqa: PLR2004 a head and two more
        return [part for group in measured.groups(steps[-1]) for part in plan(group, frame, floor, look, faces)]
    return _split(one, measured, steps, frame)


def _grown(table: Table, measured: Grid, frame: Frame) -> _Try | None:
    """Set a table of few rows larger than the layout does, if no cell breaks more for it."""
    larger = list(growth.steps([(table.all_rows, frame)]))
    if not larger:
        return None
    usual = _try(measured, frame.levels)
    for (levels,) in larger:
        one, share = _try(measured, levels), levels[0].size / frame.levels[0].size
        whole = one.height(0, one.count)
        if not one.wide and whole <= min(frame.room[1], usual.height(0, usual.count) * share) + split.AIR:
            return one
    return None


def _is_parted(measured: Grid, levels: Levels) -> bool:
    """Say whether it helps to part a table between its columns: two of them go side by side."""
    first, *rest = (least for _, least in measured.needs(levels))
    return first + max(rest) <= measured.width


def _try(measured: Grid, levels: Levels) -> _Try:
    columns = measured.columns(levels)
    rows = measured.rows(levels, columns)
    opening = rows if measured.opened is measured else measured.opened.rows(levels, columns)
    return _Try(levels, columns, rows, opening, int(bool(measured.table.head)))


def _split(least: _Try, measured: Grid, steps: Sequence[Levels], frame: Frame) -> list[Plan]:
    """Share the rows out over the fewest slides, at the largest size that takes no more than the least one."""
    room = frame.room[1]
    table = _low(measured.table, measured, least, room)
    if table.rows != measured.table.rows:
        measured = grid(table, measured.width, measured.look, measured.faces)
        least = _try(measured, steps[-1])
    slides, one = least.slides(room), least
    for levels in steps:
        if measured.slides(levels, room) > slides:
            continue
        one = _try(measured, levels)
        if not one.wide and one.slides(room) == slides:
            break
    slices = split.even(one.count, one.height, room, min(slides, one.count), _prices(table))
    return [_plan(one, measured, rows, frame) for rows in slices or ((0, 0),)]


def _prices(table: Table) -> list[float]:
    """Say what it costs to begin a slide with each row: much where cells are merged with those above ."""
    return [_JOINED if any(cell.join == merge.UP for cell in row) else 0.0 for row in table.rows]


def _low(table: Table, measured: Grid, one: _Try, room: float) -> Table:
    """Cut the rows that are higher than a slide at the floor."""
    left = room - one.height(0, 0)
    rows = [
        part
        for number, row in enumerate(table.rows)
        for part in (
            measured.part(row, one.levels, left) if one.rows[number + one.head].height > left + split.AIR else (row,)
        )
    ]
    return replace(table, rows=tuple(rows))


def _plan(one: _Try, measured: Grid, rows: tuple[int, int], frame: Frame) -> Plan:
    """Return what a slide has of a table: its head, and the rows from one number up to another."""
    (start, end), table, look = rows, measured.table, measured.look
    first, after = one.head + start, one.head + end
    found = [*one.rows[: one.head], *one.opening[first:after][:1], *one.rows[first + 1 : after]]
    shown = (*measured.opened.table.rows[start:end][:1], *table.rows[start + 1 : end])
    needed, room = [row.height for row in found], frame.room[1]
    missing = "".join(sorted({sign for row in found for sign in row.missing}))
    wide = max((row.wide for row in found), key=len, default="")
    fits = sum(needed) <= room + split.AIR and not wide
    fit = Fit(one.levels, Measured(sum(needed), wide, missing), one.levels != frame.levels, fits)
    usual = look.height * 72 * max(1.0, one.levels[0].size / frame.levels[0].size)
    return Plan(replace(table, rows=shown), one.columns, _heights(needed, usual, room), fit)


def _heights(needed: Sequence[float], usual: float, room: float) -> tuple[float, ...]:
    """Give every row its usual height or what it needs; take from the low ones where that is too much in all."""
    heights = [max(need, usual) for need in needed]
    excess = sum(heights) - room
    spare = sum(heights) - sum(needed)
    share = min(1.0, excess / spare) if excess > 0 and spare > 0 else 0.0
    return tuple(height - (height - need) * share for height, need in zip(heights, needed, strict=True))
