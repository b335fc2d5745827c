"""Variants of the worksheets, their keys and answer slips, and one sheet that says what stands where in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import slips
from coursepack.outputs.companion import companion, require
from coursepack.outputs.output import PIECES, Files, Later, Made, Option, Output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack import build, chance
    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.resolve import variants as permuted
else:
    build, chance = Later("coursepack.build"), Later("coursepack.chance")
    permuted = Later("coursepack.resolve.variants")


def make(ready: Ready, unit: PackPart | None, paper: str, *, variants: int = 4) -> Made:
    """Print the permutation sheet; beside it go the worksheets, the key and the answer slips of each variant.

    Raises:
        ContentError: there are no exercises, an unknown paper, or a mistake in a template.
    """
    require(ready, unit, "exercises", lambda item: item.task is not None)
    made = [build.variant(ready, number) for number in range(variants)]
    keys = [one.copy("key") for one in made]
    beside: dict[str, bytes] = {}
    for number, (one, key) in enumerate(zip(made, keys, strict=True)):
        more = {"variant": chance.name_of(number)}
        only = next((part for part in one.pack.units if unit and part.number == unit.number), None)
        beside[f"worksheets-{chance.name_of(number)}.pdf"] = companion(one, only, paper, "worksheets", more=more).data
        beside[f"key-{chance.name_of(number)}.pdf"] = companion(one, only, paper, "key", key, more=more).data
        beside |= _slips(one, only, paper, chance.name_of(number))
    listed = {part.number: permuted.rows(keys, part.number) for part in ready.pack.units}
    names: Mapping[str, object] = {"rows": listed, "letters": [chance.name_of(number) for number in range(variants)]}
    found = companion(ready, unit, paper, "permutations", keys[0], more=names)
    return Made(found.data, f"{variants} variants, {found.size}", found.notices, beside)


def _slips(one: Ready, unit: PackPart | None, paper: str, name: str) -> dict[str, bytes]:
    """Print a variant's slips and their key, if there is an exercise for them."""
    parts = (unit,) if unit else one.pack.units
    if not any(slips.has_place(item) for part in parts for item in part.items()):
        return {}
    made, strips = slips.pair(one, unit, paper, name)
    return {f"slips-{name}.pdf": made.data, f"slips-key-{name}.pdf": strips.data}


OUTPUT = Output(
    "print variants of the worksheets, their keys and slips, and a sheet of what stands where",
    make,
    Files("variants/permutations{paper}.pdf", "units/{unit}-variants/permutations{paper}.pdf", folder=True),
    [Option("--variants", "N", "how many", {"type": int, "choices": range(2, 27), "default": 4, "metavar": "N"})],
    rank=60,
    also="permutations.pdf, worksheets-A.pdf, key-A.pdf, slips-A.pdf, slips-key-A.pdf and so on",
    shared=PIECES,
)
