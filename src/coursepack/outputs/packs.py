"""A pack for every student of a roster, in variants; several units may be named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.outputs.output import PIECES, Files, Later, Option, Output

if TYPE_CHECKING:
    from coursepack.outputs import packing
    from coursepack.outputs.packing import Packs, Wish
    from coursepack.run.jobs import Run
else:
    packing = Later("coursepack.outputs.packing")


def make(wish: Wish, run: Run, name: str = "print.pdf") -> Packs:
    """Make the packs; `run` does what can be done apart.

    Raises:
        ContentError: with every problem of the course, or every one of the roster.
    """
    return packing.make(wish, run, name)


_ROSTER = Option("--roster", "ROSTER", "a CSV file: name, id, seat, variant", {"type": Path, "required": True})
_VARIANTS = {"type": int, "choices": range(1, 27), "default": 4, "metavar": "N"}
_SCHEDULER = {"default": "", "metavar": "tcp://…"}
OUTPUT = Output(
    "make a pack for every student of a roster",
    make,
    Files("packs/print{paper}.pdf", "packs/print{paper}.pdf", folder=True),
    [
        _ROSTER,
        Option("--variants", "N", "1 to 26", _VARIANTS),
        Option("--each", "EACH", "a file for each student instead of one to print", {"action": "store_true"}),
        Option("--scheduler", "SCHEDULER", "share the work over this Dask scheduler", _SCHEDULER),
    ],
    rank=120,
    doing="Printing the variants …",
    also="print.pdf, the class list, the keys",
    several=True,
    shared=PIECES,
)
