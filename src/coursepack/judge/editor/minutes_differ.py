"""A block that plans other minutes than its slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the minutes of slides that are not those of their block."""
    for block in (block for part in pack.course.parts() for block in part.blocks()):
        shown, own = block.slide.minutes if block.slide else None, getattr(block, "minutes", None)
        if shown and own and shown != own:
            message, at = f"the slide plans {shown} minutes, the block {own}", block.at("slide", "minutes")
            yield Problem(at, "minutes-differ", message, "Leave one of them out", Severity.WARNING)
