"""The key: every exercise's answer and points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output
from coursepack.outputs.companion import companion, require
from coursepack.outputs.output import Output

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str) -> Made:
    """Print the key to the course, or to one unit.

    Raises:
        ContentError: there are no exercises, an unknown paper, or a mistake in a template.
    """
    require(ready, unit, "exercises", lambda item: item.task is not None)
    return companion(ready, unit, paper, "key", ready.copy("key"))


OUTPUT = Output("print every exercise's answer and points", make, output.companion_files("key"), rank=30)
