"""Three slides of points in a row: a class that sees one form for minutes no longer sees what is new."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coursepack.blocks.slide import Slide
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Item, Pack

_MOST = 2


def find(pack: Pack) -> Iterator[Problem]:
    """Yield each third slide of points that follow one another in a unit, as their author wrote them."""
    for unit in pack.units:
        shown = [item for section in unit.sections for item in section.on("slides")]
        for pointed, run in groupby(shown, _is_pointed):
            found = list(run)
            if pointed and len(found) > _MOST:
                message = f"{len(found)} slides of points follow one another"
                advice = (
                    "Show one of them as `columns`, a `statement` or a `number`, or put a figure or a question between"
                )
                yield Problem(found[_MOST].block.at("title"), "points-running", message, advice, Severity.NOTE)


def _is_pointed(item: Item) -> bool:
    return isinstance(item.block, Slide) and bool(item.block.points or item.block.body) and not item.made
