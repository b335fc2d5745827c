"""The cards of role-plays, to cut and hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.sheets import sheets, some

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the role cards of the course, or of one unit.

    Raises:
        ContentError: there are no role-plays, an unknown paper, or a mistake in a template.
    """
    some(ready, unit, "role-plays", lambda item: item.kind == "role-play")
    return sheets(ready, unit, paper, "cards", ready.copy("key"))
