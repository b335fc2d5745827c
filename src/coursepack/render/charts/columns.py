"""Upright bars side by side: their places along the foot, the names under them and the values above them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from coursepack.render.charts.label import Run, block
from coursepack.render.charts.lettering import ASCENT, DESCENT, LEADING
from coursepack.render.charts.limits import LimitError
from coursepack.render.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursepack.chart import Chart
    from coursepack.render.charts.lettering import Lettering


class _Bars(Protocol):
    """What is asked of a drawing of bars: how many of them stand without their number."""

    @property
    def unsaid(self) -> int: ...


Drawn = TypeVar("Drawn", bound=_Bars)

_SHARE = 0.62  # of a bar's slot that the bar fills
_CLOSE_SHARE = 0.78  # the same where there are many bars
_CLOSE = 13.0  # pt: a slot that is narrower than this is close
_WIDEST_SLOT = 84.0  # pt
_NAME_AIR = 5.0  # pt between two names
_VALUE_AIR = 2.4  # pt between a value and whatever is beside it
_VALUE_RISE = 4.4  # pt from a bar to its value's baseline
OUTLINE = 0.9  # pt: the weight of a bar's outline, within the frame
NAME_TOP = 5.0  # pt from the foot to the names' ascenders


@dataclass(frozen=True)
class Columns:
    """Where bars stand (pt): the middle of each, and the widths of a bar and of its slot."""

    centres: tuple[float, ...]
    bar: float
    slot: float
    right: float

    def box(self, index: int, top: float, bottom: float) -> Box:
        """Return the box of a bar between two heights."""
        middle = self.centres[index]
        return Box(middle - self.bar / 2, top, middle + self.bar / 2, bottom)


def columns(number: int, width: float, extra: Mapping[int, float]) -> Columns:
    """Share out a width among bars; `extra` is room (pt) kept free after a bar."""
    slot = min(_WIDEST_SLOT, (width - OUTLINE - sum(extra.values())) / max(1, number))
    bar = slot * (_CLOSE_SHARE if slot < _CLOSE else _SHARE)
    opened = [sum(room for after, room in extra.items() if after < index) for index in range(number)]
    centres = tuple(OUTLINE / 2 + slot * (index + 0.5) + room for index, room in enumerate(opened))
    return Columns(centres, bar, slot, right=OUTLINE + slot * number + sum(extra.values()))


def under_bars(chart: Chart, at: Columns, width: float, lettering: Lettering) -> tuple[tuple[Run, ...], float]:
    """Set the names of bars below them: every second or third is enough of numbers, years and dates.

    Returns:
        The lines, the first at 0, and the height (pt) of the highest name.

    Raises:
        LimitError: a name has no room.
    """
    if chart.is_ordered:
        return names(chart.categories, at, width, lettering)
    found = every_name(chart.categories, at, width, lettering)
    if found is None:
        message = "the names of the bars find no room beside each other"
        raise LimitError(message)
    return found


def all_said(chart: Chart, drawing: Drawn) -> Drawn:
    """Return bars whose numbers all have room; those of numbers, years and dates may do without some.

    Raises:
        LimitError: a bar with a name has no number.
    """
    if drawing.unsaid and not chart.is_ordered:
        message = "the numbers of the bars find no room beside each other"
        raise LimitError(message)
    return drawing


def names(categories: Sequence[str], at: Columns, width: float, lettering: Lettering) -> tuple[tuple[Run, ...], float]:
    """Set names under bars, the first line at 0: in one or two lines, else under every second bar or third.

    Returns:
        The lines, and the height (pt) of the highest name.
    """
    for step in range(1, len(categories) + 1):
        room, shown = at.slot * step - _NAME_AIR, categories[::step]
        for broken in _broken(shown, room, width, lettering):
            runs = _names(broken, at.centres[::step], width, lettering)
            if runs is not None:
                return runs
    first = [lettering.squeeze(name, width / 2, 2) for name in categories[:1]]
    return _names(first, at.centres, width, lettering) or ((), 0)


def every_name(
    categories: Sequence[str], at: Columns, width: float, lettering: Lettering
) -> tuple[tuple[Run, ...], float] | None:
    """Set all names under their bars, as `names` does or else on two levels in turn; `None` if they have no room."""
    for broken in _broken(categories, at.slot - _NAME_AIR, width, lettering):
        runs = _names(broken, at.centres, width, lettering)
        if runs is not None and _are_whole(categories, broken):
            return runs
    return _staggered(categories, at, width, lettering)


def _broken(
    shown: Sequence[str], room: float, width: float, lettering: Lettering
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Break names to one line, which may stand out over its bar, or to two."""
    one = [lettering.squeeze(name, width, 1) for name in shown]
    return one, [lettering.fit(name, room, 2) or lettering.narrowest(name, 2) for name in shown]


