"""Equations over slides: as large as their frames allow, then without the points below them, then line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.words.equation import draw
from coursepack.render.words.latex import rows, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.markup import Equation


@dataclass(frozen=True)
class FormulaFit:
    """How an equation, or a slide's part of one, is set: its size in points, and whether it goes into its frame."""

    size: float
    fits: bool


def roomy(frame: Frame, below: Frame | None) -> Frame:
    """Return an equation's frame with the room of the points below it."""
    if below is None:
        return frame
    return frame.model_copy(update={"at": (*frame.at[:3], below.at[1] + below.at[3] - frame.at[1])})


def fitted(equation: Equation, frame: Frame, floor: float) -> FormulaFit:
    """Set an equation as large as its layout has it or smaller, in whole points, down to the floor."""
    drawn, (width, height) = draw(equation.latex, inline=False), frame.room
    fitting = min(width / drawn.width, height / drawn.height)
    return FormulaFit(max(floor, min(frame.levels[0].size, fitting // 1)), fitting >= floor)


def parted(equation: Equation, frame: Frame, floor: float) -> Sequence[tuple[Equation, FormulaFit]]:
    """Cut an equation between its lines into as few parts as fit; where no cut helps, it stays whole."""
    whole = fitted(equation, frame, floor)
    lines = rows(equation.latex)
    for count in range(1 if whole.fits else 2, len(lines) + 1):
        parts = [replace(equation, latex=one) for one in shared(lines, count)] if count > 1 else [equation]
        found = [(part, fitted(part, frame, floor)) for part in parts]
        if all(fit.fits for _, fit in found):
            size = min(fit.size for _, fit in found)
            return [(part, FormulaFit(size, fits=True)) for part, _ in found]
    return [(equation, whole)]
