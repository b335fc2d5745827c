"""Pools: which of their exercises a copy has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.blocks.pool import Pool
from coursepack.chance import Draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.course import Part
    from coursepack.coursefile import CourseFile
    from coursepack.pack import Copy


def left_out(part: Part, copy: Copy, file: CourseFile, labels: Mapping[str, Any]) -> frozenset[str]:
    """Return the exercises of a part that a copy has not: a later variant turns the pool round by a step."""
    out: set[str] = set()
    for pool in (block for block in part.blocks() if isinstance(block, Pool)):
        draw = Draw(file.seed, pool.id, copy.variant, labels, file.language)
        order = draw.order([False] * len(pool.questions))
        out |= {pool.questions[place] for place in order[pool.pick :]}
    return frozenset(out)
