"""Equations over slides: as large as their frames allow, then on slides before their points, then line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.slides.content import Equation, Text
from coursepack.render.words.equation import draw
from coursepack.render.words.latex import lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Frame

# How much larger a formula may be than its drawing: Office sets it in Cambria Math.
OFFICE = 8 / 7


@dataclass(frozen=True)
class FormulaFit:
    """How an equation, or a slide's part of one, is set: its size in points, and whether it goes into its frame."""

    size: float
    fits: bool


def roomy(frame: Frame, below: Frame | None) -> Frame:
    """Return a frame with the room of what could stand below it."""
    if below is None or below.at[1] < frame.at[1] + frame.at[3]:
        return frame
    return frame.model_copy(update={"at": (*frame.at[:3], below.at[1] + below.at[3] - frame.at[1])})


def fitted(equation: Equation, frame: Frame, floor: float) -> FormulaFit:
    """Set an equation as large as its layout has it or smaller, in whole points, down to the floor."""
    drawn, (width, height) = draw(equation.latex, inline=False), frame.room
    fitting = min(width / drawn.width, height / drawn.height) / OFFICE
    return FormulaFit(max(floor, min(frame.levels[0].size, fitting // 1)), fitting >= floor)


def parted(equation: Equation, frame: Frame, floor: float) -> Sequence[tuple[Equation, FormulaFit]]:
    """Cut an equation between its lines into as few parts as fit; where no cut helps, it stays whole."""
    whole = fitted(equation, frame, floor)
    found = lines(equation.latex)
    for count in range(1 if whole.fits else 2, len(found.rows) + 1):
        parts = [replace(equation, latex=one) for one in found.shared(count)] if count > 1 else [equation]
        fits = [fitted(part, frame, floor) for part in parts]
        if all(fit.fits for fit in fits):
            size = min(fit.size for fit in fits)
            return [(part, FormulaFit(size, fits=True)) for part in parts]
    return [(equation, whole)]


def points(parts: Mapping[str, Content]) -> bool:
    """Tell whether there are points beside an equation."""
    return parts.get("body", Text(())) != Text(()) and any(isinstance(part, Equation) for part in parts.values())