def _are_whole(categories: Sequence[str], broken: Sequence[tuple[str, ...]]) -> bool:
    ends = ((name.endswith("…"), lines[-1].endswith("…")) for name, lines in zip(categories, broken, strict=True))
    return all(written == shown for written, shown in ends)


def _staggered(
    categories: Sequence[str], at: Columns, width: float, lettering: Lettering
) -> tuple[tuple[Run, ...], float] | None:
    """Set names on two levels, each as wide as two slots; the lower ones follow the higher ones' lines."""
    room = 2 * at.slot - _NAME_AIR
    broken = [lettering.fit(name, room, 2) for name in categories]
    if len(categories) <= 2 or None in broken:  # noqa: PLR2004 a line could stand as well
        return None
    levels = [[lines for lines in broken[start::2] if lines] for start in (0, 1)]
    (upper, depth), (lower, more) = (
        _names(lines, at.centres[start::2], width, lettering) or ((), 0.0) for start, lines in enumerate(levels)
    )
    if not upper or not lower:
        return None
    down = depth + LEADING - ASCENT - DESCENT
    return (*upper, *(run.moved(down) for run in lower)), down + more


def _names(
    broken: Sequence[tuple[str, ...]], centres: Sequence[float], width: float, lettering: Lettering
) -> tuple[tuple[Run, ...], float] | None:
    """Set broken names under their bars, moved into the frame; `None` if two of them then meet."""
    blocks = [block(lettering, *lines) for lines in broken]
    boxes = [
        name.box(min(max(0.0, centre - name.width / 2), width - name.width), 0)
        for name, centre in zip(blocks, centres, strict=False)
    ]
    too_wide = any(box.width > width for box in boxes)
    if too_wide or any(left.right + _NAME_AIR > right.left for left, right in pairwise(boxes)):
        return None
    runs = tuple(run for name, box in zip(blocks, boxes, strict=True) for run in name.runs(box, "middle"))
    return runs, max((name.height for name in blocks), default=0)


@dataclass(frozen=True)
class Value:
    """A number that belongs to a bar: above it, or below one that hangs from the foot."""

    text: str
    bar: Box
    hangs: bool
    weight: float


def values(labels: Sequence[Value], frame: Box, lettering: Lettering) -> dict[int, Run]:
    """Set the values of bars; where they are too many, only the extremes, the ends and the turns that have room.

    Returns:
        The lines by the positions of their labels.
    """
    ranks = [_rank(labels, index) for index in range(len(labels))]
    every = _placed(labels, range(len(labels)), frame, lettering)
    if len(every) == len(labels):
        return every
    chosen = [index for index, rank in enumerate(ranks) if rank]
    return _placed(labels, sorted(chosen, key=lambda index: -ranks[index]), frame, lettering)


def _placed(labels: Sequence[Value], order: Iterable[int], frame: Box, lettering: Lettering) -> dict[int, Run]:
    """Set values one after the other, if they keep clear of the bars and of those set before."""
    placed: dict[int, Run] = {}
    for index in order:
        (run,) = _value(labels[index], frame, lettering)
        bars = (label.bar for number, label in enumerate(labels) if number != index)
        taken = (*bars, *(other.box for other in placed.values()))
        air = Box(run.box.left - _VALUE_AIR, run.box.top, run.box.right + _VALUE_AIR, run.box.bottom)
        if not any(air.overlaps(box) for box in taken):
            placed[index] = run
    return {index: placed[index] for index in sorted(placed)}


def _rank(labels: Sequence[Value], index: int) -> int:
    """Return how much a value is worth showing: an extreme 3, an end 2, a turn 1."""
    weights = [label.weight for label in labels]
    if weights[index] in (max(weights), min(weights)):
        return 3
    if index in (0, len(labels) - 1):
        return 2
    before, here, after = weights[index - 1 : index + 2]
    return 1 if (here - before) * (after - here) < 0 else 0


def _value(label: Value, frame: Box, lettering: Lettering) -> tuple[Run, ...]:
    number = block(lettering, label.text, bold=True)
    left = min(max(frame.left, label.bar.centre.x - number.width / 2), frame.right - number.width)
    rise = _VALUE_RISE - DESCENT
    top = label.bar.bottom + rise if label.hangs else label.bar.top - rise - number.height
    return number.runs(number.box(left, top), "middle")
