"""Answer slips, to cut and hand out, and the strips of the key that are laid beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.companion import companion, require
from coursepack.outputs.output import PIECES, Files, Made, Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import Item, PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print slips for the exercises of every unit, or of one; beside them go the strips of the key.

    Raises:
        ContentError: no exercise has an answer for a slip, an unknown paper, or a mistake in a template.
    """
    require(ready, unit, "exercises for a slip", has_place)
    slips, strips = pair(ready, unit, paper)
    return Made(slips.data, slips.size, slips.notices, {"key.pdf": strips.data})


def pair(ready: Ready, unit: PackPart | None, paper: str, variant: str = "") -> tuple[Made, Made]:
    """Print the slips of a copy, and its key's strips.

    Raises:
        ContentError: an unknown paper, or a mistake in a template.
    """
    more = {"variant": variant}
    slips = companion(ready, unit, paper, "slips", more=more)
    return slips, companion(ready, unit, paper, "slips", ready.copy("key"), more=more)


def has_place(item: Item) -> bool:
    """Tell whether an exercise is answered on a slip: with a tick, a letter, a number or a word."""
    return bool(item.task and item.target and item.target.number) and item.form != "write"


OUTPUT = Output(
    "print answer slips to cut and hand out, and the key's strip to lay beside them",
    make,
    Files("slips/slips{paper}.pdf", "units/{unit}-slips/slips{paper}.pdf", folder=True),
    rank=45,
    also="slips.pdf, key.pdf",
    shared=PIECES,
)
