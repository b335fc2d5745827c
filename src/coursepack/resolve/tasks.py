"""What the exercises of a copy ask: in the order of its variant, and with the key only where the copy has answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.draw import Draw
from coursepack.exercise import Exercise
from coursepack.task import without_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.block import Block
    from coursepack.pack import Copy
    from coursepack.task import Task


def task(block: Block, copy: Copy, seed: str, labels: Mapping[str, Any]) -> Task | None:
    """Return what an exercise asks in a copy; `None` for any other block."""
    if not isinstance(block, Exercise):
        return None
    found = block.task(Draw(seed, block.id, copy.variant, labels))
    return found if copy.answers else without_key(found)
