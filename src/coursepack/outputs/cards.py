"""The cards of role-plays, to cut and hand out."""

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
    """Print the role cards of the course, or of one unit.

    Raises:
        ContentError: there are no role-plays, an unknown paper, or a mistake in a template.
    """
    require(ready, unit, "role-plays", lambda item: item.kind == "role-play")
    return companion(ready, unit, paper, "cards", ready.copy("players"))


OUTPUT = Output("print the cards of role-plays", make, output.companion_files("cards"), rank=50, shared=output.PIECES)
