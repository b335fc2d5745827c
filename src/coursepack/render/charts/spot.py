"""A possible place of a chart's label: what `labelling.settle` chooses among. Points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursepack.render.charts.label import Align, Block, Run
    from coursepack.render.geometry import Box, Segment

_AIR = 2.2  # between two labels


@dataclass(frozen=True)
class Spot:
    """A possible place of a label: its box, how its lines are set, its leader if it has one, and how bad it is."""

    block: Block
    box: Box
    align: Align
    leader: Segment | None
    cost: float

    @property
    def runs(self) -> tuple[Run, ...]:
        """The label's lines at this place."""
        return self.block.runs(self.box, self.align)

    def allows(self, other: Spot) -> bool:
        """Say whether two labels may both be set: neither boxes nor leaders meet."""
        if self.box.grown(_AIR).overlaps(other.box):
            return False
        if self.leader and (other.box.grown(1).crossed_by(self.leader) or _meet(self.leader, other.leader)):
            return False
        return not (other.leader and self.box.grown(1).crossed_by(other.leader))


def _meet(leader: Segment, other: Segment | None) -> bool:
    return other is not None and leader.meets(other)
