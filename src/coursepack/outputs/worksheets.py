"""Worksheets: the exercises alone, for the class."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.companion import made, printed, require
from coursepack.outputs.output import Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from coursepack.render.handout.pages import Printed


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the exercises of every unit, or of one.

    Raises:
        ContentError: there are no exercises, an unknown paper, or a mistake in a template.
    """
    require(ready, unit, "exercises", lambda item: item.task is not None)
    sheets = printed(ready, unit, paper, "worksheets")
    done = made(sheets)
    return replace(done, size="\n".join([done.size, *staples(sheets)]))


def staples(sheets: Printed) -> list[str]:
    """Say which pages are stapled, if those of several units are: each unit begins on a leaf of its own."""
    starts = sorted(page for name, page in sheets.anchors.items() if name.startswith("sheet."))
    each = [f"{start} to {end - 1}" for start, end in pairwise([*starts, sheets.pages + 1])]
    return [f"to staple, unit by unit: pages {', '.join(each)}"] if len(each) > 1 else []


OUTPUT = Output(
    "print the exercises alone, for the class, each unit on leaves of its own",
    make,
    output.companion_files("worksheets"),
    rank=40,
    shared=output.PIECES,
    judged=True,
)
