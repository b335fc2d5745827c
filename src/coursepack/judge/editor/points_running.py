"""Three slides of points in a row: a class that sees one form for minutes no longer sees what is new."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from coursepack.blocks.slide import Slide
from coursepack.problem import Problem, Severity
from coursepack.render.words.heads import moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Item, Pack

_MOST = 2


def find(pack: Pack) -> Iterator[Problem]:
    """Yield each third slide of points that follow one another in a unit, as their author wrote them."""
    for unit in pack.units:
        shown = [item for section in unit.sections for item in section.on("slides")]
        for pointed, run in groupby(shown, partial(_is_pointed, tag=pack.course.file.language)):
            found = list(run)
            if pointed and len(found) > _MOST:
                message = f"{len(found)} slides of points follow one another"
                advice = (
                    "Show one of them as `columns`, a `statement` or a `number`, or put a figure or a question between"
                )
                yield Problem(found[_MOST].block.at("title"), "points-running", message, advice, Severity.NOTE)


def _is_pointed(item: Item, tag: str) -> bool:
    """Tell whether an item is a slide of points and nothing else: steps and dates are drawn."""
    if not isinstance(item.block, Slide) or item.made or item.block.steps or _has_figure(item.block):
        return False
    return bool(item.block.body or (item.block.points and not moments(item.block.points, tag)))


def _has_figure(block: Slide) -> bool:
    """Tell whether a figure, code or a formula stands beside the points."""
    return any(True for _ in block.inside()) or any(point.text.picture for point in block.points)
