"""Widths of a table's columns: as the author gives them, or shared out by what the cells hold. In points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A column of a table as wide as its paragraphs on one line each, and as its widest word; padding included.
Need = tuple[float, float]


def share(needs: Sequence[Need], room: float) -> tuple[float, ...]:
    """Share `room` out: each column what it needs, and what is left over evenly.

    Where there is not enough, a column that is content with less than an even share has that, and the others have more
    of the rest the more they need.
    """
    wanted, least = [need[0] for need in needs], [need[1] for need in needs]
    if sum(wanted) <= room:
        return tuple(want + (room - sum(wanted)) / len(needs) for want in wanted)
    if sum(least) >= room:
        return tuple(room * low / sum(least) for low in least)
    content = _content(needs, room)
    rest = [need for number, need in enumerate(needs) if number not in content]
    left = room - sum(wanted[number] for number in content)
    low, high = sum(need[1] for need in rest), sum(need[0] for need in rest)
    part = (left - low) / (high - low)
    return tuple(
        want if number in content else word + (want - word) * part for number, (want, word) in enumerate(needs)
    )


def _content(needs: Sequence[Need], room: float) -> set[int]:
    """Return the columns that have all they need where `room` is shared evenly; the others' words stay whole."""
    found: set[int] = set()
    for number in sorted(range(len(needs)), key=lambda number: needs[number][0]):
        rest = [need for other, need in enumerate(needs) if other not in found]
        left = room - sum(needs[one][0] for one in found)
        words = sum(need[1] for need in rest) - needs[number][1]
        if needs[number][0] > left / len(rest) or needs[number][0] + words > left:
            break
        found.add(number)
    return found


def relative(widths: Sequence[float], room: float) -> tuple[float, ...]:
    """Share `room` out as the author says."""
    return tuple(room * width / sum(widths) for width in widths)
