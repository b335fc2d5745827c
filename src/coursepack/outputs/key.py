"""The key: every exercise's answer and points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.companion import companion, require
from coursepack.outputs.output import Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import Item, PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the key to the course, or to one unit.

    Raises:
        ContentError: there are neither exercises nor solutions, an unknown paper, or a mistake in a template.
    """
    key = ready.copy("key")
    own = next((part for part in key.units if unit and part.number == unit.number), None)
    require(replace(ready, pack=key), own, "exercises", _is_answered)
    return companion(ready, unit, paper, "key", key)


def _is_answered(item: Item) -> bool:
    return item.task is not None or bool(getattr(item.block, "solution", None))


OUTPUT = Output(
    "print every exercise's answer and points",
    make,
    output.companion_files("key"),
    rank=30,
    shared=output.PIECES,
    judged=True,
)
