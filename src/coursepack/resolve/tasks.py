"""What the exercises of a copy ask: in the order of its variant, and with the key only where the copy has answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.chance import Draw
from coursepack.exercise import Exercise
from coursepack.resolve import options
from coursepack.task import without_key, written

if TYPE_CHECKING:
    from coursepack.block import Block
    from coursepack.coursefile import CourseFile
    from coursepack.languages.labels import Labels
    from coursepack.pack import Copy
    from coursepack.task import Task, Write


@dataclass(frozen=True)
class Dealt:
    """A block as a copy has it, what it asks there, and what its parts ask besides."""

    block: Block
    task: Task | None = None
    further: Write | None = None


def place(block: Block, copy: Copy, file: CourseFile, labels: Labels) -> int:
    """Return a number that says where a paper of the copy's variant has an exercise: adding one moves no other."""
    return Draw(file.seed, block.id or "", copy.variant, labels, file.language).number(f"place {copy.variant}")


def dealt(block: Block, copy: Copy, file: CourseFile, labels: Labels) -> Dealt:
    """Return a block as a copy has it, and what it asks there if it is an exercise."""
    told = not copy.answers
    if not isinstance(block, Exercise):
        shown = options.said(block, None, labels) if options.says(block) else block
        return Dealt(shown.told() if told else shown)
    draw = Draw(file.seed, block.id, copy.variant, labels, file.language)
    mine = block.dealt(draw)
    if options.says(mine):
        mine = options.said(mine, mine.task(draw), labels)
    task, further = mine.task(draw), mine.further(draw)
    if not told:
        return Dealt(mine, task, further)
    known = {name: getattr(mine, name) for name in mine.played} if copy.edition == "players" else {}
    return Dealt(mine.told().model_copy(update=known), without_key(task), written(further) if further else None)
