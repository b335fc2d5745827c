"""What the exercises of a copy ask: in the order of its variant, and with the key only where the copy has answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursepack.chance import Draw
from coursepack.exercise import Exercise
from coursepack.task import without_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.block import Block
    from coursepack.course import CourseFile
    from coursepack.pack import Copy
    from coursepack.task import Task


def place(block: Block, copy: Copy, file: CourseFile, labels: Mapping[str, Any]) -> int:
    """Return a number that says where a paper of the copy's variant has an exercise: adding one moves no other."""
    return Draw(file.seed, block.id or "", copy.variant, labels, file.language).number(f"place {copy.variant}")


def dealt(block: Block, copy: Copy, file: CourseFile, labels: Mapping[str, Any]) -> tuple[Block, Task | None]:
    """Return a block as a copy has it, and what it asks there if it is an exercise."""
    told = not copy.answers
    if not isinstance(block, Exercise):
        return (block.told() if told else block), None
    draw = Draw(file.seed, block.id, copy.variant, labels, file.language)
    mine = block.dealt(draw)
    task = mine.task(draw)
    if not told:
        return mine, task
    known = {name: getattr(mine, name) for name in mine.played} if copy.edition == "players" else {}
    return mine.told().model_copy(update=known), without_key(task)
