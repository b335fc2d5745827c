"""A question and its answer: two slides on which nothing may move, so what is set smaller on one is on both."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Text
from coursepack.render.slides.measure.fit import Fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.measure.pagination import TypesetSlide

# Layouts whose texts stand in the same frames: those of a question, each with that of its answer.
_ASKED = {"choice": "reveal"} | {
    name: name for name in ("question", "question-bank", "question-figure", "question-panels", "matching")
}
_BEGIN = 8  # letters: an answer's text that begins as the question's does is the same text, filled in


def aligned(cut: Sequence[TypesetSlide]) -> list[TypesetSlide]:
    """Give the texts that a question and its answer share one size: the smaller of their two."""
    found = list(cut)
    for number, (one, other) in enumerate(pairwise(cut)):
        if one.slide.at == other.slide.at and _ASKED.get(one.slide.layout) == other.slide.layout:
            smaller = dict(_smaller(one, other))
            found[number] = replace(one, settings={**found[number].settings, **smaller})
            found[number + 1] = replace(other, settings={**other.settings, **smaller})
    return found


def _smaller(one: TypesetSlide, other: TypesetSlide) -> Iterator[tuple[str, Fit]]:
    for name in one.settings.keys() & other.settings.keys():
        match one.settings[name], other.settings[name]:
            case Fit() as first, Fit() as second if name == "title" or _alike(one, other, name):
                yield name, min(first, second, key=lambda fit: fit.levels[0].size)


def _alike(one: TypesetSlide, other: TypesetSlide, name: str) -> bool:
    """Tell whether a frame has the same text on both, but for what answers it."""
    match one.slide.parts.get(name), other.slide.parts.get(name):
        case Text(paragraphs=(asked, *_)), Text(paragraphs=(answered, *_)):
            return answered.text.startswith(asked.text[:_BEGIN])
    return False
