"""A question and its answer: two slides on which nothing may move, so what is set smaller on one is on both."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.slides.measure.fit import Fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.measure.pagination import TypesetSlide

_ASKED, _ANSWERED = "choice", "reveal"


def aligned(cut: Sequence[TypesetSlide]) -> list[TypesetSlide]:
    """Give the texts that a question and its answer share one size: the smaller of their two."""
    found = list(cut)
    for number, (one, other) in enumerate(pairwise(cut)):
        if (one.slide.layout, other.slide.layout) == (_ASKED, _ANSWERED):
            smaller = dict(_smaller(one, other))
            found[number] = replace(one, settings={**one.settings, **smaller})
            found[number + 1] = replace(other, settings={**other.settings, **smaller})
    return found


def _smaller(one: TypesetSlide, other: TypesetSlide) -> Iterator[tuple[str, Fit]]:
    for name in one.settings.keys() & other.settings.keys():
        match one.settings[name], other.settings[name]:
            case Fit() as first, Fit() as second:
                yield name, min(first, second, key=lambda fit: fit.levels[0].size)
